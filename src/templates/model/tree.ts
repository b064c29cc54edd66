/** How the pages of one language hang together: the home page, its sections, and theirs. */
import type { Page } from '../../types.ts';

/** The tree of the pages of a language. */
export interface PageTree {
  readonly home: Page;
  /** Every page, sections among them, in Hugo's order. */
  readonly all: readonly Page[];
  /** Those that stand in lists of the whole site. */
  readonly pages: readonly Page[];
  /** Compares two of them in that order. */
  compare(this: void, a: Page, b: Page): number;
  /** The page above; `undefined` for the home page. */
  parent(page: Page): Page | undefined;
  /** The pages and sections right below a page that stand in its lists. */
  children(page: Page): readonly Page[];
  /** Those below, however deep: what stands below a section that is in no list is in the lists of that one. */
  descendants(page: Page): readonly Page[];
}

/** What a tree asks of the site. */
export interface TreeRules {
  compare(this: void, a: Page, b: Page): number;
  isListed(this: void, page: Page, where: 'section' | 'site'): boolean;
}

/** Hangs pages in a tree. A home page is among them, whether a file stands for it or not. */
export function createTree(
  published: readonly Page[],
  language: string,
  { compare, isListed }: TreeRules,
): PageTree {
  const own = published.filter((page) => page.language === language && page.bundle !== 'part');
  const home = own.find(({ kind }) => kind === 'home');
  if (!home) throw new Error(`there is no home page in the language ${language}`);
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

/** As in Hugo, a section without a date of its own has the latest of those below it, and stands by it in lists. */
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
