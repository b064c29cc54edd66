/** Finds the pages and files that texts and templates of a site name, and writes their addresses. */
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
  /** Pages that are shown in the deck of another one, and nowhere else. */
  readonly #partPages: ReadonlySet<Page>;

  constructor(environment: SiteEnvironment, site: Site) {
    this.#environment = environment;
    this.#site = site;
    const heads = new Set(site.decks.map(({ head }) => head));
    this.#partPages = new Set(site.decks.flatMap(({ pages }) => pages.filter((page) => !heads.has(page))));
  }

  /** The site in a language. */
  config(language: string): SiteConfig {
    const known = this.#configs.get(language) ?? inLanguage(this.#environment.config, language);
    this.#configs.set(language, known);
    return known;
  }

  /** The address of what a `ref` names, as a page writes it; `undefined` where there is no such page. */
  find(from: Page, ref: string, isAbsolute: boolean): string | undefined {
    this.#environment.uses.addKind('pages');
    const found = resolveRef(ref, { pages: this.#site.pages, from });
    if (!found) return undefined;
    const { baseURL, basePath } = this.config(from.language);
    return `${found.page ? (isAbsolute ? baseURL : basePath) + found.page.address : ''}${found.fragment}`;
  }

  /** @throws {TemplateFailure} where there is no such page */
  require(from: Page, ref: string, isAbsolute: boolean): string {
    const address = this.find(from, ref, isAbsolute);
    if (address !== undefined) return address;
    throw new TemplateFailure(
      `there is no page "${ref}"`,
      'Write the path of the page below the content folder.',
    );
  }

  /** What links and pictures of a page are looked for among. */
  addressServices(page: Page): AddressServices {
    const { assets, uses: dependencies } = this.#environment;
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
