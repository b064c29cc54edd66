/** Output paths and addresses of pages. Source of the rules: docs/compatibility.md#addresses. */
import path from 'node:path';
import type { Language, Page, SiteConfig } from '../../types.ts';
import { joinPath, parentPath } from './content-names.ts';
import { readPath } from '../formats/formats.ts';
import { expandPermalink, resolvePermalink } from '../config/permalinks.ts';
import { cleanPath, slugifyPath, slugifyName } from '../urls.ts';

/** The properties that the address of a page depends on. */
export interface Addressed extends Pick<
  Page,
  'kind' | 'bundle' | 'folder' | 'path' | 'language' | 'title' | 'date'
> {
  readonly slug: string | undefined;
  readonly url: string | undefined;
  readonly aliases: readonly string[];
  /** The known sections of the page, the top-level one first. */
  readonly sections?: readonly AddressedSection[];
}

/** A section, for addresses of the pages below it. */
export interface AddressedSection {
  /** Path below the content folder. */
  readonly path: string;
  readonly slug: string | undefined;
}

/** The output path, address and aliases of a page. */
export interface PageAddress extends Pick<Page, 'outputPath' | 'address' | 'aliases'> {
  /** The output folder of the page's bundle; empty for the root. */
  readonly folder: string;
}

/** Resolves the address of a page. A part of a bundle gets the one that it would have as a page, but is not published. */
export function resolveAddress(page: Addressed, config: SiteConfig): PageAddress {
  const prefix = languageFolder(page.language, config.languages);
  const outputPath = resolveOutputPath(page, prefix, config);
  const file = path.posix.basename(outputPath);
  const isIndex = file === 'index.html';
  // With uglyURLs, Hugo keeps the file name in addresses of sections.
  const isBare = isIndex && !(config.uglyURLs && page.kind !== 'page');
  const folder = isIndex ? parentPath(outputPath) : outputPath.replace(/\.[^./]*$/, '');
  return {
    outputPath,
    address: encodePath(isBare ? outputPath.slice(0, -file.length) : outputPath),
    // An alias with the address of the page would overwrite it.
    aliases: [...redirects(page, config), ...aliasPaths(page, folder, config)].filter(
      (alias) => alias !== outputPath,
    ),
    folder,
  };
}

function resolveOutputPath(page: Addressed, prefix: string, config: SiteConfig): string {
  if (page.kind === 'home') return joinPath(prefix, 'index.html');
  if (page.url) return writtenPath(expandPermalink(page.url, page, config) ?? page.url, prefix);
  const permalink = resolvePermalink(page, config);
  const words =
    permalink === undefined ? pagePath(page, config) : cleanPath(slugifyPath(cleanPath(permalink), config));
  if (page.kind === 'page' && config.uglyURLs && words !== '') return joinPath(prefix, `${words}.html`);
  return joinPath(prefix, words, 'index.html');
}

/** Returns the path of a page, in which slugs replace the names of the page and its sections. */
function pagePath({ path, slug, sections = [] }: Addressed, config: SiteConfig): string {
  const slugs = new Map(sections.map((section) => [section.path, section.slug]));
  const names = path.split('/');
  // As in Hugo, a slug may have slashes and dots, but leads to no folder above the site.
  const words = joinPath(
    ...names.map((name, n) => {
      const isOwn = n === names.length - 1;
      const written = isOwn ? slug : slugs.get(names.slice(0, n + 1).join('/'));
      const plain = written?.replace(/^-+|-+$/g, '');
      return plain ? slugifyName(plain, config) : slugifyPath(name, config);
    }),
  );
  return cleanPath(words);
}

const FILE_RE = /\.[a-z][a-z0-9]*$/i;

/**
 * Returns the output path for `url`, which is relative to the root of the site with a leading slash, or else to that of
 * the language. Hugo treats any dot as that of an extension; here, `/v1.2/talk` and `/talk/v1.2` are folders.
 */
function writtenPath(url: string, prefix: string): string {
  const inSite = cleanPath(url);
  const isOfLanguage = !url.startsWith('/') && prefix !== '' && !inSite.startsWith(`${prefix}/`);
  const full = isOfLanguage ? joinPath(prefix, inSite) : inSite;
  return FILE_RE.test(full) && !url.endsWith('/') ? full : joinPath(full, 'index.html');
}

/** Returns the output paths of aliases, which are relative to the root of the language or to the page's folder. */
function aliasPaths({ aliases, language }: Addressed, folder: string, config: SiteConfig): readonly string[] {
  const top = languageFolder(language, config.languages);
  return aliases.map((alias) => {
    const full = cleanPath(joinPath(alias.startsWith('/') ? top : parentPath(folder), alias));
    if (/\.html$/i.test(full)) return full;
    return config.uglyURLs && full !== '' ? `${full}.html` : joinPath(full, 'index.html');
  });
}

/** Returns the redirects of the root page: as in Hugo, between the root of the site and that of the default language. */
function redirects({ kind, language }: Addressed, { languages, raw }: SiteConfig): readonly string[] {
  const own = languages.find(({ code }) => code === language);
  if (kind !== 'home' || !own?.isDefault || readPath(raw, ['disableDefaultLanguageRedirect']) === true)
    return [];
  if (own.folder !== '') return ['index.html'];
  return languages.length > 1 ? [`${own.code}/index.html`] : [];
}

/** Returns the output folder of a language. */
function languageFolder(language: string, languages: readonly Language[]): string {
  return languages.find(({ code }) => code === language)?.folder ?? '';
}

/** Encodes a path for a URL. A half of a character becomes U+FFFD. */
function encodePath(path: string): string {
  return encodeURI(path.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F');
}
