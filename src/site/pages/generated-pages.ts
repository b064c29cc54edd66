/** Generates pages without a content file: as in Hugo, for the root and each top-level folder. */
import type { Page, PageKind, SiteConfig, Table } from '../../types.ts';
import { resolveAddress } from './page-address.ts';

/** Creates the title of a section from the name of its folder. */
export type TitleOf = (folder: string) => string;

/** Front matter of a generated page that replaces an unpublished one: only the pages below it are published. */
const UNPUBLISHED: Table = { build: { list: 'never', render: 'never' } };

/**
 * Generates the missing pages of all languages. `pages` are the published pages, `hidden` the others.
 */
export function createGeneratedPages(
  pages: readonly Page[],
  config: SiteConfig,
  titleOf: TitleOf,
  hidden: readonly Page[] = [],
): readonly Page[] {
  return config.languages.flatMap(({ code, title }) => {
    const unpublishedPages = hidden.filter(({ kind, language }) => language === code && kind !== 'page');
    const create = (kind: PageKind, path: string): Page => {
      const words = { kind, path, language: code, title: path === '' ? title : titleOf(path) };
      const page = createGeneratedPage(words, config);
      return unpublishedPages.some((other) => other.path === path) ? { ...page, params: UNPUBLISHED } : page;
    };
    const own = pages.filter((page) => page.language === code && page.bundle !== 'part');
    // A language without pages is not published.
    if (own.length === 0 && code !== config.languages[0]?.code) return [];
    const home = own.some(({ kind }) => kind === 'home') ? [] : [create('home', '')];
    return [...home, ...missingSections(own, unpublishedPages).map((folder) => create('section', folder))];
  });
}

function missingSections(pages: readonly Page[], unpublishedPages: readonly Page[]): readonly string[] {
  const known = new Set(pages.filter(({ kind }) => kind === 'section').map(({ path }) => path));
  const tops = pages
    .filter(({ path }) => path.includes('/'))
    .map(({ path }) => path.slice(0, path.indexOf('/')));
  const unpublished = unpublishedPages.filter(({ kind }) => kind === 'section').map(({ path }) => path);
  return [...new Set([...tops, ...unpublished])].filter((folder) => !known.has(folder));
}

/** Generates the page for templates of outputs that exist once per site or language, such as the sitemap. */
export function siteFilePage(
  known: Pick<Page, 'kind' | 'language' | 'title' | 'outputPath'>,
  config: SiteConfig,
): Page {
  const { outputPath } = known;
  return {
    ...createGeneratedPage({ ...known, path: '' }, config),
    outputPath,
    address: outputPath,
    aliases: [],
  };
}

/** The properties of a generated page. */
type GeneratedPage = Pick<Page, 'kind' | 'path' | 'language' | 'title'>;

function createGeneratedPage(known: GeneratedPage, config: SiteConfig): Page {
  const { path, title } = known;
  const source = { path: '', text: '' };
  const location = { source, start: 0, end: 0, format: 'TOML' as const };
  const bare = {
    ...known,
    source,
    bodyOffset: 0,
    folder: path,
    bundle: 'branch' as const,
    location,
    frontMatter: { data: {} },
  };
  const none = undefined;
  const { outputPath, address } = resolveAddress(
    { ...bare, date: none, slug: none, url: none, aliases: [] },
    config,
  );
  return {
    ...bare,
    type: path.toLowerCase() || 'page',
    resources: [],
    layout: none,
    outputPath,
    address,
    aliases: [],
    linkTitle: title,
    description: '',
    weight: 0,
    date: none,
    lastmod: none,
    publishDate: none,
    expiryDate: none,
    draft: false,
    sitemap: {},
    outputs: none,
    params: {},
  };
}
