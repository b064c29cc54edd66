/** The place of a diagnostic. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Spot } from './examination.ts';

/** `undefined` where no line is at fault. */
export function spotOf({ file, line, column }: Diagnostic): Spot | undefined {
  return line > 0 ? { file, line, column } : undefined;
}
