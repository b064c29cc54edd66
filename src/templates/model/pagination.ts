/** `[pagination]` of the configuration, and its older names. */
import { toText } from '../functions/values/conversions.ts';
import { isMap } from '../gotemplate/values.ts';
import { normalizeParams } from './params.ts';

/** Settings of pagers. */
export interface PaginationConfig {
  readonly pagerSize: number;
  /** The folder of the following pages: `page` of `posts/page/2/`. */
  readonly path: string;
  readonly disableAliases: boolean;
}

const PAGER_SIZE = 10;
const PATH = 'page';

/** Reads the settings from a whole configuration. */
export function readPagination(raw: Readonly<Record<string, unknown>>): PaginationConfig {
  const { pagination, paginate, paginatepath } = normalizeParams(raw);
  const table = isMap(pagination) ? pagination : {};
  return {
    pagerSize: readPagerSize(table['pagersize'] ?? paginate) ?? PAGER_SIZE,
    path: toText(table['path'] ?? paginatepath ?? '').replace(/^\/+|\/+$/g, '') || PATH,
    disableAliases: table['disablealiases'] === true,
  };
}

/** Reads a pager size; `undefined` if it is invalid. */
export function readPagerSize(value: unknown): number | undefined {
  const size = Number(value);
  return value !== undefined && value !== null && Number.isInteger(size) && size > 0 ? size : undefined;
}

/** The divided list of a page, and the pager to render; one per rendered page. */
export class Pagination {
  /** The number of the pager to render, starting at 1. */
  current = 1;
  /** The pagers of the first `.Paginate` or `.Paginator` of the page. */
  pagers: readonly unknown[] | undefined;
}
