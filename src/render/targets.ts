/** What is published of a deck: one row an output. */
import type { Client, Output, RenderedDeck, SiteConfig, Table } from '../types.ts';
import { firstSlideData, sectionsToPaint } from './first-slide.ts';
import { iconAddress } from './icon.ts';
import { readMeta } from './meta.ts';

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

/** What the pages of a site share. */
export interface SiteFrame {
  readonly config: SiteConfig;
  /** The output path of the icon; none by default. */
  readonly icon?: string | undefined;
}

/** The outputs of a deck. */
export function renderOutputs(
  rendered: RenderedDeck,
  client: Client,
  frame: SiteFrame,
  renderLayout: RenderLayout,
): readonly Output[] {
  const data = layoutData(rendered, client, frame);
  return targets.map((target) => ({ path: target.path(rendered), text: renderLayout(target.layout, data) }));
}

/** What a layout gets: plain data. */
function layoutData(rendered: RenderedDeck, client: Client, { config, icon }: SiteFrame): Table {
  const { deck, title, params, features, style, slots, files } = rendered;
  const { outputPath, head } = deck;
  const address = (file: string): string => authorsAddress(file, outputPath, client);
  const firstSlide = firstSlideData(rendered, client, address);
  return {
    title,
    description: head.description,
    meta: readMeta(head, config),
    icon: iconAddress(icon, slots.head, address),
    firstSlide,
    sections: firstSlide ? sectionsToPaint(rendered.sections) : rendered.sections,
    styles: firstSlide ? [] : [client.style(style), ...files.styles, ...files.pluginStyles].map(address),
    ...scriptData(rendered, client, address),
    settings: {
      options: params.options,
      features,
      ...(startsItself(rendered) && { startsItself: true }),
      ...(params.offline && client.offlineWorker && { offlineWorker: address(client.offlineWorker) }),
      ...client.settings,
    },
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
function scriptData(rendered: RenderedDeck, client: Client, address: (file: string) => string): Table {
  const { scripts, files } = rendered;
  if (scripts === 'module') return { scripts: client.scripts.map(address) };
  if (!client.classic) throw new Error('the client has no classic script');
  const { script, modules, behind = [] } = client.classic;
  return {
    scripts: modules.map(address),
    classic: {
      script: address(script),
      isEarly: isEarly(rendered),
      startsItself: startsItself(rendered),
      pluginScripts: files.plugins.flatMap(({ script }) => (script === undefined ? [] : [address(script)])),
      plugins: namedPlugins(rendered),
      scripts: [...behind, ...files.scripts].map(address),
    },
  };
}

const namedPlugins = ({ files }: RenderedDeck): RenderedDeck['files']['plugins'] =>
  files.plugins.filter(({ name }) => name !== undefined);

/** In the theme reveal.js comes after both of these places, and a script there that uses it fails. */
const isEarly = ({ slots }: RenderedDeck): boolean => REVEAL_RE.test(slots.head + slots.end);

/** Only the globals of plugins need words in the page, which a strict policy for scripts would have to name. */
function startsItself(rendered: RenderedDeck): boolean {
  return rendered.scripts === 'classic' && !isEarly(rendered) && rendered.files.plugins.length === 0;
}

const REVEAL_RE = /<script\b[^>]*>(?:(?!<\/script)[^])*\bReveal\b/i;

/** An address of the author: those with a host or a slash in front are left alone, as in Hugo. */
export function authorsAddress(file: string, outputPath: string, client: Client): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(file) ? file : client.address(file, outputPath);
}
