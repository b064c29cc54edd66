/** Creates the data for the layout of the list of decks. */
import { findIcon, iconAddress } from '../../render/icon.ts';
import { readMeta } from '../../render/meta.ts';
import { miniaturePath } from '../../render/miniature.ts';
import { readClock } from '../../site/pages/parse-date.ts';
import { pageOrder } from '../../site/pages/order.ts';
import type { Client, Deck, Output, RenderedDeck, SiteConfig, Table } from '../../types.ts';
import type { SiteOutputContext } from './output-contexts.ts';

/** The output path of the list. */
export const LANDING_PATH = 'index.html';

/** The data of the page and its decks. `index` is the search index, if there is one. */
export function landingData(
  decks: readonly RenderedDeck[],
  index: Output | undefined,
  { client, site, renderer }: SiteOutputContext,
): Table {
  const { config, staticSources, pages } = site;
  const { list } = client;
  const address = (file: string): string => client.address(file, LANDING_PATH);
  const [language] = config.languages;
  const home = pages.find(({ kind, language: code }) => kind === 'home' && code === language?.code);
  return {
    icon: iconAddress(findIcon(staticSources), '', address),
    title: config.title || 'Decks',
    meta: home && readMeta(home, config),
    count: count(decks.length, 'deck'),
    search: index &&
      list && { index: address(index.path), script: address(list.script), isModule: list.isModule },
    decks: inOrder(decks, config).map((rendered) => ({
      ...cardData(rendered, renderer.config(rendered.deck.language)),
      address: deckAddress(rendered.deck, client, config),
      pdf: pdfAddress(rendered, client),
      miniature: list && address(encodePath(miniaturePath(rendered.deck))),
    })),
    site: { title: config.title, languageCode: config.languageCode, params: config.params },
  };
}

/** Sorts decks in Hugo's order of pages: by weight, then the newest first. */
function inOrder(decks: readonly RenderedDeck[], { languageCode }: SiteConfig): readonly RenderedDeck[] {
  const compare = pageOrder(languageCode);
  return [...decks].sort((one, other) => compare(one.deck.head, other.deck.head));
}

function cardData({ deck, title, slides }: RenderedDeck, config: SiteConfig): Table {
  const { head, language } = deck;
  const own =
    config.languages.length > 1 ? config.languages.find(({ code }) => code === language) : undefined;
  return {
    title: title || deck.outputPath,
    description: head.description,
    ...(head.date && dateData(head.date, config)),
    language: own && (own.languageCode || own.code),
    languageName: own?.name,
    slides: count(
      slides.reduce((sum, { slides: stack }) => sum + Math.max(stack.length, 1), 0),
      'slide',
    ),
  };
}

/** A date in ISO format, and in words in the language of the site. */
function dateData(date: Date, { timeZone, languageCode }: SiteConfig): Table {
  const wanted = languageCode.replace('_', '-');
  const [language = 'en'] = isLanguage(wanted) ? [wanted] : [];
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const shown = readClock(date, timeZone);
  return { date: shown.toISOString().slice(0, 10), dateInWords: format.format(shown) };
}

/** Whether a language code is valid: in Hugo it is free text. */
function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length > 0;
  } catch {
    return false;
  }
}

/** The address of a deck as the list links to it. */
export function deckAddress({ head }: Deck, client: Client, { relativeURLs }: SiteConfig): string {
  const isFolder = head.address === '' || head.address.endsWith('/');
  // Without a server, an address has to name a file.
  if (isFolder && relativeURLs) return client.address(`${head.address}index.html`, LANDING_PATH);
  // Relative addresses lose the slash at the end of a folder.
  return client.address(head.address, LANDING_PATH) + (isFolder ? '/' : '');
}

/** The address of the PDF of a deck; `undefined` without one. */
function pdfAddress({ deck }: RenderedDeck, client: Client): string | undefined {
  const pdf = client.printed?.(deck.outputPath)?.pdf;
  return pdf === undefined ? undefined : client.address(encodePath(pdf), LANDING_PATH);
}

const encodePath = (path: string): string => encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F');

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
