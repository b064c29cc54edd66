/** Where a page is written and how it is reached. Source of the rules: docs/compatibility.md#addresses. */
import path from 'node:path';
import type { Language, Page, SiteConfig } from '../types.ts';
import { joinPath, parentOf } from './content-names.ts';
import { readPath } from './formats.ts';
import { expandPermalink, permalinkOf } from './permalinks.ts';
import { outputFolder, outputName } from './urls.ts';

/** What the address of a page depends on. */
export interface Addressed extends Pick<
  Page,
  'kind' | 'bundle' | 'folder' | 'path' | 'language' | 'title' | 'date'
> {
  readonly slug: string | undefined;
  readonly url: string | undefined;
  readonly aliases: readonly string[];
  /** The sections that it stands in, as far as they are known, the one at the top first. */
  readonly sections?: readonly AddressedSection[];
}

/** A section as the addresses of what is below it need it. */
export interface AddressedSection {
  /** Its path below the content folder. */
  readonly path: string;
  readonly slug: string | undefined;
}

/** Where a page is. */
export interface PageAddress extends Pick<Page, 'outputPath' | 'address' | 'aliases'> {
  /** The folder of the output that the files of its bundle go to; empty for the top. */
  readonly folder: string;
}

/** A part of a bundle has no address; it gets the one that it would have as a page, which nobody is led to. */
export function resolveAddress(page: Addressed, config: SiteConfig): PageAddress {
  const prefix = languageFolder(page.language, config.languages);
  const outputPath = outputPathOf(page, prefix, config);
  const file = path.posix.basename(outputPath);
  const isIndex = file === 'index.html';
  // Hugo keeps the name of the file in the addresses of ugly sections.
  const isBare = isIndex && !(config.uglyURLs && page.kind !== 'page');
  const folder = isIndex ? parentOf(outputPath) : outputPath.replace(/\.[^./]*$/, '');
  return {
    outputPath,
    address: encodePath(isBare ? outputPath.slice(0, -file.length) : outputPath),
    // A page that leads to itself would take the place of what it leads to.
    aliases: [...redirects(page, config), ...aliasPaths(page, folder, config)].filter(
      (alias) => alias !== outputPath,
    ),
    folder,
  };
}

function outputPathOf(page: Addressed, prefix: string, config: SiteConfig): string {
  if (page.kind === 'home') return joinPath(prefix, 'index.html');
  if (page.url) return writtenPath(expandPermalink(page.url, page, config) ?? page.url, prefix);
  const permalink = permalinkOf(page, config);
  const words =
    permalink === undefined ? pagePath(page, config) : clean(outputFolder(clean(permalink), config));
  if (page.kind === 'page' && config.uglyURLs && words !== '') return joinPath(prefix, `${words}.html`);
  return joinPath(prefix, words, 'index.html');
}

/** A slug stands in for the last name of a path, and for that of a section in the paths of what is below it. */
function pagePath({ path, slug, sections = [] }: Addressed, config: SiteConfig): string {
  const slugs = new Map(sections.map((section) => [section.path, section.slug]));
  const names = path.split('/');
  return joinPath(
    ...names.map((name, n) => {
      const isOwn = n === names.length - 1;
      const written = isOwn ? slug : slugs.get(names.slice(0, n + 1).join('/'));
      const plain = written?.replace(/^-+|-+$/g, '');
      return plain ? outputName(plain, config) : outputFolder(name, config);
    }),
  );
}

const FILE_RE = /\.[a-z][a-z0-9]*$/i;

/**
 * `url` is taken to the letter: from the top of the site, or from that of its language where it begins without a slash.
 * Hugo takes any dot for that of a file's ending; `/v1.2/talk` and `/talk/v1.2` are folders here, for browsers too.
 */
function writtenPath(url: string, prefix: string): string {
  const inSite = clean(url);
  const isOfLanguage = !url.startsWith('/') && prefix !== '' && !inSite.startsWith(`${prefix}/`);
  const full = isOfLanguage ? joinPath(prefix, inSite) : inSite;
  return FILE_RE.test(full) && !url.endsWith('/') ? full : joinPath(full, 'index.html');
}

/** Where pages are written that lead to a page: from the top of its language, or from the folder that holds it. */
function aliasPaths({ aliases, language }: Addressed, folder: string, config: SiteConfig): readonly string[] {
  const top = languageFolder(language, config.languages);
  return aliases.map((alias) => {
    const full = clean(joinPath(alias.startsWith('/') ? top : parentOf(folder), alias));
    if (/\.html$/i.test(full)) return full;
    return config.uglyURLs && full !== '' ? `${full}.html` : joinPath(full, 'index.html');
  });
}

/** The root page in the default language is found at the top of the site and under its language, as Hugo has it. */
function redirects({ kind, language }: Addressed, { languages, raw }: SiteConfig): readonly string[] {
  const own = languages.find(({ code }) => code === language);
  if (kind !== 'home' || !own?.isDefault || readPath(raw, ['disableDefaultLanguageRedirect']) === true)
    return [];
  if (own.folder !== '') return ['index.html'];
  return languages.length > 1 ? [`${own.code}/index.html`] : [];
}

/** The folder of a language in the output. */
function languageFolder(language: string, languages: readonly Language[]): string {
  return languages.find(({ code }) => code === language)?.folder ?? '';
}

/** A path without dots, and without slashes at its ends; it never leads above the top. */
function clean(text: string): string {
  return path.posix.join('/', text.trim().replaceAll('\\', '/')).replace(/^\/+|\/+$/g, '');
}

/** A path as a browser wants it. */
function encodePath(path: string): string {
  return encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F');
}
