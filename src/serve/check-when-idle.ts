/** Looks through all decks of a served site, so that a mistake in one that nobody has open is told, too. */
import type { Deck } from '../types.ts';
import type { OpenSite } from '../bundle/open-site.ts';

/** What is done on the way. */
export interface CheckHooks {
  /** Looks at one deck. */
  readonly check: (deck: Deck) => unknown;
  /** All of them were looked at. */
  readonly done: () => void;
  /** Takes faults of ours. */
  readonly logUnexpected: (error: unknown) => void;
}

/** Who has just opened a page, or saved a file, goes first. In milliseconds. */
const IDLE_DELAY = 400;

/**
 * Looks through all decks.
 * @returns asks for it after a change; what is asked for again in the meantime begins again
 */
export function checkWhenIdle(
  { pipeline }: OpenSite,
  { check, done, logUnexpected }: CheckHooks,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const checkNext = (decks: readonly Deck[]): void => {
    const [deck, ...rest] = decks;
    if (!deck) return done();
    try {
      check(deck);
    } catch (error) {
      logUnexpected(error);
    }
    // A request or a change in between is answered first.
    timer = setTimeout(checkNext, 0, rest).unref();
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => checkNext(pipeline.decks().decks), IDLE_DELAY).unref();
  };
}
