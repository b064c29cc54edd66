/** `.Page`: what templates see of a page, one row a member. Source of the names: Hugo's page methods. */
import type { Page, SiteConfig } from '../../types.ts';
import { GoTime } from '../functions/time-object.ts';
import { findZone } from '../functions/time-zone.ts';
import { toText } from '../functions/conversions.ts';
import { type GoObject, SafeText } from '../gotemplate/values.ts';
import { FileObject } from './file-object.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import { listMember } from './page-list.ts';
import { isTruncated, plainText as plain, summaryOf, wordsOf as words } from './page-words.ts';
import type { ModelSource } from './source.ts';
import { tableOfContents } from './table-of-contents.ts';
import { paramAt, paramsOf } from './tables.ts';
import type { PageTree } from './tree.ts';

/** What a page asks of its site. */
export interface PageSite extends GoObject {
  readonly source: ModelSource;
  readonly config: SiteConfig;
  readonly tree: PageTree;
  readonly language: GoObject;
  readonly pages: readonly PageObject[];
  readonly regularPages: readonly PageObject[];
  object(page: Page): PageObject;
  translations(page: Page): readonly PageObject[];
  sorted(pages: readonly PageObject[]): readonly PageObject[];
  resources(page: Page): GoObject;
  findPage(ref: string, from: Page): PageObject | undefined;
}

/** A page as templates see it. Two objects of one page are the same object. */
export class PageObject extends RowObject {
  readonly typeName = 'page.Page';
  readonly page: Page;
  readonly site: PageSite;

  constructor(page: Page, site: PageSite) {
    super();
    this.page = page;
    this.site = site;
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }

  override listMember(list: readonly unknown[], name: string): unknown {
    return listMember(
      list.filter((item) => item instanceof PageObject),
      name,
    );
  }

  override toString(): string {
    return `Page(/${this.page.path})`;
  }

  get params(): Readonly<Record<string, unknown>> {
    return this.member('Params') as Readonly<Record<string, unknown>>;
  }

  /** The page right above, and those above it. */
  get ancestors(): readonly PageObject[] {
    const parent = this.site.tree.parent(this.page);
    if (!parent) return [];
    const above = this.site.object(parent);
    return [above, ...above.ancestors];
  }

  /** The pages right below, sections among them or not. */
  below(kinds: readonly string[]): readonly PageObject[] {
    return this.site.tree
      .children(this.page)
      .filter(({ kind }) => kinds.includes(kind))
      .map((page) => this.site.object(page));
  }

  get allBelow(): readonly PageObject[] {
    return this.below(['page', 'section']).flatMap((page) => [page, ...page.allBelow]);
  }

  /** The nearest section, this page itself if it is one. */
  get section(): PageObject {
    if (this.page.kind !== 'page') return this;
    const parent = this.site.tree.parent(this.page);
    return parent ? this.site.object(parent) : this;
  }

  get siblings(): readonly PageObject[] {
    return this.section.below(['page']);
  }

  get translations(): readonly PageObject[] {
    return this.site.translations(this.page);
  }

  get content(): string {
    return this.site.source.content(this.page);
  }
}

/** A date is shown in the zone of the site. */
function timeOf(date: Date | undefined, { config }: PageSite): GoTime {
  if (!date) return GoTime.zero();
  return new GoTime(date, config.timeZone === undefined ? undefined : findZone(config.timeZone));
}

type DateName = 'date' | 'lastmod' | 'publishDate';

/** A date of a page; a section without one has the latest of its pages, as in Hugo. */
function dateOf(object: PageObject, name: DateName): GoTime {
  const { page, site } = object;
  const own = page[name];
  if (own || page.kind === 'page') return timeOf(own, site);
  const dates = object.allBelow.flatMap(({ page: below }) => below[name] ?? []);
  return timeOf(dates.sort((a, b) => b.getTime() - a.getTime())[0], site);
}

/** As fast as people read slides of text: words a minute, Hugo's figure. */
const READING_SPEED = 213;
/** Hugo rounds the number of words up to a hundred. */
const FUZZY = 100;

const dates: MemberRows<PageObject> = {
  Date: (object) => dateOf(object, 'date'),
  Lastmod: (object) => dateOf(object, 'lastmod'),
  PublishDate: (object) => dateOf(object, 'publishDate'),
  ExpiryDate: ({ page, site }) => timeOf(page.expiryDate, site),
};

