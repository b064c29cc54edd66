/** The position of a diagnostic. */
import type { Diagnostic } from '../diagnostics.ts';
import type { FilePosition } from './examination.ts';

/** Returns the position of a diagnostic; `undefined` if it has no line. */
export function toPosition({ file, line, column }: Diagnostic): FilePosition | undefined {
  return line > 0 ? { file, line, column } : undefined;
}
