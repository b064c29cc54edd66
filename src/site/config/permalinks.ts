/** Expands `[permalinks]` of the configuration. To add a token, add a row to `words`. */
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import type { Page, SiteConfig, Table } from '../../types.ts';
import { parentPath } from '../pages/content-names.ts';
import { readClock } from '../pages/parse-date.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { createGlob } from '../../globs.ts';
import { locateKey } from '../locate-key.ts';
import { slugifyName } from '../urls.ts';

/** The properties of a page that tokens use. */
interface NamedPage extends Pick<Page, 'kind' | 'bundle' | 'folder' | 'path' | 'title' | 'date'> {
  readonly slug: string | undefined;
  readonly sections?: readonly { readonly path: string; readonly slug: string | undefined }[];
}

type Token = (page: NamedPage, config: SiteConfig) => string;

/** Creates a token of the page's date, in its own UTC offset or else the time zone of the site. */
const dated =
  (format: (date: Date) => string): Token =>
  ({ date = new Date('0001-01-01T00:00:00Z') }, { timeZone }) =>
    format(readClock(date, timeZone));

const named = (options: Intl.DateTimeFormatOptions): Token =>
  dated((date) => new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(date));

const twoDigits = (number: number): string => String(number).padStart(2, '0');
/** Returns the day of the year; sets the year separately, because `Date.UTC` reads 0 to 99 as 1900 to 1999. */
function dayOfYear(date: Date): number {
  const first = new Date(0);
  first.setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((date.getTime() - first.getTime()) / 86_400_000);
}

const fileName: Token = ({ path, kind }, config) =>
  kind === 'page' ? slugifyName(path.slice(path.lastIndexOf('/') + 1), config) : '';
const title: Token = (page, config) => slugifyName(page.title, config);
const slugOr =
  (token: Token): Token =>
  (page, config) =>
    page.slug ? slugifyName(page.slug, config) : token(page, config);

/** Returns the path of the page's section; for a section, its own path. */
const sections = ({ folder, path, kind, sections: known }: NamedPage): string => {
  if (kind !== 'page') return path;
  return known ? (known.at(-1)?.path ?? '') : folder;
};

/** Returns the slugs of the page's sections and, for a section, its own; sections without a slug are skipped. */
const sectionSlugs = (page: NamedPage, config: SiteConfig): readonly string[] =>
  [...(page.sections ?? []), ...(page.kind === 'page' ? [] : [page])].flatMap(({ slug }) =>
    slug ? [slugifyName(slug, config)] : [],
  );

const tokens: Readonly<Record<string, Token>> = {
  year: dated((date) => String(date.getUTCFullYear())),
  month: dated((date) => twoDigits(date.getUTCMonth() + 1)),
  monthname: named({ month: 'long' }),
  day: dated((date) => twoDigits(date.getUTCDate())),
  weekday: dated((date) => String(date.getUTCDay())),
  weekdayname: named({ weekday: 'long' }),
  yearday: dated((date) => String(dayOfYear(date))),
  section: (page) => sections(page).split('/', 1)[0] ?? '',
  sections,
  sectionslug: (page, config) => sectionSlugs(page, config)[0] ?? '',
  sectionslugs: (page, config) => sectionSlugs(page, config).join('/'),
  title,
  slug: slugOr(title),
  filename: fileName,
  slugorfilename: slugOr(fileName),
  contentbasename: fileName,
  slugorcontentbasename: slugOr(fileName),
};

/** Elements of Go's date layouts, as in `:2006` and `:Jan`, the longest first. */
const LAYOUT_PARTS: Readonly<Record<string, Token>> = {
  2006: dated((date) => String(date.getUTCFullYear()).padStart(4, '0')),
  January: named({ month: 'long' }),
  Jan: named({ month: 'short' }),
  Monday: named({ weekday: 'long' }),
  Mon: named({ weekday: 'short' }),
  '002': dated((date) => String(dayOfYear(date)).padStart(3, '0')),
  '01': dated((date) => twoDigits(date.getUTCMonth() + 1)),
  '02': dated((date) => twoDigits(date.getUTCDate())),
  '06': dated((date) => twoDigits(date.getUTCFullYear() % 100)),
  15: dated((date) => twoDigits(date.getUTCHours())),
  '04': dated((date) => twoDigits(date.getUTCMinutes())),
  '05': dated((date) => twoDigits(date.getUTCSeconds())),
  1: dated((date) => String(date.getUTCMonth() + 1)),
  2: dated((date) => String(date.getUTCDate())),
};

const LAYOUT_RE = /2006|January|Jan|Monday|Mon|002|0[12456]|15|[12]/g;