const texts: MemberRows<PageObject> = {
  Title: ({ page }) => page.title,
  LinkTitle: ({ page }) => page.linkTitle || page.title,
  Description: ({ page }) => page.description,
  Keywords: ({ params }) => params['keywords'] ?? [],
  Content: ({ content }) => new SafeText('html', content),
  RawContent: ({ page }) => page.source.text.slice(page.bodyOffset),
  Plain: ({ content }) => plain(content),
  PlainWords: ({ content }) => words(content),
  WordCount: ({ content }) => words(content).length,
  FuzzyWordCount: ({ content }) => Math.ceil((words(content).length + 1) / FUZZY) * FUZZY,
  ReadingTime: ({ content }) => Math.ceil(words(content).length / READING_SPEED),
  Summary: ({ content, page }) => new SafeText('html', summaryOf(page.params['summary'], content)),
  Truncated: ({ content }) => isTruncated(content),
  TableOfContents: ({ content }) => new SafeText('html', tableOfContents(content)),
  RenderString:
    (object) =>
    (...values: readonly unknown[]) =>
      renderString(object, values),
};

function renderString({ page, site }: PageObject, values: readonly unknown[]): SafeText {
  const options = values.length > 1 ? (values[0] as { readonly display?: unknown }) : {};
  const display = options.display === 'block' ? 'block' : 'inline';
  return new SafeText('html', site.source.renderString(page, toText(values.at(-1) ?? ''), display));
}

const facts: MemberRows<PageObject> = {
  Params: ({ page, site }) => pageParams(page, site),
  Param:
    ({ params, site }) =>
    (name: unknown) =>
      paramAt(params, String(name)) ?? paramAt(site.member('Params'), String(name)) ?? null,
  Draft: ({ page }) => page.draft,
  Weight: ({ page }) => page.weight,
  Sitemap: ({ page, site }) => sitemapOf(page, site),
  Kind: ({ page }) => page.kind,
  Type: ({ page }) => page.type,
  Layout: ({ page }) => page.layout ?? '',
  Slug: ({ params }) => toText(params['slug'] ?? ''),
  Section: ({ page }) => sectionName(page),
  Path: ({ page }) => `/${page.path}`.toLowerCase().replaceAll(' ', '-'),
  BundleType: ({ page }) => (page.bundle === 'part' ? '' : (page.bundle ?? '')),
  IsHome: ({ page }) => page.kind === 'home',
  IsNode: ({ page }) => page.kind !== 'page',
  IsSection: ({ page }) => page.kind === 'section',
  IsPage: ({ page }) => page.kind === 'page',
  IsDraft: ({ page }) => page.draft,
  File: ({ page, site }) => (page.source.path === '' ? null : new FileObject(page, site.config)),
  Aliases: ({ page }) => page.aliases.map((alias) => `/${alias.replace(/index\.html$/, '')}`),
  // Parts of a leaf bundle stand among its files, and are found by their paths.
  Name: ({ page }) => (page.bundle === 'part' ? page.source.path.slice(folderOf(page).length) : page.title),
  ResourceType: () => 'page',
  GitInfo: () => null,
  Language: ({ site }) => site.language,
  Lang: ({ page }) => page.language,
  OutputFormats: () => [],
  AlternativeOutputFormats: () => [],
  Data: (object) => (LISTS.includes(object.page.kind) ? { Pages: object.site.pages } : {}),
  Store: ({ page, site }) => site.source.store(page),
  Scratch: ({ page, site }) => site.source.store(page),
  Page: (object) => object,
  Site: ({ site }) => site,
  Sites: ({ site }) => site.member('Sites'),
};

/** The front matter, with what Hugo adds to it and in the types that it has there. */
function pageParams(page: Page, site: PageSite): Readonly<Record<string, unknown>> {
  const { params: _, keywords, ...written } = paramsOf(page.params);
  const dates = {
    date: page.date,
    lastmod: page.lastmod,
    publishdate: page.publishDate,
    expirydate: page.expiryDate,
  };
  const given = Object.entries(dates).filter(([, date]) => date !== undefined);
  return {
    ...written,
    ...(keywords !== undefined && { keywords: typeof keywords === 'string' ? words(keywords) : keywords }),
    ...('weight' in written && { weight: page.weight }),
    draft: page.draft,
    iscjklanguage: false,
    ...Object.fromEntries(given.map(([name, date]) => [name, timeOf(date, site)])),
  };
}

