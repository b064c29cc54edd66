/** How the pages of one language hang together: the home page, its sections, and theirs. */
import type { Page } from '../../types.ts';

/** The tree of the pages of a language. */
export interface PageTree {
  readonly home: Page;
  /** Every page, sections among them, in Hugo's order. */
  readonly pages: readonly Page[];
  /** The page above; `undefined` for the home page. */
  parent(page: Page): Page | undefined;
  /** The pages and sections right below a page. */
  children(page: Page): readonly Page[];
}

/** Hangs pages in a tree. A home page is among them, whether a file stands for it or not. */
export function createTree(
  published: readonly Page[],
  language: string,
  compare: (a: Page, b: Page) => number,
): PageTree {
  const own = published.filter((page) => page.language === language && page.bundle !== 'part');
  const home = own.find(({ kind }) => kind === 'home');
  if (!home) throw new Error(`there is no home page in the language ${language}`);
  const pages = own.filter((page) => page !== home).sort(compare);
  const sections = new Map(pages.filter(({ kind }) => kind === 'section').map((page) => [page.path, page]));
  const parent = (page: Page): Page | undefined => {
    if (page === home) return undefined;
    for (let at = above(page.path); at !== ''; at = above(at)) {
      const section = sections.get(at);
      if (section) return section;
    }
    return home;
  };
  const children = new Map<Page, Page[]>();
  for (const page of pages) {
    const top = parent(page) ?? home;
    children.set(top, [...(children.get(top) ?? []), page]);
  }
  return { home, pages: [home, ...pages], parent, children: (page) => children.get(page) ?? [] };
}

const above = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
