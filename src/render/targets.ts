/** What is published of a deck: one row an output. */
import type { Client, Output, RenderedDeck, SiteConfig, Table } from '../types.ts';

/** Fills in a layout by its path. */
export type RenderLayout = (path: string, data: Table) => string;

/** One kind of output. */
interface Target {
  /** Where the output of a deck is written. */
  path(rendered: RenderedDeck): string;
  /** The layout that it is made from. */
  readonly layout: string;
}

const targets: readonly Target[] = [{ path: ({ deck }) => deck.outputPath, layout: 'deck' }];

/** The outputs of a deck. */
export function renderOutputs(
  rendered: RenderedDeck,
  client: Client,
  config: SiteConfig,
  renderLayout: RenderLayout,
): readonly Output[] {
  const data = layoutData(rendered, client, config);
  return targets.map((target) => ({ path: target.path(rendered), text: renderLayout(target.layout, data) }));
}

/** What a layout gets: plain data. */
function layoutData(rendered: RenderedDeck, client: Client, config: SiteConfig): Table {
  const { deck, title, params, sections, outside, features, style, slots, files } = rendered;
  const { outputPath, head } = deck;
  const address = (file: string): string => authorsAddress(file, outputPath, client);
  return {
    title,
    description: head.description,
    sections,
    outside,
    styles: [client.style(style), ...files.styles, ...files.pluginStyles].map(address),
    ...scriptData(rendered, client, address),
    settings: { options: params.options, features, ...client.settings },
    slots,
    logo: params.logo,
    page: { title: head.title, description: head.description, params: head.params },
    site: {
      title: config.title,
      baseURL: config.baseURL,
      basePath: config.basePath,
      languageCode: config.languageCode,
      params: config.params,
    },
  };
}

/** The scripts of a page: modules, and where scripts of the author run among them, those of the theme's order. */
function scriptData(
  { scripts, files, slots }: RenderedDeck,
  client: Client,
  address: (file: string) => string,
): Table {
  if (scripts === 'module') return { scripts: client.scripts.map(address) };
  if (!client.classic) throw new Error('the client has no classic script');
  return {
    scripts: client.classic.modules.map(address),
    classic: {
      script: address(client.classic.script),
      // In the theme reveal.js comes after both of them, and a script there that uses it fails.
      isEarly: REVEAL_RE.test(slots.head + slots.end),
      pluginScripts: files.plugins.flatMap(({ script }) => (script === undefined ? [] : [address(script)])),
      plugins: files.plugins.filter(({ name }) => name !== undefined),
      scripts: files.scripts.map(address),
    },
  };
}

const REVEAL_RE = /<script\b[^>]*>(?:(?!<\/script)[^])*\bReveal\b/i;

/** An address of the author: those with a host or a slash in front are left alone, as in Hugo. */
function authorsAddress(file: string, outputPath: string, client: Client): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(file) ? file : client.address(file, outputPath);
}
