/** Resolves references to pages and files of a site to addresses. */
import { resolveRef } from '../shortcodes/page-refs.ts';
import { inLanguage } from '../site/config/languages.ts';
import { TemplateFailure } from '../templates/gotemplate/values.ts';
import type { Page, SiteConfig } from '../types.ts';
import type { Site } from './find-site.ts';
import type { SiteEnvironment } from './site-environment.ts';
import type { AddressServices } from './templates/embedded-hooks.ts';

/** The addresses of one state of a site. */
export class SiteAddresses {
  readonly #environment: SiteEnvironment;
  readonly #site: Site;
  readonly #configs = new Map<string, SiteConfig>();
  /** Pages that are shown only in the deck of another page. */
  readonly #partPages: ReadonlySet<Page>;

  constructor(environment: SiteEnvironment, site: Site) {
    this.#environment = environment;
    this.#site = site;
    const heads = new Set(site.decks.map(({ head }) => head));
    this.#partPages = new Set(site.decks.flatMap(({ pages }) => pages.filter((page) => !heads.has(page))));
  }

  /** The configuration of the site in a language. */
  config(language: string): SiteConfig {
    const known = this.#configs.get(language) ?? inLanguage(this.#environment.config, language);
    this.#configs.set(language, known);
    return known;
  }

  /** The address of the page that a `ref` names; `undefined` if there is no such page. */
  find(from: Page, ref: string, isAbsolute: boolean): string | undefined {
    this.#environment.dependencies.addKind('pages');
    const found = resolveRef(ref, { pages: this.#site.pages, from });
    if (!found) return undefined;
    const { baseURL, basePath } = this.config(from.language);
    return `${found.page ? (isAbsolute ? baseURL : basePath) + found.page.address : ''}${found.fragment}`;
  }

  /**
   * The address of the page that a `ref` names.
   * @throws {TemplateFailure} when there is no such page
   */
  require(from: Page, ref: string, isAbsolute: boolean): string {
    const address = this.find(from, ref, isAbsolute);
    if (address !== undefined) return address;
    throw new TemplateFailure(
      `there is no page "${ref}"`,
      'Use the path of the page, relative to the content folder.',
    );
  }

  /** The services that resolve the links and images of a page. */
  addressServices(page: Page): AddressServices {
    const { assets, dependencies } = this.#environment;
    const { pages } = this.#site;
    return {
      config: this.config(page.language),
      pages: () => {
        dependencies.addKind('pages');
        return pages;
      },
      isPublished: !this.#partPages.has(page),
      publishAsset: (path) => assets.find(path)?.publish(),
    };
  }
}
