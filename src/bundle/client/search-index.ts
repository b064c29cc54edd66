/** The search index of the deck list, made at build time. */
import { createHash } from 'node:crypto';
import MiniSearch from 'minisearch';
import { SEARCH_FIELDS, SEARCH_GLOBAL, type SearchData, searchTerm } from '../../client/protocol.ts';
import type { Output, SearchedDeck } from '../../types.ts';
import { ASSETS_FOLDER } from './client-manifest.ts';

/** Writes the search index: as JSON, or as a script for pages that are opened from disk. */
export function writeSearchIndex(decks: readonly SearchedDeck[], isForDisk: boolean): Output {
  const data = JSON.stringify(searchData(decks));
  const text = isForDisk ? `window.${SEARCH_GLOBAL} = ${data};\n` : `${data}\n`;
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  return { path: `${ASSETS_FOLDER}/search-${hash}.${isForDisk ? 'js' : 'json'}`, text };
}

function searchData(decks: readonly SearchedDeck[]): SearchData {
  const index = new MiniSearch({ fields: [...SEARCH_FIELDS], processTerm: searchTerm });
  const found = decks.flatMap(({ title, description, slides }, deck) =>
    slides.map((slide, n) => ({ deck, ...slide, about: n === 0 ? `${title} ${description}` : '' })),
  );
  // The title of a deck leads to its first slide, not to all of them.
  index.addAll(found.map(({ heading, text, about }, id) => ({ id, heading, text, deck: about })));
  return {
    decks: decks.map(({ title, address }) => [title, address]),
    slides: found.map(({ deck, hash, heading, text }) => [deck, hash, heading, text]),
    index: index.toJSON(),
  };
}