/** Hugo has -1 for a priority that nobody gave. */
function sitemapOf({ sitemap }: Page, { config }: PageSite): Readonly<Record<string, unknown>> {
  const { changefreq, priority, filename, disable } = { ...config.sitemap, ...sitemap };
  return { ChangeFreq: changefreq ?? '', Priority: priority ?? -1, Filename: filename, Disable: disable };
}

/** The folder of its file, with a slash. */
const folderOf = ({ source }: Page): string => source.path.slice(0, source.path.lastIndexOf('/') + 1);

/** The first folder; pages and bundles at the root are in none. */
function sectionName({ kind, path }: Page): string {
  const parts = path.split('/');
  return kind === 'page' && parts.length === 1 ? '' : (parts[0] ?? '');
}

const addresses: MemberRows<PageObject> = {
  RelPermalink: ({ page, site }) => site.config.basePath + page.address,
  Permalink: ({ page, site }) => site.config.baseURL + page.address,
  Ref: (object) => (ref: unknown) => resolveRef(object, ref, true),
  RelRef: (object) => (ref: unknown) => resolveRef(object, ref, false),
  GetPage:
    ({ site, page }) =>
    (ref: unknown) =>
      site.findPage(String(ref), page) ?? null,
};

/** `.Ref "a.md"` and `.Ref (dict "path" "a.md")`. */
function resolveRef({ page, site }: PageObject, ref: unknown, isAbsolute: boolean): string {
  const path = typeof ref === 'object' && ref !== null && 'path' in ref ? ref.path : ref;
  return site.source.resolveRef(page, String(path), isAbsolute);
}

const LISTS: readonly string[] = ['sitemap', 'robotsTXT'];

const relatives: MemberRows<PageObject> = {
  // What lists the whole site sees all of it.
  Pages: (object) =>
    LISTS.includes(object.page.kind) ? object.site.pages : object.below(['page', 'section']),
  RegularPages: (object) => object.below(['page']),
  RegularPagesRecursive: ({ allBelow, site }) =>
    site.sorted(allBelow.filter(({ page }) => page.kind === 'page')),
  Sections: (object) => object.below(['section']),
  Parent: ({ ancestors }) => ancestors[0],
  Ancestors: ({ ancestors }) => ancestors,
  CurrentSection: ({ section }) => section,
  FirstSection: (object) => [object.section, ...object.section.ancestors].at(-2) ?? object.section,
  IsAncestor: (object) => (other: unknown) => other instanceof PageObject && other.ancestors.includes(object),
  IsDescendant:
    ({ ancestors }) =>
    (other: unknown) =>
      other instanceof PageObject && ancestors.includes(other),
  InSection:
    ({ section }) =>
    (other: unknown) =>
      other instanceof PageObject && other.section === section,
  Eq: (object) => (other: unknown) => other === object,
  Next: (object) => neighbour(object.site.regularPages, object, -1),
  Prev: (object) => neighbour(object.site.regularPages, object, 1),
  NextInSection: (object) => neighbour(object.siblings, object, -1),
  PrevInSection: (object) => neighbour(object.siblings, object, 1),
  Translations: ({ translations }) => translations,
  AllTranslations: (object) => object.site.sorted([object, ...object.translations]),
  IsTranslated: ({ translations }) => translations.length > 0,
  Resources: ({ page, site }) => site.resources(page),
  HasShortcode:
    ({ page }) =>
    (name: unknown) =>
      new RegExp(`\\{\\{[<%]\\s*${String(name).replace(/[^\w/-]/g, '')}\\b`).test(page.source.text),
  GetTerms: () => () => [],
  HasMenuCurrent: () => () => false,
  IsMenuCurrent: () => () => false,
};

function neighbour(pages: readonly PageObject[], page: PageObject, step: number): PageObject | undefined {
  const at = pages.indexOf(page);
  return at < 0 ? undefined : pages[at + step];
}

const rows: MemberRows<PageObject> = { ...dates, ...texts, ...facts, ...addresses, ...relatives };
