/** What templates see of a site: its pages, its data, and what is rendered for them. */
import { resolveRef } from '../shortcodes/page-refs.ts';
import { pageOrder } from '../site/pages/order.ts';
import { hasAddress, hasPublishedResources, isListed } from '../site/pages/publishing.ts';
import { GoResource } from '../templates/functions/resources/resource.ts';
import type { GoObject } from '../templates/gotemplate/values.ts';
import type { TemplateHost } from '../templates/host.ts';
import { Pagination } from '../templates/model/pagination.ts';
import type { SiteModel } from '../templates/model/site-object.ts';
import type { ModelSource } from '../templates/model/source.ts';
import { Store } from '../templates/model/store.ts';
import type { Page } from '../types.ts';
import type { Site } from './find-site.ts';
import type { SiteAddresses } from './site-addresses.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** What is rendered for templates. */
export type RenderedParts = Pick<ModelSource, 'content' | 'renderString' | 'renderView' | 'resources'>;

/** What is known of a site without rendering anything. */
export interface SiteFacts {
  readonly environment: SiteEnvironment;
  readonly site: Site;
  readonly addresses: SiteAddresses;
}

export function createModelSource(
  { environment, site, addresses }: SiteFacts,
  parts: RenderedParts,
): ModelSource {
  const { pages } = site;
  const { config, isServer, data } = environment;
  return {
    ...parts,
    pages,
    isListed,
    hasAddress,
    config: (language) => addresses.config(language),
    compare: (language) => pageOrder(addresses.config(language).languageCode),
    data: () => data,
    findPage: (ref, from) => resolveRef(ref, { pages, from })?.page,
    resolveRef: (page, ref, isAbsolute) => addresses.require(page, ref, isAbsolute),
    store: onePerPage(() => new Store()),
    pagination: onePerPage(() => new Pagination()),
    environment: config.environment,
    isServer,
  };
}

/** Creates something for each page when it is first asked for. */
function onePerPage<T>(create: () => T): (page: Page) => T {
  const known = new Map<Page, T>();
  return (page) => {
    const found = known.get(page) ?? create();
    known.set(page, found);
    return found;
  };
}

/** What resources of pages are seen with. */
export interface ResourceTools {
  readonly environment: SiteEnvironment;
  readonly site: Site;
  readonly model: SiteModel;
  readonly host: TemplateHost;
}

/** The files of a page; those that are texts are pages themselves. */
export function pageResources(
  page: Page,
  { environment, site, model, host }: ResourceTools,
): readonly GoObject[] {
  const isPublished = hasPublishedResources(page);
  return page.resources.map((resource) => {
    const part = site.pages.find(({ source }) => source.path === resource.source);
    return part
      ? model.page(part)
      : new GoResource(environment.assets.fromPage(resource, isPublished), host, resource);
  });
}
