/** `.Site`: a site in one language as templates see it. */
import type { Page, SiteConfig } from '../../types.ts';
import { GoTime } from '../functions/time/object.ts';
import { ResourceList } from '../functions/resources/resource-list.ts';
import { toText } from '../functions/values/conversions.ts';
import { TemplateFailure } from '../gotemplate/values.ts';
import { configObject } from './config-object.ts';
import { LanguageObject, createLanguages } from './language-object.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import { createMenus } from './menus.ts';
import type { PageSite } from './page-base.ts';
import { readTranslationKey } from './page-facts.ts';
import { PageObject } from './page-object.ts';
import type { ModelSource } from './source.ts';
import { Store } from './store.ts';
import { normalizeData, findParam, normalizeParams } from './params.ts';
import { createTaxonomies, type Taxonomies } from './taxonomies.ts';
import { createTree, type PageTree } from './tree.ts';

/** All languages of a site. */
export interface SiteModel {
  /** Returns the site in a language. */
  site(language: string): SiteObject;
  /** Returns a page as templates see it. */
  page(page: Page): PageObject;
}

/** Creates the objects of a site, each on first use. */
export function createSiteModel(source: ModelSource): SiteModel {
  const sites = new Map<string, SiteObject>();
  const model: SiteModel = {
    site(language) {
      const known = sites.get(language) ?? new SiteObject(source, language, model);
      sites.set(language, known);
      return known;
    },
    page: (page) => model.site(page.language).object(page),
  };
  return model;
}

export class SiteObject extends RowObject implements PageSite {
  readonly typeName = 'page.Site';
  readonly source: ModelSource;
  readonly config: SiteConfig;
  readonly model: SiteModel;
  readonly #code: string;
  readonly #objects = new Map<Page, PageObject>();
  #tree: PageTree | undefined;
  #taxonomies: Taxonomies | undefined;

  constructor(source: ModelSource, code: string, model: SiteModel) {
    super();
    this.source = source;
    this.config = source.config(code);
    this.model = model;
    this.#code = code;
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }

  /** Implements `site.Sites.Default` and its older name `.First`. */
  override listMember(list: readonly unknown[], name: string): unknown {
    if (name !== 'Default' && name !== 'First') return undefined;
    const isDefault = (one: unknown): boolean =>
      one instanceof SiteObject && one.language.member('IsDefault') === true;
    return (name === 'Default' ? list.find(isDefault) : list[0]) ?? null;
  }

