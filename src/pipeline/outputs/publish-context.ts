/** The context for outputs other than decks. */
import type { ReadyDeck } from '../../types.ts';
import type { OutputContext } from './deck-outputs.ts';

export interface PublishContext extends OutputContext {
  /** The decks of the site; called only if a list of them is written. */
  readonly decks: () => readonly ReadyDeck[];
}
