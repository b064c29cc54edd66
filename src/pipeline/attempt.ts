/** An author's mistake that stops a piece of work does not stop what stands beside it. */
import { DeckError } from '../diagnostics.ts';
import type { Report } from '../types.ts';

/** Does a piece of work, and reports what stops it; `undefined` where something has. */
export function attempt<T>(work: () => T, report: Report): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    for (const diagnostic of error.diagnostics) report(diagnostic);
    return undefined;
  }
}