  get tree(): PageTree {
    const { source } = this;
    return (this.#tree ??= createTree(source.pages, this.#code, {
      compare: source.compare(this.#code),
      isListed: (page, where) => source.isListed(page, where),
    }));
  }

  get taxonomies(): Taxonomies {
    return (this.#taxonomies ??= createTaxonomies(this));
  }

  terms(page: Page, taxonomy: string): readonly PageObject[] {
    return this.taxonomies.of(page, taxonomy);
  }

  /** Returns the object of a page in this language. */
  object(page: Page): PageObject {
    const known = this.#objects.get(page) ?? new PageObject(page, this);
    this.#objects.set(page, known);
    return known;
  }

  get pages(): readonly PageObject[] {
    return this.tree.pages.map((page) => this.object(page));
  }

  get regularPages(): readonly PageObject[] {
    return this.pages.filter(({ page }) => page.kind === 'page');
  }

  /** Finds the same page in other languages. */
  translations(page: Page): readonly PageObject[] {
    const key = readTranslationKey(page);
    const isSame = (other: Page): boolean =>
      key === undefined ? other.path === page.path : readTranslationKey(other) === key;
    return this.source.pages
      .filter((other) => other.kind === page.kind && other.language !== page.language && isSame(other))
      .map((other) => this.model.page(other));
  }

  /** The sites of all languages that have pages. */
  get sites(): readonly SiteObject[] {
    return this.languages
      .filter(({ code }) => this.source.pages.some(({ language }) => language === code))
      .map(({ code }) => this.model.site(code));
  }

  get allPages(): readonly PageObject[] {
    return this.sites.flatMap(({ pages }) => pages);
  }

  /** Sorts pages by language, then in the order of each language. */
  sorted(pages: readonly PageObject[]): readonly PageObject[] {
    const wanted = new Set(pages);
    return this.sites
      .flatMap((site) => site.tree.all.map((page) => site.object(page)))
      .filter((page) => wanted.has(page));
  }

  /** Sorts pages by the weight of their language, as Hugo does. */
  inLanguages(pages: readonly PageObject[]): readonly PageObject[] {
    const codes = this.languages.map(({ code }) => code);
    return pages.toSorted((a, b) => codes.indexOf(a.page.language) - codes.indexOf(b.page.language));
  }

  get language(): LanguageObject {
    return this.languages.find(({ code }) => code === this.#code) ?? new LanguageObject(this.config, 0);
  }

  get languages(): readonly LanguageObject[] {
    return createLanguages(this.config);
  }

  resources(page: Page): ResourceList {
    return ResourceList.ofBundle(this.source.resources(page));
  }

  /** Finds a page by its path: absolute, relative to a page, or only the last name if it is unique. */
  findPage(ref: string, from: Page = this.tree.home): PageObject | undefined {
    const plain = ref.replace(/^\/+|\/+$/g, '').toLowerCase();
    // Sections without a file are only found here.
    const page =
      this.tree.all.find(({ path }) => path.toLowerCase() === plain) ?? this.source.findPage(ref, from);
    return page && this.model.page(page);
  }
}

function menusOf(site: SiteObject): unknown {
  const { raw, basePath } = site.config;
  return createMenus({
    raw,
    basePath,
    pages: site.pages,
    sections: site.object(site.tree.home).below(['section']),
    findPage: (ref) => site.findPage(ref),
  });
}

const rawText = (name: string): ((site: SiteObject) => unknown) => {
  const key = name.toLowerCase();
  return ({ config }) => normalizeParams(config.raw)[key] ?? '';
};

const rows: MemberRows<SiteObject> = {
  Title: ({ config }) => config.title,
  BaseURL: ({ config }) => config.baseURL,
  LanguageCode: ({ config }) => config.languageCode,
  Copyright: rawText('copyright'),
  Author: ({ config }) => normalizeParams(config.raw)['author'] ?? {},
  Params: ({ config }) => normalizeParams(config.params),
  Param: (site) => (name: unknown) => findParam(site.member('Params'), String(name)) ?? null,
  Data: ({ source }) => normalizeData(source.data()),
  Home: (site) => site.object(site.tree.home),
  Pages: ({ pages }) => pages,
  RegularPages: ({ regularPages }) => regularPages,
  AllPages: ({ allPages }) => allPages,
  Sections: (site) => site.object(site.tree.home).below(['section']),
  MainSections: (site) => mainSections(site),
  GetPage:
    (site) =>
    (...ref: readonly unknown[]) =>
      site.findPage(refOf(ref)) ?? null,
  Language: ({ language }) => language,
  Languages: ({ languages }) => languages,
  IsMultiLingual: ({ config }) => config.languages.length > 1,
  LanguagePrefix: ({ config }) => {
    const { folder } =
      config.languages.find(({ languageCode }) => languageCode === config.languageCode) ?? {};
    return folder ? `/${folder}` : '';
  },
  Sites: ({ sites }) => sites,
  Menus: (site) => menusOf(site),
  Taxonomies: ({ taxonomies }) => taxonomies.table,
  Store: () => new Store(),
  BuildDrafts: ({ config }) => config.buildDrafts,
  Config: ({ config }) => configObject(config),
  Lastmod: ({ pages }) => latest(pages),
  LastChange: ({ pages }) => latest(pages),
  IsServer: ({ source }) => source.isServer,
  // A build has no server; the port of a served site is in its base URL.
  ServerPort: ({ source, config }) => (source.isServer ? portOf(config.baseURL) : 0),
  Dimension: (site) => (name: unknown) => dimensionOf(site, toText(name)),
  Hugo: () => ({}),
  DisqusShortname: () => '',
  GoogleAnalytics: () => '',
};

const portOf = (baseURL: string): number => (URL.canParse(baseURL) ? Number(new URL(baseURL).port) || 0 : 0);

/** Hugo's values for a site without versions and roles. */
const DIMENSIONS: Readonly<Record<string, string>> = { version: 'v1.0.0', role: 'guest' };

function dimensionOf(site: SiteObject, name: string): unknown {
  if (name === 'language') return site.language;
  const value = Object.hasOwn(DIMENSIONS, name) ? DIMENSIONS[name] : undefined;
  if (value !== undefined) return { Name: value };
  throw new TemplateFailure(
    `unknown dimension "${name}"`,
    'The dimensions are "language", "version" and "role".',
  );
}

/** Reads the path of `GetPage "/docs"`, and of the older `GetPage "section" "docs"`, which starts with a kind. */
function refOf(ref: readonly unknown[]): string {
  const [first = '/', second] = ref.map(String).filter((part) => part !== '' && part !== '/');
  const isRoot = first === 'home' || (first === 'section' && ref.length === 2 && second === undefined);
  return isRoot ? '/' : (second ?? first);
}

/** Finds the main sections: those of the configuration, or else the section with the most pages. */
function mainSections(site: SiteObject): unknown {
  const written =
    findParam(site.member('Params'), 'mainsections') ?? normalizeParams(site.config.raw)['mainsections'];
  if (Array.isArray(written)) return written;
  const counts = new Map<string, number>();
  for (const { page } of site.regularPages) {
    const section = page.path.includes('/') ? (page.path.split('/')[0] ?? '') : '';
    if (section) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? [most[0]] : [];
}

function latest(pages: readonly PageObject[]): GoTime {
  const times = pages.flatMap(({ page }) => page.lastmod ?? page.date ?? []);
  const [last] = times.sort((a, b) => b.getTime() - a.getTime());
  return last ? GoTime.of(last) : GoTime.zero();
}
