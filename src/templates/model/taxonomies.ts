/**
 * `.Site.Taxonomies` and `.GetTerms`: the terms in the front matter of pages. Terms have no pages of their own, so only
 * those with a content file have an address. Source of the names: Hugo's taxonomies.
 */
import type { Page } from '../../types.ts';
import { toText } from '../functions/values/conversions.ts';
import { readList } from '../functions/values/lists.ts';
import { toTitleCase } from '../functions/inflect/title-case.ts';
import { type MemberRows, readRow, RowObject } from './members.ts';
import type { PageSite } from './page-base.ts';
import { listMember, listMemberNames } from './page-list.ts';
import { PageObject } from './page-object.ts';
import { normalizeParams } from './params.ts';
import { readTaxonomies } from './taxonomy-names.ts';

/** The terms of a site in a language. */
export interface Taxonomies {
  /** The terms of each taxonomy as templates see them, by their names in addresses. */
  readonly table: Readonly<Record<string, TermTable>>;
  /** Finds the terms of a page, in the order of its front matter. */
  of(page: Page, taxonomy: string): readonly PageObject[];
}

type TermTable = Readonly<Record<string, TermPages>>;

/** Reads the terms of a page. */
const termsOf = ({ params }: PageObject, plural: string): readonly string[] =>
  (readList(params[plural.toLowerCase()]) ?? []).map(toText).filter((term) => term !== '');

/** Converts a term to its form in addresses. */
const keyOf = (term: string): string => term.trim().toLowerCase().replaceAll(/\s+/g, '-');

export function createTaxonomies(site: PageSite): Taxonomies {
  const pages = site.pages.filter((page) => page instanceof PageObject);
  const tables = readTaxonomies(site.config).map(([plural, singular]) => {
    const found = new Map<string, { readonly term: string; readonly pages: PageObject[] }>();
    for (const page of pages)
      for (const term of termsOf(page, plural)) {
        const known = found.get(keyOf(term)) ?? { term, pages: [] };
        if (!known.pages.includes(page)) known.pages.push(page);
        found.set(keyOf(term), known);
      }
    const entries = [...found].map(([key, { term, pages: own }]) => {
      const object = new TermObject(termPage(site, `${plural}/${key}`, term), site, {
        term,
        singular,
        plural,
        pages: own,
      });
      return [key, new TermPages(key, object, own)] as const;
    });
    return [plural, createTable(entries)] as const;
  });
  const table = Object.fromEntries(tables);
  return {
    table,
    of: (page, taxonomy) =>
      termsOf(site.object(page) as PageObject, taxonomy).flatMap(
        (term) => table[taxonomy]?.[keyOf(term)]?.page ?? [],
      ),
  };
}

/** Creates a map of terms, which also has them in two orders, `.ByCount` and `.Alphabetical`. */
function createTable(entries: readonly (readonly [string, TermPages])[]): TermTable {
  const lists = entries.map(([, pages]) => pages).sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.defineProperties(Object.fromEntries(entries), {
    Alphabetical: { value: lists },
    ByCount: { value: lists.toSorted((a, b) => b.pages.length - a.pages.length) },
  });
}

/** Finds the page of a term: the author's, or else one without an address. */
function termPage({ tree, config }: PageSite, path: string, term: string): Page {
  const written = tree.all.find((page) => page.path.toLowerCase() === path.toLowerCase());
  if (written) return written;
  const { capitalizelisttitles, titlecasestyle } = normalizeParams(config.raw);
  const style = typeof titlecasestyle === 'string' ? titlecasestyle : undefined;
  const title = capitalizelisttitles === false ? term : toTitleCase(term, style);
  return {
    ...tree.home,
    kind: 'section',
    path,
    folder: path,
    source: { path: '', text: '' },
    bodyOffset: 0,
    frontMatter: { data: {} },
    resources: [],
    aliases: [],
    title,
    linkTitle: title,
    description: '',
    weight: 0,
    params: { build: { list: 'never', render: 'never' } },
  };
}

/** The members of a term beyond those of pages. */
interface TermWords {
  readonly term: string;
  readonly singular: string;
  readonly plural: string;
  readonly pages: readonly PageObject[];
}

/** The page of a term as templates see it. */
class TermObject extends PageObject {
  readonly #own: Readonly<Record<string, unknown>>;

  constructor(page: Page, site: PageSite, { term, singular, plural, pages }: TermWords) {
    super(page, site);
    this.#own = {
      Name: term,
      Kind: 'term',
      Type: plural,
      Section: plural,
      IsSection: false,
      Pages: pages,
      RegularPages: pages.filter((one) => one.page.kind === 'page'),
      Data: { Term: term, Singular: singular, Plural: plural, Pages: pages },
    };
  }

  protected override read(name: string): unknown {
    return Object.hasOwn(this.#own, name) ? this.#own[name] : super.read(name);
  }
}

/** The pages of a term, as a list with members of the term. */
class TermPages extends RowObject {
  readonly typeName = 'page.WeightedPages';
  readonly key: string;
  readonly page: PageObject;
  readonly pages: readonly PageObject[];

  constructor(key: string, page: PageObject, pages: readonly PageObject[]) {
    super();
    this.key = key;
    this.page = page;
    this.pages = pages;
  }

  override entries(): Iterable<readonly [unknown, unknown]> {
    return this.pages.entries();
  }

  override get isTrue(): boolean {
    return this.pages.length > 0;
  }

  override memberNames(): readonly string[] {
    return [...Object.keys(rows), ...listMemberNames];
  }

  protected override read(name: string): unknown {
    return readRow(rows, name, this) ?? listMember(this.pages, name);
  }

  /** Implements `.ByCount.Reverse`. */
  override listMember(list: readonly unknown[], name: string): unknown {
    return name === 'Reverse' ? list.toReversed() : undefined;
  }
}

const rows: MemberRows<TermPages> = {
  Page: ({ page }) => page,
  Pages: ({ pages }) => pages,
  Count: ({ pages }) => pages.length,
  Name: ({ key }) => key,
  Term: ({ key }) => key,
  WeightedPages: (list) => list,
};
