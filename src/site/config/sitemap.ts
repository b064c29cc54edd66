/** Reads `sitemap` of the site and of pages. */
import path from 'node:path';
import type { SiteConfig, SitemapConfig } from '../../types.ts';
import type { Reader } from '../values.ts';

/** Hugo's defaults. */
const defaults = {
  changefreq: undefined,
  priority: undefined,
  filename: 'sitemap.xml',
  disable: false,
} satisfies SitemapConfig;

/** Reads a `sitemap` table; keys that are not set are missing. */
export function readSitemap(read: Reader): Partial<SitemapConfig> {
  const changefreq = read.string('sitemap.changefreq') || undefined;
  const priority = read.number('sitemap.priority');
  const disable = read.boolean('sitemap.disable');
  return {
    ...(changefreq !== undefined && { changefreq }),
    // In Hugo, a negative priority means none.
    ...(priority !== undefined && { priority: priority < 0 ? undefined : priority }),
    ...(disable !== undefined && { disable }),
  };
}

/** Reads `sitemap` of the site, with defaults. */
export function readSiteSitemap(read: Reader): SitemapConfig {
  const filename = path.posix.join('/', read.string('sitemap.filename') || defaults.filename).slice(1);
  return { ...defaults, ...readSitemap(read), filename: filename || defaults.filename };
}

/** Returns the output path of a sitemap: with several languages, that of a language or of the index. */
export function sitemapPath({ sitemap }: Pick<SiteConfig, 'sitemap'>, language?: string): string {
  return language === undefined ? sitemap.filename : `${language}/${sitemap.filename}`;
}
