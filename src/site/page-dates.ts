/** The dates of a page: which keys they are read from, and which date stands in for one that is not given. */
import type { Page, SiteConfig } from '../types.ts';
import { parseDate } from './dates.ts';
import { readPath } from './formats.ts';
import type { Reader } from './values.ts';

/** The dates that a page may have. */
export type PageDates = Pick<Page, 'date' | 'lastmod' | 'publishDate' | 'expiryDate'>;

/** Where each is looked for, unless `[frontmatter]` of the configuration says otherwise. Source: Hugo's defaults. */
const SOURCES: Readonly<Record<keyof PageDates, readonly string[]>> = {
  date: ['date', 'publishDate', 'lastmod'],
  lastmod: ['lastmod', 'date', 'publishDate'],
  publishDate: ['publishDate', 'date'],
  expiryDate: ['expiryDate'],
};

/** Other names of keys, by their names in lower case. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubDate', 'published'],
  expirydate: ['unpublishDate'],
};

/** Words of `[frontmatter]`: the row above, and the name of the file. */
const DEFAULT = ':default';
const FILE_NAME = ':filename';

/** `2026-03-14-my-talk`, which `:filename` takes apart. */
const FILE_NAME_RE = /^(\d{4}-\d{2}-\d{2})[\s_-]*(.*)$/;

/** Reads the dates of a page. One that is none is reported, whether it would count or not. */
export function readDates(read: Reader, path: string, config: SiteConfig): PageDates {
  const known = new Map<string, Date | undefined>();
  const dateOf = (key: string): Date | undefined => {
    const id = key.toLowerCase();
    if (!known.has(id)) known.set(id, parseKey(key, read, config));
    return known.get(id);
  };
  for (const key of Object.values(SOURCES).flat().flatMap(withAliases)) dateOf(key);
  const find = (name: keyof PageDates): Date | undefined =>
    sourcesOf(name, config)
      .map((source) => (source === FILE_NAME ? dateInName(path, config) : dateOf(source)))
      .find((date) => date !== undefined);
  const date = find('date');
  // The date in the name of a file counts as the key `date`, which stands in for other dates.
  if (date?.getTime() === dateInName(path, config)?.getTime()) known.set('date', date);
  return {
    date,
    lastmod: find('lastmod'),
    publishDate: find('publishDate'),
    expiryDate: find('expiryDate'),
  };
}

/** The reader says what is no date; the clock of the site counts for those without a zone. */
function parseKey(key: string, read: Reader, { timeZone }: SiteConfig): Date | undefined {
  // `published: false` is no date but an older way to say `draft: true`.
  if (key === 'published' && typeof read.raw(key) === 'boolean') return undefined;
  // As in Hugo, a key without a value is no date and no mistake.
  if (read.raw(key) === '') return undefined;
  return read.date(key) && parseDate(read.raw(key), timeZone);
}

/** The slug that the name of a file gives where its date counts. */
export function slugFromName(path: string, config: SiteConfig): string | undefined {
  const isRead = sourcesOf('date', config).includes(FILE_NAME);
  return isRead ? FILE_NAME_RE.exec(nameOf(path))?.[2] || undefined : undefined;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function dateInName(path: string, { timeZone }: SiteConfig): Date | undefined {
  return parseDate(FILE_NAME_RE.exec(nameOf(path))?.[1], timeZone);
}

/** `:git` and `:fileModTime` are no words of the author, and give no date here. */
function sourcesOf(name: keyof PageDates, { raw }: SiteConfig): readonly string[] {
  const written: unknown = readPath(raw, ['frontmatter', name]) ?? DEFAULT;
  return [written]
    .flat()
    .filter((source) => typeof source === 'string')
    .flatMap((source) => (source.toLowerCase() === DEFAULT ? SOURCES[name] : [source]))
    .flatMap(withAliases);
}

const withAliases = (key: string): readonly string[] => [key, ...(ALIASES[key.toLowerCase()] ?? [])];
