/** Names a deck for its author. */
import type { Deck } from './types.ts';

/** The name of a deck in messages: its address with slashes, `/talk/`. */
export const deckName = ({ outputPath }: Pick<Deck, 'outputPath'>): string =>
  `/${outputPath.replace(/index\.html$/, '')}`;