/** Finds the function of a token: a row of the table, or a date layout. */
function findToken(name: string): Token | undefined {
  if (Object.hasOwn(tokens, name)) return tokens[name];
  if (name.replace(LAYOUT_RE, '') === name) return undefined;
  return (page, config) => name.replace(LAYOUT_RE, (part) => LAYOUT_PARTS[part]?.(page, config) ?? part);
}

/** A token: `:year`, or `:sections[1:]` with a slice. */
const TOKEN_RE = /(?<!\\):(\w+)(?:\[([^\]]*)\])?/g;

/** Expands a pattern for a page; `undefined` if it has an unknown token. */
export function expandPermalink(pattern: string, page: NamedPage, config: SiteConfig): string | undefined {
  if (unknownToken(pattern) !== undefined) return undefined;
  return pattern
    .replace(TOKEN_RE, (_, name: string, cut: string | undefined) => {
      const text = findToken(name)?.(page, config) ?? '';
      return cut === undefined ? text : cutList(text.split('/'), cut).join('/');
    })
    .replaceAll('\\:', ':');
}

/** Slices a list with Hugo's syntax: `1:`, `:2`, `last`. */
function cutList(list: readonly string[], cut: string): readonly string[] {
  const index = (text: string, otherwise: number): number => {
    if (text.trim() === 'last') return list.length - 1;
    return text.trim() === '' ? otherwise : Number(text);
  };
  const [from = '', to] = cut.split(':', 2);
  const start = index(from, 0);
  return list.slice(start, to === undefined ? start + 1 : index(to, list.length));
}

function unknownToken(pattern: string): string | undefined {
  return [...pattern.matchAll(TOKEN_RE)]
    .map(([, name = '']) => name)
    .find((name) => findToken(name) === undefined);
}

/** Returns the configured address of a page; `undefined` if no pattern applies. */
export function resolvePermalink(page: NamedPage, config: SiteConfig): string | undefined {
  const rule = readRules(config).find((candidate) => candidate.matches(page));
  return rule && expandPermalink(rule.pattern, page, config);
}

interface Rule {
  readonly pattern: string;
  readonly keys: readonly string[];
  readonly matches: (page: Pick<Page, 'kind' | 'path'>) => boolean;
}

/** Reads the patterns: `posts = "…"` for pages, `[permalinks.section]` for a kind, or a list with targets. */
function readRules({ raw }: SiteConfig): readonly Rule[] {
  const permalinks = readPath(raw, ['permalinks']);
  if (Array.isArray(permalinks)) {
    return permalinks.filter(isTable).flatMap((rule, n) => readTarget(rule, ['permalinks', String(n)]));
  }
  if (!isTable(permalinks)) return [];
  return Object.entries(permalinks).flatMap(([key, value]) => {
    if (typeof value === 'string') return [sectionRule('page', key, value, ['permalinks', key])];
    return Object.entries(isTable(value) ? value : {}).flatMap(([section, pattern]) =>
      typeof pattern === 'string'
        ? [sectionRule(key.toLowerCase(), section, pattern, ['permalinks', key, section])]
        : [],
    );
  });
}

function sectionRule(kind: string, key: string, pattern: string, keys: readonly string[]): Rule {
  const section = key.replace(/^[\s/]+|[\s/]+$/g, '').toLowerCase();
  const isIn = (path: string): boolean => path === section || path.startsWith(`${section}/`);
  return {
    pattern,
    keys,
    matches: (page) =>
      page.kind === kind && (section === '' ? parentPath(page.path) === '' : isIn(page.path.toLowerCase())),
  };
}

function readTarget(rule: Table, keys: readonly string[]): Rule[] {
  const pattern = readPath(rule, ['pattern']);
  if (typeof pattern !== 'string') return [];
  const kind = readPath(rule, ['target', 'kind']);
  const path = readPath(rule, ['target', 'path']);
  const isKind = typeof kind === 'string' ? createGlob(kind) : () => true;
  const isPath = typeof path === 'string' ? createGlob(path) : () => true;
  return [{ pattern, keys, matches: (page) => isKind(page.kind) && isPath(`/${page.path}`) }];
}

/**
 * Reports patterns with an unknown token, whose pages are published by their paths. This is an error if `heads`, the
 * first pages of decks, are affected.
 */
export function checkPermalinks(config: SiteConfig, heads: readonly Page[]): readonly Diagnostic[] {
  return readRules(config).flatMap(({ pattern, keys, matches }) => {
    const token = unknownToken(pattern);
    if (token === undefined) return [];
    const nearest = nearestName(token, Object.keys(tokens));
    return createDiagnostic({
      code: 'permalink-unknown',
      severity: heads.some(matches) ? 'error' : 'warning',
      message: `unknown permalink token :${token}`,
      hint: `${nearest ? `Did you mean :${nearest}? ` : ''}The tokens are ${Object.keys(tokens).join(', ')}.`,
      ...locateKey(config.layers, keys),
    });
  });
}
