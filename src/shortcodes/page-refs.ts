/** Finds pages by the paths that authors write in links. Source: Hugo's `ref` and `GetPage`. */
import type { Page } from '../types.ts';

/** The pages to search, and the origin of the link. */
export interface RefScope {
  readonly pages: readonly Page[];
  /** The page that contains the link. */
  readonly from: Page;
  /** Language code; by default, or if empty, that of the page. */
  readonly language?: string;
}

/** The target of a link; without a page, a position on the page of the link. */
export interface ResolvedRef {
  readonly page: Page | undefined;
  /** Starts with `#`, or is empty. */
  readonly fragment: string;
}

const FILE_RE = /(?:(?:^|\/)_?index)?(?:\.[a-z]{2,3}(?:-[a-z]+)?)?\.(?:md|markdown|html)$|(?:^|\/)_index$/i;

/** Finds the page for `/talk/a.md`, `talk/a`, `../a`, `a.md#part`, a name that only one page has, or `#part` alone. */
export function resolveRef(ref: string, { pages, from, language }: RefScope): ResolvedRef | undefined {
  const at = ref.indexOf('#');
  const fragment = at < 0 ? '' : ref.slice(at);
  const written = (at < 0 ? ref : ref.slice(0, at)).trim();
  if (written === '') return { page: undefined, fragment };
  const wanted = language || from.language;
  const inLanguage = pages.filter((page) => page.language === wanted);
  const page = findPage(written, from, inLanguage);
  return page && { page, fragment };
}

/** Finds the page at the path of a link: relative to the page that contains it, or else to the content folder. */
export function findLinkedPage(path: string, { pages, from, language }: RefScope): Page | undefined {
  const wanted = language || from.language;
  // Links in a leaf bundle are relative to its folder.
  const folder = from.bundle === 'leaf' ? from.path : from.folder;
  const inLanguage = pages.filter((page) => page.language === wanted);
  return findByPath(path, { ...from, folder }, inLanguage);
}

function findByPath(written: string, from: Page, pages: readonly Page[]): Page | undefined {
  const name = written.replace(FILE_RE, '').replace(/\/$/, '');
  const at = (path: string): Page | undefined => pages.find((page) => samePath(page.path, path));
  if (written.startsWith('/')) return at(name.slice(1));
  const sibling = join(from.folder, name);
  return (sibling === undefined ? undefined : at(sibling)) ?? at(name);
}

function findPage(written: string, from: Page, pages: readonly Page[]): Page | undefined {
  const name = written.replace(FILE_RE, '').replace(/\/$/, '');
  const found = findByPath(written, from, pages);
  if (found || name.includes('/')) return found;
  // A name alone is enough if only one page has it.
  const named = pages.filter(({ path }) => samePath(path.split('/').at(-1) ?? '', name));
  return named.length === 1 ? named[0] : undefined;
}

function samePath(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Joins a folder and a relative path; `undefined` if the result is outside the content folder. */
function join(folder: string, name: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..' && parts.length === 0) return undefined;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
