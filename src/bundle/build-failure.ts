/** The last line of a failed build: how much is wrong, and what was written. */
import { countOf } from '../count-of.ts';
import { DeckError, type Diagnostic } from '../diagnostics.ts';

/** Writes the last line: `Build failed: 1 error, 2 warnings. Nothing was written.` */
export function failureSummary(diagnostics: readonly Diagnostic[], outcome: string): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
  ].join(', ');
  return `Build failed: ${counts}${errors > 0 ? '' : ' (strict)'}. ${outcome}`;
}

/**
 * Runs a build, so that every error ends with a summary.
 * @param isWriting tells whether files are being written
 */
export async function withFailureSummary<T>(run: () => Promise<T>, isWriting: () => boolean): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DeckError) || error.summary !== '') throw error;
    const { diagnostics, soundDecks } = error;
    const outcome = isWriting()
      ? 'The output folder may be incomplete; build again.'
      : 'Nothing was written.';
    throw new DeckError(diagnostics, {
      summary: failureSummary(diagnostics, outcome),
      ...(soundDecks && { soundDecks }),
    });
  }
}
