/** The data from which members of a page are computed: the page, its site, and related pages. */
import type { Page, SiteConfig } from '../../types.ts';
import type { GoObject } from '../gotemplate/values.ts';
import { RowObject } from './members.ts';
import type { ModelSource } from './source.ts';
import type { PageTree } from './tree.ts';

/** What a page needs from its site. */
export interface PageSite extends GoObject {
  readonly source: ModelSource;
  readonly config: SiteConfig;
  readonly tree: PageTree;
  readonly language: GoObject;
  readonly pages: readonly BasePage[];
  readonly regularPages: readonly BasePage[];
  object(page: Page): BasePage;
  translations(page: Page): readonly BasePage[];
  sorted(pages: readonly BasePage[]): readonly BasePage[];
  /** Sorts pages by language. */
  inLanguages(pages: readonly BasePage[]): readonly BasePage[];
  resources(page: Page): GoObject;
  /** Finds the terms of a page in a taxonomy. */
  terms(page: Page, taxonomy: string): readonly BasePage[];
  findPage(ref: string, from: Page): BasePage | undefined;
}

/** A page without its members, which are in other files. */
export abstract class BasePage extends RowObject {
  readonly typeName = 'page.Page';
  readonly page: Page;
  readonly site: PageSite;

  constructor(page: Page, site: PageSite) {
    super();
    this.page = page;
    this.site = site;
  }

  override toString(): string {
    return `Page(/${this.page.path})`;
  }

  get params(): Readonly<Record<string, unknown>> {
    return this.member('Params') as Readonly<Record<string, unknown>>;
  }

  /** Whether the page represents a file about the whole site, such as the sitemap. */
  get isSiteFile(): boolean {
    return ['sitemap', 'robotsTXT', '404'].includes(this.page.kind);
  }

  /** The parent and all ancestors. */
  get ancestors(): readonly BasePage[] {
    const parent = this.site.tree.parent(this.page);
    if (!parent) return [];
    const above = this.site.object(parent);
    return [above, ...above.ancestors];
  }

  /** Finds the direct children of some kinds. */
  below(kinds: readonly string[]): readonly BasePage[] {
    return this.site.tree
      .children(this.page)
      .filter(({ kind }) => kinds.includes(kind))
      .map((page) => this.site.object(page));
  }

  get allBelow(): readonly BasePage[] {
    return this.site.tree.descendants(this.page).map((page) => this.site.object(page));
  }

  /** The nearest section; the page itself if it is one. */
  get section(): BasePage {
    if (this.page.kind !== 'page') return this;
    const parent = this.site.tree.parent(this.page);
    return parent ? this.site.object(parent) : this;
  }

  get siblings(): readonly BasePage[] {
    return this.section.below(['page']);
  }

  get translations(): readonly BasePage[] {
    return this.site.inLanguages(this.site.translations(this.page));
  }

  get content(): string {
    return this.site.source.content(this.page);
  }
}
