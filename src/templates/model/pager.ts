/** `.Paginate` and `.Paginator`: pages of a long list. Source of the names: Hugo's `Pager`. */
import { toText } from '../functions/values/conversions.ts';
import { toList } from '../functions/values/lists.ts';
import { GoObject, isMap, TemplateFailure } from '../gotemplate/values.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import type { BasePage } from './page-base.ts';
import { readPagination, readPagerSize } from './pagination.ts';

/** The state that all pagers of a list share. */
interface Divided {
  readonly pagers: readonly PagerObject[];
  readonly size: number;
  readonly total: number;
  /** Creates the address of a pager. */
  address(number: number): string;
}

/** A pager: one part of a list. */
export class PagerObject extends RowObject {
  readonly typeName = 'page.Pager';
  readonly number: number;
  readonly elements: readonly unknown[];
  readonly all: Divided;

  constructor(number: number, elements: readonly unknown[], all: Divided) {
    super();
    this.number = number;
    this.elements = elements;
    this.all = all;
  }

  override memberNames(): readonly string[] {
    return Object.keys(rows);
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this);
  }

  override toString(): string {
    return `Pager ${this.number}`;
  }
}

const isGroup = (element: unknown): boolean => isMap(element) && 'Key' in element;

const rows: MemberRows<PagerObject> = {
  PageNumber: ({ number }) => number,
  URL: ({ all, number }) => all.address(number),
  Pages: ({ elements }) => (elements.some(isGroup) ? [] : elements),
  PageGroups: ({ elements }) => (elements.some(isGroup) ? elements : []),
  NumberOfElements: ({ elements }) => countOf(elements),
  TotalNumberOfElements: ({ all }) => all.total,
  // An empty list has one pager, which does not count.
  TotalPages: ({ all }) => (all.total === 0 ? 0 : all.pagers.length),
  PagerSize: ({ all }) => all.size,
  PageSize: ({ all }) => all.size,
  Pagers: ({ all }) => all.pagers,
  HasPrev: ({ number }) => number > 1,
  HasNext: ({ number, all }) => number < all.pagers.length,
  Prev: ({ number, all }) => all.pagers[number - 2],
  Next: ({ number, all }) => all.pagers[number],
  First: ({ all }) => all.pagers[0],
  Last: ({ all }) => all.pagers.at(-1),
};

const pagesOf = (group: unknown): readonly unknown[] => (isMap(group) ? toList(group['Pages'] ?? []) : []);

const countOf = (elements: readonly unknown[]): number =>
  elements.some(isGroup) ? elements.flatMap(pagesOf).length : elements.length;

/** A page with the group that it is listed in. */
interface Listed {
  readonly page: unknown;
  readonly group: Readonly<Record<string, unknown>> | undefined;
}

const listed = (element: unknown): readonly Listed[] =>
  isMap(element) && isGroup(element)
    ? pagesOf(element).map((page) => ({ page, group: element }))
    : [{ page: element, group: undefined }];

/** Divides pages, or groups of pages, by size. A group that spans two pagers is in both, with its part of the pages. */
function divide(elements: readonly unknown[], size: number): readonly (readonly unknown[])[] {
  const parts: unknown[][] = [[]];
  for (const [n, { page, group }] of elements.flatMap(listed).entries()) {
    if (n > 0 && n % size === 0) parts.push([]);
    const part = parts.at(-1) ?? [];
    const last = part.at(-1);
    if (group === undefined) part.push(page);
    else if (isMap(last) && last['Key'] === group['Key'])
      part.splice(-1, 1, { ...last, Pages: [...pagesOf(last), page] });
    else part.push({ ...group, Pages: [page] });
  }
  return parts;
}

/** Creates the address of a pager: that of the page, or a folder below it. */
function addressOf({ page, site }: BasePage, number: number): string {
  return site.config.basePath + pagerAddress(page.address, number, readPagination(site.config.raw).path);
}

/** Creates the address of a pager from that of its page: `posts/` becomes `posts/page/2/`. */
export function pagerAddress(address: string, number: number, folder: string): string {
  return number === 1 ? address : `${address.replace(/\.html$/, '/')}${folder}/${number}/`;
}

function createPagers(owner: BasePage, elements: readonly unknown[], size: number): readonly PagerObject[] {
  const pagers: PagerObject[] = [];
  const total = countOf(elements);
  const all: Divided = { pagers, size, total, address: (number) => addressOf(owner, number) };
  for (const part of divide(elements, size)) pagers.push(new PagerObject(pagers.length + 1, part, all));
  return pagers;
}

/** Finds the pager to render; the first call for a page decides which list is divided. */
function pagerOf(owner: BasePage, elements: () => readonly unknown[], size: unknown): unknown {
  const { page, site } = owner;
  if (page.kind === 'page') {
    const failure = `pagination not supported for this page: kind: "${page.kind}", path: "/${page.path}"`;
    throw new TemplateFailure(
      failure,
      'Only list pages have pagers: the home page, sections, taxonomies and terms.',
    );
  }
  const state = site.source.pagination(page);
  const { pagerSize } = readPagination(site.config.raw);
  const pagers = (state.pagers ??= createPagers(owner, elements(), readSize(size) ?? pagerSize));
  return pagers[state.current - 1] ?? pagers[0];
}

function readSize(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const size = readPagerSize(value instanceof GoObject ? toText(value) : value);
  if (size === undefined) throw new TemplateFailure("'pagerSize' must be a positive integer");
  return size;
}

/** Finds the list for `.Paginator`: the pages of a section, or on the home page all of the main sections. */
function defaultElements(owner: BasePage): readonly unknown[] {
  if (owner.page.kind !== 'home') return owner.below(['page']);
  return owner.site.regularPages;
}

export const pagePagers: MemberRows<BasePage> = {
  Paginate: (owner) => (elements: unknown, size: unknown) =>
    pagerOf(owner, () => (elements === undefined || elements === null ? [] : toList(elements)), size),
  Paginator: (owner) => (size: unknown) => pagerOf(owner, () => defaultElements(owner), size),
};
