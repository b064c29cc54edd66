/** What is written beside decks is written with these. */
import type { ReadyDeck } from '../../types.ts';
import type { OutputContext } from './deck-outputs.ts';

export interface PublishContext extends OutputContext {
  /** The decks of the site: called where a list of them is written. */
  readonly decks: () => readonly ReadyDeck[];
}
