/** `sitemap` of the site and of a page, and where it is written. */
import path from 'node:path';
import type { SiteConfig, SitemapConfig } from '../types.ts';
import type { Reader } from './values.ts';

/** Hugo's. */
const defaults = {
  changefreq: undefined,
  priority: undefined,
  filename: 'sitemap.xml',
  disable: false,
} satisfies SitemapConfig;

/** What a table says of the sitemap; keys that nobody wrote are not there. */
export function readSitemap(read: Reader): Partial<SitemapConfig> {
  const changefreq = read.string('sitemap.changefreq') || undefined;
  const priority = read.number('sitemap.priority');
  const disable = read.boolean('sitemap.disable');
  return {
    ...(changefreq !== undefined && { changefreq }),
    // A negative one is Hugo's word for none.
    ...(priority !== undefined && { priority: priority < 0 ? undefined : priority }),
    ...(disable !== undefined && { disable }),
  };
}

/** What the site says of it. */
export function readSiteSitemap(read: Reader): SitemapConfig {
  const filename = path.posix.join('/', read.string('sitemap.filename') || defaults.filename).slice(1);
  return { ...defaults, ...readSitemap(read), filename: filename || defaults.filename };
}

/** Where a sitemap is written: of a site with several languages, each has one of its own, and one leads to them. */
export function sitemapPath({ sitemap }: Pick<SiteConfig, 'sitemap'>, language?: string): string {
  return language === undefined ? sitemap.filename : `${language}/${sitemap.filename}`;
}
