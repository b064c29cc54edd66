/**
 * Writes the sitemap: the absolute addresses of all decks and other published pages. A site in several languages has a
 * sitemap per language, and an index of them. Source: Hugo's own template.
 */
import { hasHost } from '../../render/meta.ts';
import { isListed } from '../../site/pages/publishing.ts';
import { siteFilePage } from '../../site/pages/generated-pages.ts';
import { sitemapPath } from '../../site/config/sitemap.ts';
import type { Output, Page, SiteConfig, Table } from '../../types.ts';
import { publishedLanguages } from './languages.ts';
import type { SiteOutputContext } from './output-contexts.ts';

/** Writes the sitemap; without a host in the base URL there is none, because it needs absolute addresses. */
export function writeSitemap(context: SiteOutputContext): readonly Output[] {
  const { site, environment } = context;
  const { config } = site;
  if (!hasHost(config)) return [];
  const pages = mappedPages(context);
  if (config.languages.length === 1) return [writeOne(sitemapPath(config), undefined, pages, context)];
  const ofLanguages = publishedLanguages(context).map(({ code }) =>
    writeOne(sitemapPath(config, code), code, pages, context),
  );
  const sitemaps = ofLanguages.map(({ path }) => ({ address: config.baseURL + path }));
  return [
    ...ofLanguages,
    { path: sitemapPath(config), text: environment.renderLayout('sitemap-index', { sitemaps }) },
  ];
}

/** A page in the sitemap. */
interface MappedPage {
  readonly page: Page;
  /** The date of the last change: for a deck, that of its most recently changed page. */
  readonly changed: Date | undefined;
}

/** Lists all pages for the sitemap, including the list of decks at the root. */
function mappedPages({ site, isTaken }: SiteOutputContext): readonly MappedPage[] {
  const others = site.otherPages.filter(({ outputPath, bundle }) => bundle !== 'part' && isTaken(outputPath));
  const all = [
    ...site.decks.map(({ head, pages }) => ({ page: head, changed: latest(pages) })),
    ...others.map((page) => ({ page, changed: page.lastmod })),
  ];
  return all
    .filter(({ page }) => isListed(page, 'site') && !isExcluded(page, site.config))
    .sort((a, b) => (a.page.address < b.page.address ? -1 : 1));
}

const isExcluded = ({ sitemap }: Page, config: SiteConfig): boolean =>
  sitemap.disable ?? config.sitemap.disable;

function latest(pages: readonly Page[]): Date | undefined {
  const dates = pages.flatMap(({ lastmod }) => lastmod ?? []);
  return dates.sort((a, b) => b.getTime() - a.getTime())[0];
}

function writeOne(
  path: string,
  language: string | undefined,
  pages: readonly MappedPage[],
  context: SiteOutputContext,
): Output {
  const { site, environment } = context;
  const own = pages.filter(({ page }) => language === undefined || page.language === language);
  const translations = groupTranslations(pages);
  const data = {
    pages: own.map((mapped) => rowOf(mapped, translations.get(keyOf(mapped)) ?? [], site.config)),
  };
  const code = language ?? site.config.languages[0]?.code ?? '';
  return { path, text: customFile(path, code, context) ?? environment.renderLayout('sitemap', data) };
}

/** Groups pages that are translations of each other. */
function groupTranslations(pages: readonly MappedPage[]): ReadonlyMap<string, readonly Page[]> {
  const groups = new Map<string, Page[]>();
  for (const mapped of pages) {
    const group = groups.get(keyOf(mapped));
    if (group) group.push(mapped.page);
    else groups.set(keyOf(mapped), [mapped.page]);
  }
  return groups;
}

const keyOf = ({ page }: MappedPage): string => `${page.kind}\n${page.path}`;

/** @param same the page and its translations */
function rowOf({ page, changed }: MappedPage, same: readonly Page[], config: SiteConfig): Table {
  const { changefreq, priority } = { ...config.sitemap, ...page.sitemap };
  return {
    address: config.baseURL + page.address,
    changed: changed?.toISOString().replace('.000Z', 'Z'),
    changefreq,
    // As a number, 0 would be falsy in Handlebars.
    priority: priority?.toString(),
    translations: same.length < 2 ? [] : same.map((other) => translationOf(other, config)),
  };
}

function translationOf({ language, address }: Page, { languages, baseURL }: SiteConfig): Table {
  const code = languages.find((one) => one.code === language)?.languageCode || language;
  return { language: code, address: baseURL + address };
}

function customFile(
  outputPath: string,
  language: string,
  { renderer, report, site, environment }: SiteOutputContext,
): string | undefined {
  if (environment.templateFiles.names.length === 0) return undefined;
  const page = siteFilePage({ kind: 'sitemap', language, title: '', outputPath }, site.config);
  return renderer.templates({ page, report, onDependency: () => undefined }).siteFile('sitemap');
}
