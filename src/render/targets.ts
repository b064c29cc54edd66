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
function layoutData(
  { deck, title, params, sections, features, style }: RenderedDeck,
  client: Client,
  config: SiteConfig,
): Table {
  const { outputPath, head } = deck;
  const bundled = client.address(client.style(style), outputPath);
  const authors = [params.customTheme, params.customCss]
    .filter((file) => file !== undefined)
    .map((file) => authorsAddress(file, outputPath, client));
  return {
    title,
    description: head.description,
    sections,
    styles: [bundled, ...authors],
    scripts: client.scripts.map((script) => client.address(script, outputPath)),
    settings: { options: params.options, features, ...client.settings },
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

/** An address of the author: those with a host or a slash in front are left alone, as in Hugo. */
function authorsAddress(file: string, outputPath: string, client: Client): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(file) ? file : client.address(file, outputPath);
}
