/** `[pagination]` of the configuration, and its older spellings. */
import { toText } from '../functions/values/conversions.ts';
import { isMap } from '../gotemplate/values.ts';
import { normalizeParams } from './params.ts';

/** How the pages of lists are divided. */
export interface PaginationConfig {
  readonly pagerSize: number;
  /** The folder of the further pages: `page` of `posts/page/2/`. */
  readonly path: string;
  readonly disableAliases: boolean;
}

const PAGER_SIZE = 10;
const PATH = 'page';

/** Reads them of a whole configuration. */
export function readPagination(raw: Readonly<Record<string, unknown>>): PaginationConfig {
  const { pagination, paginate, paginatepath } = normalizeParams(raw);
  const table = isMap(pagination) ? pagination : {};
  return {
    pagerSize: readPagerSize(table['pagersize'] ?? paginate) ?? PAGER_SIZE,
    path: toText(table['path'] ?? paginatepath ?? '').replace(/^\/+|\/+$/g, '') || PATH,
    disableAliases: table['disablealiases'] === true,
  };
}

/** A size of pagers; `undefined` for what is none. */
export function readPagerSize(value: unknown): number | undefined {
  const size = Number(value);
  return value !== undefined && value !== null && Number.isInteger(size) && size > 0 ? size : undefined;
}

/** What a template has divided of a page, and which part of it is written. One for each page that is rendered. */
export class Pagination {
  /** The number of the pager that is written, from 1. */
  current = 1;
  /** The pagers that the first `.Paginate` or `.Paginator` of the page has made. */
  pagers: readonly unknown[] | undefined;
}
