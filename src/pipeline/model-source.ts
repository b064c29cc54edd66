/** The data from which the objects of templates are made: pages, site data, and rendered content. */
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

/** The parts that are rendered on demand. */
export type RenderedParts = Pick<ModelSource, 'content' | 'renderString' | 'renderView' | 'resources'>;

/** The parts that need no rendering. */
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

/** Creates one value per page, on first use. */
function onePerPage<T>(create: () => T): (page: Page) => T {
  const known = new Map<Page, T>();
  return (page) => {
    const found = known.get(page) ?? create();
    known.set(page, found);
    return found;
  };
}

/** The services that the resources of a page need. */
export interface ResourceServices {
  readonly environment: SiteEnvironment;
  readonly site: Site;
  readonly model: SiteModel;
  readonly host: TemplateHost;
}

/** The resources of a page as templates see them; a resource in Markdown is a page itself. */
export function pageResources(
  page: Page,
  { environment, site, model, host }: ResourceServices,
): readonly GoObject[] {
  const isPublished = hasPublishedResources(page);
  return page.resources.map((resource) => {
    const part = site.pages.find(({ source }) => source.path === resource.source);
    return part
      ? model.page(part)
      : new GoResource(environment.assets.fromPage(resource, isPublished), host, resource);
  });
}
