/** What the objects of templates are made from: the site as it was read, and how to render what is in it. */
import type { Page, SiteConfig, Table } from '../../types.ts';
import type { GoObject } from '../gotemplate/values.ts';
import type { Pagination } from './pagination.ts';
import type { Store } from './store.ts';

/** What is told of a page that is rendered. */
export interface ModelSource {
  /** The site in a language. */
  config(language: string): SiteConfig;
  /** All published pages, of all languages, in no order. */
  readonly pages: readonly Page[];
  /** Whether a page stands in the lists of its section, or in those of the whole site. */
  isListed(page: Page, where: 'section' | 'site'): boolean;
  /** Whether a page has an address, which one that others only read has not. */
  hasAddress(page: Page): boolean;
  /** Compares two pages of a language in the order that Hugo lists them in. */
  compare(language: string): (a: Page, b: Page) => number;
  /** `data/`. */
  data(): Table;
  /** A page's text as HTML, slides apart by `<hr>`. */
  content(page: Page): string;
  /** Markdown on behalf of a page. */
  renderString(page: Page, text: string, display: 'inline' | 'block'): string;
  /** A page by its path, as seen from another one. */
  findPage(ref: string, from: Page): Page | undefined;
  /** Where a reference of a page leads. */
  resolveRef(page: Page, ref: string, isAbsolute: boolean): string;
  /** The files of a page, and the parts of its bundle that are Markdown. */
  resources(page: Page): readonly GoObject[];
  /** The keys that templates keep for a page. */
  store(page: Page): Store;
  /** Which part of its list a page shows while it is written. */
  pagination(page: Page): Pagination;
  /** A page by one of the layouts of its content: `.Render "li"`. @throws {TemplateFailure} where there is none */
  renderView(page: Page, view: string): string;
  readonly environment: string;
  readonly isServer: boolean;
}
