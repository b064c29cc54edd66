/** The page tree of one language: the home page, its sections, and theirs. */
import type { Page } from '../../types.ts';

/** The tree of the pages of a language. */
export interface PageTree {
  readonly home: Page;
  /** Every page, including sections, in Hugo's order. */
  readonly all: readonly Page[];
  /** The pages in lists of the whole site. */
  readonly pages: readonly Page[];
  /** Compares two pages in that order. */
  compare(this: void, a: Page, b: Page): number;
  /** Finds the parent page; `undefined` for the home page. */
  parent(page: Page): Page | undefined;
  /** Lists the direct child pages and sections that are listed. */
  children(page: Page): readonly Page[];
  /** Lists the listed pages below a page, at any depth, including those below an unlisted section. */
  descendants(page: Page): readonly Page[];
}

/** What a tree needs from the site. */
export interface TreeRules {
  compare(this: void, a: Page, b: Page): number;
  isListed(this: void, page: Page, where: 'section' | 'site'): boolean;
}

/** Creates the tree. It has a home page, even without a file for it. */
export function createTree(
  published: readonly Page[],
  language: string,
  { compare, isListed }: TreeRules,
): PageTree {
  const own = published.filter((page) => page.language === language && page.bundle !== 'part');
  const home = own.find(({ kind }) => kind === 'home');
  if (!home) throw new Error(`no home page in the language ${language}`);
  const dated = datedSections(own);
  const inOrder = (a: Page, b: Page): number => compare(dated.get(a) ?? a, dated.get(b) ?? b);
  const all = own.sort(inOrder);
  const pages = all.filter((page) => page !== home);
  const sections = new Map(pages.filter(({ kind }) => kind === 'section').map((page) => [page.path, page]));
  const parent = (page: Page): Page | undefined => {
    if (page === home) return undefined;
    for (let at = above(page.path); at !== ''; at = above(at)) {
      const section = sections.get(at);
      if (section) return section;
    }
    return home;
  };
  const below = new Map<Page, Page[]>();
  for (const page of pages) {
    const top = parent(page) ?? home;
    below.set(top, [...(below.get(top) ?? []), page]);
  }
  const isInSection = (page: Page): boolean => isListed(page, 'section');
  const descendants = (page: Page): readonly Page[] =>
    (below.get(page) ?? []).flatMap((child) => [
      ...(isInSection(child) ? [child] : []),
      ...descendants(child),
    ]);
  return {
    home,
    all,
    pages: all.filter((page) => isListed(page, 'site')),
    compare: inOrder,
    parent,
    children: (page) => (below.get(page) ?? []).filter(isInSection),
    descendants,
  };
}

/** Dates sections for sorting: as in Hugo, a section without a date has the latest date of its pages. */
function datedSections(pages: readonly Page[]): ReadonlyMap<Page, Page> {
  const latest = new Map<string, Date>();
  for (const { path, date } of pages) {
    if (!date) continue;
    for (let at = above(path); at !== ''; at = above(at))
      if (date.getTime() > (latest.get(at)?.getTime() ?? -Infinity)) latest.set(at, date);
  }
  const bare = pages.filter(({ kind, date }) => kind === 'section' && date === undefined);
  return new Map(bare.map((page) => [page, { ...page, date: latest.get(page.path) }]));
}

const above = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
