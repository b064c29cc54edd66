/** Writes the page that a host shows for an unknown address: `404.html`, in each language. */
import { findIcon, iconAddress } from '../../render/icon.ts';
import { hasHost } from '../../render/meta.ts';
import { rewriteAddresses } from '../../render/rewrite-addresses.ts';
import { siteFilePage } from '../../site/pages/generated-pages.ts';
import type { Output, Page, SiteConfig, Table } from '../../types.ts';
import type { SiteOutputContext } from './output-contexts.ts';
import { publishedLanguages } from './languages.ts';

const FILE = '404.html';

/** Writes the pages with the author's `404.html` or `404.hbs`, or with our own layout. */
export function writeNotFound(context: SiteOutputContext): readonly Output[] {
  return publishedLanguages(context).map(({ code, folder }) => {
    const path = folder === '' ? FILE : `${folder}/${FILE}`;
    const config = context.renderer.config(code);
    const text = customPage(path, code, context) ?? defaultPage(path, code, context);
    // The page may be shown for an address in any folder, so its links need absolute paths.
    return { path, text: isAnywhere(config) ? rewriteAddresses(text, path, config) : text };
  });
}

const TEMPLATE_RE = /(?:^|\/)404(?:\.\w+)*\.html$/;

/** Whether the author has a layout for the page, as a Go template or in Handlebars. */
export function hasOwnNotFound({ layouts, templateFiles }: SiteOutputContext['environment']): boolean {
  return layouts.isFromAuthor('404') || templateFiles.names.some((name) => TEMPLATE_RE.test(name));
}

/** Whether the site has no known host. It may then be opened without a server, where absolute paths do not work. */
const isAnywhere = (config: SiteConfig): boolean => config.canonifyURLs || !hasHost(config);

function customPage(
  path: string,
  language: string,
  { renderer, report, site, environment }: SiteOutputContext,
): string | undefined {
  if (environment.templateFiles.names.length === 0) return undefined;
  const known = { kind: '404', language, title: '404 Page not found', outputPath: path } as const;
  return renderer
    .templates({ page: siteFilePage(known, site.config), report, onDependency: () => undefined })
    .html();
}

function defaultPage(
  path: string,
  language: string,
  { renderer, site, environment, isTaken }: SiteOutputContext,
): string {
  const config = renderer.config(language);
  const { basePath, title, languageCode } = config;
  const link = ({ address }: Pick<Page, 'address'>): string => basePath + address;
  const folder = path.slice(0, -FILE.length);
  const first = `${folder}index.html`;
  const decks = site.listedDecks.filter((deck) => deck.language === language && deck.outputPath !== first);
  const home = site.decks.find(({ outputPath }) => outputPath === first)?.head.title || title;
  const data: Table = {
    icon: iconAddress(findIcon(site.staticSources), '', (file) => basePath + file),
    home: isTaken(first) ? { address: basePath + folder, title: home } : undefined,
    decks: decks.map(({ head }) => ({ address: link(head), title: head.title || head.address })),
    site: { title, languageCode },
  };
  return environment.renderLayout('404', data);
}
