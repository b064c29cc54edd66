/** The position of a diagnostic. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Spot } from './examination.ts';

/** Returns the position of a diagnostic; `undefined` if it has no line. */
export function spotOf({ file, line, column }: Diagnostic): Spot | undefined {
  return line > 0 ? { file, line, column } : undefined;
}
