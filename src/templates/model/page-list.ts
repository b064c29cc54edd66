/** Lists of pages: `.Pages.ByWeight`, `.Pages.Reverse`, `.Pages.GroupBy "Section"`. */
import { GoObject, isMap } from '../gotemplate/values.ts';
import { GoTime } from '../functions/time/object.ts';
import { toText } from '../functions/values/conversions.ts';
import type { BasePage } from './page-base.ts';
import { findRelated } from './related.ts';
import { findParam } from './params.ts';

type Key = (page: BasePage) => string | number;

const moment = (page: BasePage, name: string): number => {
  const time = valueOf(page, name);
  return time instanceof GoTime ? time.date.getTime() : 0;
};

/** Sort keys of lists. Weight 0 means none, and comes last. */
const keys: Readonly<Record<string, Key>> = {
  ByTitle: ({ page }) => page.title,
  ByLinkTitle: ({ page }) => page.linkTitle || page.title,
  ByDate: (page) => moment(page, 'Date'),
  ByLastmod: (page) => moment(page, 'Lastmod'),
  ByPublishDate: (page) => moment(page, 'PublishDate'),
  ByExpiryDate: (page) => moment(page, 'ExpiryDate'),
  ByLength: ({ page }) => page.source.text.length - page.bodyOffset,
  ByLanguage: ({ page }) => page.language,
};

/** Finds a method of a list of pages; `undefined` if there is none. */
export function listMember(pages: readonly BasePage[], name: string): unknown {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key) return sortBy(pages, key);
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method?.(pages);
}

const methods: Readonly<Record<string, (pages: readonly BasePage[]) => unknown>> = {
  Related: (pages) => (request: unknown) => findRelated(pages, request),
  // The default order: by weight, then by date, title and path.
  ByWeight: (pages) => sortByDefault(pages),
  Len: (pages) => pages.length,
  Reverse: (pages) => pages.toReversed(),
  Limit: (pages) => (count: unknown) => pages.slice(0, Number(count)),
  ByParam: (pages) => (name: unknown) =>
    sortBy(pages, (page) => plainKey(valueOf(page, `Params.${toText(name)}`))),
  GroupBy: (pages) => (name: unknown, order: unknown) =>
    groupBy(pages, (page) => valueOf(page, toText(name)), order),
  GroupByParam: (pages) => (name: unknown, order: unknown) =>
    groupBy(pages, (page) => valueOf(page, `Params.${toText(name)}`), order),
  GroupByDate: (pages) => (layout: unknown, order: unknown) =>
    groupByTime(pages, 'Date', layout, order ?? 'desc'),
  GroupByPublishDate: (pages) => (layout: unknown, order: unknown) =>
    groupByTime(pages, 'PublishDate', layout, order ?? 'desc'),
  GroupByLastmod: (pages) => (layout: unknown, order: unknown) =>
    groupByTime(pages, 'Lastmod', layout, order ?? 'desc'),
  GroupByExpiryDate: (pages) => (layout: unknown, order: unknown) =>
    groupByTime(pages, 'ExpiryDate', layout, order ?? 'desc'),
  GroupByParamDate: (pages) => (name: unknown, layout: unknown, order: unknown) =>
    groupByTime(pages, `Params.${toText(name)}`, layout, order ?? 'desc'),
  Next: (pages) => (page: unknown) => pages[pages.indexOf(page as BasePage) - 1] ?? null,
  Prev: (pages) => (page: unknown) => pages[pages.indexOf(page as BasePage) + 1] ?? null,
};

function sortBy(pages: readonly BasePage[], key: Key): readonly BasePage[] {
  const collator = new Intl.Collator(pages[0]?.page.language.replace('_', '-') ?? 'en');
  const compare = (a: string | number, b: string | number): number => {
    if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
    return collator.compare(String(a), String(b));
  };
  return pages.toSorted((a, b) => compare(key(a), key(b)));
}

function sortByDefault(pages: readonly BasePage[]): readonly BasePage[] {
  const [first] = pages;
  if (!first) return pages;
  const { compare } = first.site.tree;
  return pages.toSorted((a, b) => compare(a.page, b.page));
}

const plainKey = (value: unknown): string | number => {
  if (value instanceof GoTime) return value.date.getTime();
  return typeof value === 'number' ? value : toText(value ?? '');
};

/** Reads a member, or a dotted path below `Params`. */
function valueOf(page: BasePage, path: string): unknown {
  if (path.startsWith('Params.')) return findParam(page.params, path.slice('Params.'.length));
  return path.split('.').reduce<unknown>((value, name) => {
    if (value instanceof GoObject) return value.member(name);
    return isMap(value) ? value[name] : undefined;
  }, page);
}

/** A group as templates see it. */
interface Group {
  readonly Key: unknown;
  readonly Pages: readonly BasePage[];
}

function groupBy(
  pages: readonly BasePage[],
  read: (page: BasePage) => unknown,
  order: unknown,
): readonly Group[] {
  const groups = new Map<string | number, { Key: unknown; Pages: BasePage[] }>();
  for (const page of pages) {
    const value = read(page);
    const key = plainKey(value);
    const group = groups.get(key) ?? { Key: value ?? '', Pages: [] };
    group.Pages.push(page);
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return order === 'desc' ? sorted.reverse() : sorted;
}

/** Groups pages by a date, formatted by the layout and sorted chronologically. */
function groupByTime(
  pages: readonly BasePage[],
  name: string,
  layout: unknown,
  order: unknown,
): readonly Group[] {
  const sorted = pages.toSorted((a, b) => moment(a, name) - moment(b, name));
  const groups = new Map<string, BasePage[]>();
  for (const page of sorted) {
    const time = valueOf(page, name);
    const key = time instanceof GoTime ? time.format(toText(layout)) : '';
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  const list = [...groups].map(([Key, Pages]) => ({ Key, Pages }));
  return order === 'desc'
    ? list.reverse().map(({ Key, Pages }) => ({ Key, Pages: Pages.toReversed() }))
    : list;
}

/** The names of the methods of lists of pages. */
export const listMemberNames: readonly string[] = [...Object.keys(keys), ...Object.keys(methods)];
