/** The data from which template objects are created: the site's files, and functions that render them. */
import type { Page, SiteConfig, Table } from '../../types.ts';
import type { GoObject } from '../gotemplate/values.ts';
import type { Pagination } from './pagination.ts';
import type { Store } from './store.ts';

/** Data and services of the site. */
export interface ModelSource {
  /** Returns the configuration for a language. */
  config(language: string): SiteConfig;
  /** All published pages in all languages, unordered. */
  readonly pages: readonly Page[];
  /** Whether a page is listed in its section, or in the whole site. */
  isListed(page: Page, where: 'section' | 'site'): boolean;
  /** Whether a page has an address; pages that are only read by others have none. */
  hasAddress(page: Page): boolean;
  /** Compares two pages of a language in Hugo's order. */
  compare(language: string): (a: Page, b: Page) => number;
  /** Reads `data/`. */
  data(): Table;
  /** Renders a page's text as HTML, with `<hr>` between slides. */
  content(page: Page): string;
  /** Renders Markdown in the context of a page. */
  renderString(page: Page, text: string, display: 'inline' | 'block'): string;
  /** Finds a page by its path, relative to another one. */
  findPage(ref: string, from: Page): Page | undefined;
  /** Resolves a reference of a page to an address. */
  resolveRef(page: Page, ref: string, isAbsolute: boolean): string;
  /** Lists the files of a page, and the Markdown parts of its bundle. */
  resources(page: Page): readonly GoObject[];
  /** Returns the store of a page for templates. */
  store(page: Page): Store;
  /** Returns the pagination of a page while it is rendered. */
  pagination(page: Page): Pagination;
  /**
   * Renders a page with a content view: `.Render "li"`.
   * @throws {TemplateFailure} if the view does not exist
   */
  renderView(page: Page, view: string): string;
  readonly environment: string;
  readonly isServer: boolean;
}
