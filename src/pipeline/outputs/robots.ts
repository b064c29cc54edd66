/** `robots.txt`, where `enableRobotsTXT` asks for it: by the author's template, or one that leads to the sitemap. */
import { siteFilePage } from '../../site/stand-ins.ts';
import { sitemapPath } from '../../site/sitemap.ts';
import type { Output } from '../../types.ts';
import type { SiteErrand } from './site-errand.ts';

const FILE = 'robots.txt';

/** Writes it, once for all languages, as Hugo does. */
export function writeRobots(errand: SiteErrand): readonly Output[] {
  const { site, environment, isTaken } = errand;
  const { config } = site;
  if (!config.enableRobotsTXT) return [];
  const sitemap = isTaken(sitemapPath(config)) ? config.baseURL + sitemapPath(config) : undefined;
  return [{ path: FILE, text: authorsFile(errand) ?? environment.renderLayout('robots', { sitemap }) }];
}

function authorsFile({ renderer, report, site, environment }: SiteErrand): string | undefined {
  const [language] = site.config.languages;
  if (environment.templateFiles.names.length === 0 || !language) return undefined;
  const known = { kind: 'robotsTXT', language: language.code, title: '', outputPath: FILE } as const;
  const page = siteFilePage(known, site.config);
  return renderer.templates({ page, report, used: () => undefined }).siteFile('robotsTXT');
}
