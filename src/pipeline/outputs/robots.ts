/** Writes `robots.txt` if `enableRobotsTXT` is set: with the author's template, or with ours, which names the sitemap. */
import { siteFilePage } from '../../site/pages/generated-pages.ts';
import { sitemapPath } from '../../site/config/sitemap.ts';
import type { Output } from '../../types.ts';
import type { SiteOutputContext } from './output-contexts.ts';

const FILE = 'robots.txt';

/** Writes one file for all languages, as Hugo does. */
export function writeRobots(context: SiteOutputContext): readonly Output[] {
  const { site, environment, isTaken } = context;
  const { config } = site;
  if (!config.enableRobotsTXT) return [];
  const sitemap = isTaken(sitemapPath(config)) ? config.baseURL + sitemapPath(config) : undefined;
  return [{ path: FILE, text: customFile(context) ?? environment.renderLayout('robots', { sitemap }) }];
}

function customFile({ renderer, report, site, environment }: SiteOutputContext): string | undefined {
  const [language] = site.config.languages;
  if (environment.templateFiles.names.length === 0 || !language) return undefined;
  const known = { kind: 'robotsTXT', language: language.code, title: '', outputPath: FILE } as const;
  const page = siteFilePage(known, site.config);
  return renderer.templates({ page, report, onDependency: () => undefined }).siteFile('robotsTXT');
}
