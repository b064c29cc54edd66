/** Checks all decks of a served site, so that errors in decks that are not open are reported, too. */
import type { Deck } from '../types.ts';
import type { OpenSite } from '../bundle/open-site.ts';

/** Callbacks of a check. */
export interface CheckHooks {
  /** Checks one deck. */
  readonly check: (deck: Deck) => unknown;
  /** Called when all decks are checked. */
  readonly done: () => void;
  /** Logs unexpected errors. */
  readonly logUnexpected: (error: unknown) => void;
}

/** How long a check waits, so that requests and saved files are handled first; in milliseconds. */
const IDLE_DELAY = 400;

/**
 * Creates the check of all decks.
 * @returns schedules a check; one that is already running starts again
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
    // Requests and changes between two decks are handled first.
    timer = setTimeout(checkNext, 0, rest).unref();
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => checkNext(pipeline.decks().decks), IDLE_DELAY).unref();
  };
}
