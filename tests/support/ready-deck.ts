/** Decks that are ready to be published, without a look at what their authors bring: no file is sought. */
import type { Pipeline, Site } from '../../src/pipeline.ts';
import { toReadyDeck } from '../../src/pipeline/ready-deck.ts';
import type { ReadyDeck, RenderedDeck } from '../../src/types.ts';

/** A rendered deck of a site, in its theme by name and without files of its author. */
export const readyDeck = (rendered: RenderedDeck, { config }: Site): ReadyDeck =>
  toReadyDeck(rendered, config);

/** All decks of a site. */
export function readyDecks(pipeline: Pipeline): readonly ReadyDeck[] {
  const site = pipeline.decks();
  return site.decks.map((deck) => readyDeck(pipeline.render(deck), site));
}
