/** Checks all decks of a served site, so that errors in decks that are not open are reported, too. */
import type { Deck } from '../types.ts';
import type { OpenSite } from '../bundle/open-site.ts';

/** Callbacks of a check. */
export interface CheckHooks {
  /** Checks one deck. */
  readonly check: (deck: Deck) => unknown;
  /** Checks a deck again when all of them are rendered, for they link to each other. */
  readonly checkLinks: (deck: Deck) => unknown;
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
  { check, checkLinks, done, logUnexpected }: CheckHooks,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const runNext = (work: readonly (() => unknown)[], at = 0): void => {
    const run = work[at];
    if (!run) return done();
    try {
      run();
    } catch (error) {
      logUnexpected(error);
    }
    // Requests and changes between two decks are handled first.
    timer = setTimeout(runNext, 0, work, at + 1).unref();
  };
  const start = (): void => {
    const { decks } = pipeline.decks();
    runNext([check, checkLinks].flatMap((one) => decks.map((deck) => () => one(deck))));
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(start, IDLE_DELAY).unref();
  };
}
