/** Creates the data for the layout of a deck. */
import type { Client, ReadyDeck, Section, SiteConfig, Table } from '../types.ts';
import { aroundData } from './around.ts';
import { firstSlideData, publishSections } from './first-slide.ts';
import { readHtmlFacts } from './html-facts.ts';
import { iconAddress } from './icon.ts';
import { readMeta } from './meta.ts';

/** Data that all pages of a site share. */
export interface LayoutSite {
  readonly config: SiteConfig;
  /** The output path of the icon; none by default. */
  readonly icon?: string | undefined;
}

/** The content of the page of a deck. */
export interface DeckContent {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Creates the data for the page of a deck with this content. */
export function pageData(
  ready: ReadyDeck,
  { title, sections }: DeckContent,
  client: Client,
  { config, icon }: LayoutSite,
): Table {
  const { rendered, features, style, files } = ready;
  const { deck, params, slots } = rendered;
  const { outputPath, head } = deck;
  const address = (file: string): string => authorFileAddress(file, outputPath, client);
  const { pdf, card } = client.printed?.(outputPath) ?? {};
  const firstSlide = firstSlideData({ params, sections, style }, client, address);
  return {
    title,
    description: head.description,
    meta: readMeta(head, config, card),
    pdf: pdf === undefined ? undefined : address(encodeURI(pdf)),
    icon: iconAddress(icon, slots.head, address),
    firstSlide,
    sections: publishSections(sections, firstSlide !== undefined),
    styles: firstSlide ? [] : [client.style(style), ...files.styles, ...files.pluginStyles].map(address),
    ...scriptData(ready, client, address),
    settings: {
      options: params.options,
      features,
      ...(startsOnItsOwn(ready) && { startsItself: true }),
      ...(style.look?.includes('read') && { readsOnPhones: true }),
      ...(params.offline && client.offlineWorker && { offlineWorker: address(client.offlineWorker) }),
      ...client.settings,
    },
    slots,
    around: aroundData(rendered),
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

/** The scripts of a page: modules, or classic scripts in the theme's order if the author has scripts of their own. */
function scriptData(ready: ReadyDeck, client: Client, address: (file: string) => string): Table {
  const { scripts, files } = ready;
  if (scripts === 'module') return { scripts: client.scripts.map(address) };
  if (!client.classic) throw new Error('the client has no classic script');
  const { script, modules, fallbackScripts = [] } = client.classic;
  return {
    scripts: modules.map(address),
    classic: {
      script: address(script),
      isEarly: isEarly(ready),
      startsItself: startsOnItsOwn(ready),
      starter: files.starter && address(files.starter),
      pluginScripts: files.plugins.flatMap(({ script }) => (script === undefined ? [] : [address(script)])),
      plugins: namedPlugins(ready),
      scripts: [...fallbackScripts, ...files.scripts].map(address),
    },
  };
}

const namedPlugins = ({ files }: ReadyDeck): ReadyDeck['files']['plugins'] =>
  files.plugins.filter(({ name }) => name !== undefined);

/** Whether our script has to come first, because scripts of the author in the slots before it use reveal.js. */
const isEarly = ({ rendered: { slots } }: ReadyDeck): boolean =>
  [slots.head, slots.end]
    .flatMap((html) => readHtmlFacts(html).scripts)
    .some(({ text }) => REVEAL_RE.test(text));

/** Whether the deck starts without a script that starts it, which only plugins need. */
function startsOnItsOwn(ready: ReadyDeck): boolean {
  return ready.scripts === 'classic' && !isEarly(ready) && ready.files.plugins.length === 0;
}

const REVEAL_RE = /\bReveal\b/i;

/** Resolves the address of a file of the author; as in Hugo, an absolute or root-relative address is left unchanged. */
export function authorFileAddress(file: string, outputPath: string, client: Client): string {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(file) ? file : client.address(file, outputPath);
}
