/** Reads the dates of a page from their keys and fallbacks. */
import type { Page, SiteConfig } from '../../types.ts';
import { parseDate } from './parse-date.ts';
import { readPath } from '../formats/formats.ts';
import type { Reader } from '../values.ts';

/** The dates of a page. */
export type PageDates = Pick<Page, 'date' | 'lastmod' | 'publishDate' | 'expiryDate'>;

/** The keys of each date, unless `[frontmatter]` of the configuration sets others. Source: Hugo's defaults. */
const SOURCES: Readonly<Record<keyof PageDates, readonly string[]>> = {
  date: ['date', 'publishDate', 'lastmod'],
  lastmod: ['lastmod', 'date', 'publishDate'],
  publishDate: ['publishDate', 'date'],
  expiryDate: ['expiryDate'],
};

/** Aliases of keys, in lower case. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubDate', 'published'],
  expirydate: ['unpublishDate'],
};

/** Special sources in `[frontmatter]`: the default keys, and the file name. */
const DEFAULT = ':default';
const FILE_NAME = ':filename';

/** A file name with a date, for `:filename`: `2026-03-14-my-talk`. */
const FILE_NAME_RE = /^(\d{4}-\d{2}-\d{2})[\s_-]*(.*)$/;

/** Reads the dates of a page. Invalid dates are reported even if they are not used. */
export function readDates(read: Reader, path: string, config: SiteConfig): PageDates {
  const known = new Map<string, Date | undefined>();
  const dateOf = (key: string): Date | undefined => {
    const id = key.toLowerCase();
    if (!known.has(id)) known.set(id, parseKey(key, read, config));
    return known.get(id);
  };
  for (const key of Object.values(SOURCES).flat().flatMap(withAliases)) dateOf(key);
  const find = (name: keyof PageDates): Date | undefined =>
    readSources(name, config)
      .map((source) => (source === FILE_NAME ? dateInName(path, config) : dateOf(source)))
      .find((date) => date !== undefined);
  const date = find('date');
  // The date of the file name is also the fallback for other dates, like the key `date`.
  if (date?.getTime() === dateInName(path, config)?.getTime()) known.set('date', date);
  return {
    date,
    lastmod: find('lastmod'),
    publishDate: find('publishDate'),
    expiryDate: find('expiryDate'),
  };
}

/** Parses the date of a key; dates without an offset are in the time zone of the site. */
function parseKey(key: string, read: Reader, { timeZone }: SiteConfig): Date | undefined {
  // `published: false` is not a date but the older form of `draft: true`.
  if (key === 'published' && typeof read.raw(key) === 'boolean') return undefined;
  // As in Hugo, an empty value is allowed.
  if (read.raw(key) === '') return undefined;
  return read.date(key) && parseDate(read.raw(key), timeZone);
}

/** Returns the slug of a file name with a date, if `:filename` is used. */
export function slugFromName(path: string, config: SiteConfig): string | undefined {
  const isRead = readSources('date', config).includes(FILE_NAME);
  return isRead ? FILE_NAME_RE.exec(fileName(path))?.[2] || undefined : undefined;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function dateInName(path: string, { timeZone }: SiteConfig): Date | undefined {
  return parseDate(FILE_NAME_RE.exec(fileName(path))?.[1], timeZone);
}

/** Lists the sources of a date. `:git` and `:fileModTime` are not supported. */
function readSources(name: keyof PageDates, { raw }: SiteConfig): readonly string[] {
  const written: unknown = readPath(raw, ['frontmatter', name]) ?? DEFAULT;
  return [written]
    .flat()
    .filter((source) => typeof source === 'string')
    .flatMap((source) => (source.toLowerCase() === DEFAULT ? SOURCES[name] : [source]))
    .flatMap(withAliases);
}

const withAliases = (key: string): readonly string[] => [key, ...(ALIASES[key.toLowerCase()] ?? [])];
