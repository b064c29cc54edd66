/** Members of a page that come from its front matter and its file. */
import type { Page } from '../../types.ts';
import { toText } from '../functions/values/conversions.ts';
import { findMediaType } from '../functions/resources/media-types.ts';
import { FileObject } from './file-object.ts';
import { OutputFormats } from './output-formats.ts';
import type { MemberRows } from './members.ts';
import type { BasePage, PageSite } from './page-base.ts';
import { toGoTime } from './page-dates.ts';
import { splitWords as words } from './page-words.ts';
import { findParam, normalizeParams } from './params.ts';
import { readTaxonomies } from './taxonomy-names.ts';

export const pageFacts: MemberRows<BasePage> = {
  Params: ({ page, site }) => pageParams(page, site),
  Param:
    ({ params, site }) =>
    (name: unknown) =>
      findParam(params, String(name)) ?? findParam(site.member('Params'), String(name)) ?? null,
  Draft: ({ page }) => page.draft,
  Weight: ({ page }) => page.weight,
  Sitemap: ({ page, site }) => sitemapOf(page, site),
  Kind: ({ page }) => page.kind,
  Type: ({ page }) => page.type,
  Layout: ({ page }) => page.layout ?? '',
  Slug: ({ params }) => toText(params['slug'] ?? ''),
  Section: ({ page }) => sectionName(page),
  TranslationKey: ({ page }) =>
    readTranslationKey(page) ?? `/${page.path}`.toLowerCase().replaceAll(' ', '-'),
  Path: ({ page }) => `/${page.path}`.toLowerCase().replaceAll(' ', '-'),
  BundleType: ({ page }) => (page.bundle === 'part' ? '' : (page.bundle ?? '')),
  IsHome: ({ page }) => page.kind === 'home',
  IsNode: ({ page }) => isBranch(page),
  IsBranch: ({ page }) => isBranch(page),
  IsSection: ({ page }) => page.kind === 'section',
  IsPage: ({ page }) => page.kind === 'page',
  IsDraft: ({ page }) => page.draft,
  File: ({ page, site }) => (page.source.path === '' ? null : new FileObject(page, site.config)),
  Aliases: ({ page }) => page.aliases.map((alias) => `/${alias.replace(/index\.html$/, '')}`),
  // Parts of a leaf bundle are resources, found by their path.
  Name: ({ page }) => (page.bundle === 'part' ? page.source.path.slice(folderOf(page).length) : page.title),
  ResourceType: () => 'page',
  // As in Hugo, where a page resource has no type of its own.
  MediaType: () => findMediaType('page'),
  GitInfo: () => null,
  CodeOwners: () => [],
  Language: ({ site }) => site.language,
  Lang: ({ page }) => page.language,
  OutputFormats: (object) => new OutputFormats(object),
  AlternativeOutputFormats: () => [],
  Data: (object) =>
    object.page.kind === 'page' && !object.isSiteFile ? {} : { Pages: object.member('Pages') },
  Store: ({ page, site }) => site.source.store(page),
  Scratch: ({ page, site }) => site.source.store(page),
  Page: (object) => object,
  Site: ({ site }) => site,
  Sites: ({ site }) => site.member('Sites'),
};

/** Reads `translationKey`, which connects translations in different folders. */
export function readTranslationKey({ params }: Page): string | undefined {
  const { translationkey } = normalizeParams(params);
  return translationkey === undefined || translationkey === '' ? undefined : toText(translationkey);
}

/** Creates the params: the front matter with Hugo's additions, in Hugo's types. */
function pageParams(page: Page, site: PageSite): Readonly<Record<string, unknown>> {
  const { params: _, keywords, ...written } = normalizeParams(page.params);
  const dates = {
    date: page.date,
    lastmod: page.lastmod,
    publishdate: page.publishDate,
    expirydate: page.expiryDate,
  };
  const given = Object.entries(dates).filter(([, date]) => date !== undefined);
  const terms = readTaxonomies(site.config)
    .map(([plural]) => plural.toLowerCase())
    .filter((key) => typeof written[key] === 'string' && written[key] !== '');
  return {
    ...written,
    // As in Hugo, a single term is a list.
    ...Object.fromEntries(terms.map((key) => [key, [written[key]]])),
    ...(keywords !== undefined && { keywords: typeof keywords === 'string' ? words(keywords) : keywords }),
    ...('weight' in written && { weight: page.weight }),
    draft: page.draft,
    iscjklanguage: false,
    ...Object.fromEntries(given.map(([name, date]) => [name, toGoTime(date, site)])),
  };
}

/** Whether a page can have pages below it. */
const isBranch = ({ kind }: Page): boolean => kind === 'home' || kind === 'section';

/** Reads the sitemap settings; in Hugo, an unset priority is -1. */
function sitemapOf({ sitemap }: Page, { config }: PageSite): Readonly<Record<string, unknown>> {
  const { changefreq, priority, filename, disable } = { ...config.sitemap, ...sitemap };
  return { ChangeFreq: changefreq ?? '', Priority: priority ?? -1, Filename: filename, Disable: disable };
}

/** The folder of the page's file, ending with a slash. */
const folderOf = ({ source }: Page): string => source.path.slice(0, source.path.lastIndexOf('/') + 1);

/** Finds the first folder; empty for pages and bundles at the root. */
function sectionName({ kind, path }: Page): string {
  const parts = path.split('/');
  return kind === 'page' && parts.length === 1 ? '' : (parts[0] ?? '');
}
