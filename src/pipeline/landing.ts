/** The page of a site with several decks and none at its root: it lists them. */
import { findIcon, iconAddress } from '../render/icon.ts';
import type { Client, Deck, RenderedDeck, Table } from '../types.ts';
import type { Site } from './find-site.ts';

/** What the layout of the list gets. */
export function landingData(
  decks: readonly RenderedDeck[],
  client: Client,
  { config, staticFiles }: Site,
): Table {
  return {
    icon: iconAddress(findIcon(staticFiles), '', (file) => client.address(file, LANDING_PATH)),
    title: config.title || 'Decks',
    decks: decks.map(({ deck, title, slides }) => ({
      title: title || deck.outputPath,
      description: deck.head.description,
      date: deck.head.date?.toISOString().slice(0, 10),
      address: addressOf(deck, client),
      language: config.languages.length > 1 ? deck.language : undefined,
      slides: count(slides.reduce((sum, { slides: stack }) => sum + Math.max(stack.length, 1), 0)),
    })),
    site: { title: config.title, languageCode: config.languageCode },
  };
}

/** Relative addresses lose the slash at their end, which folders have. */
function addressOf({ head }: Deck, client: Client): string {
  const address = client.address(head.address, LANDING_PATH);
  return head.address.endsWith('/') ? `${address}/` : address;
}

/** Where the list is written. */
export const LANDING_PATH = 'index.html';

const count = (slides: number): string => `${slides} slide${slides === 1 ? '' : 's'}`;
