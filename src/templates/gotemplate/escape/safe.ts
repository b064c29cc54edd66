/** What all escapers share. */
import { type SafeKind, SafeText } from '../values.ts';
import { type Missing, printable } from '../writer.ts';

/** A value as text, with the kind that it is declared to be. */
export interface Shown {
  readonly text: string;
  readonly kind?: SafeKind;
}

/** Replaces a value that is unsafe in its context; easy to search for. */
export const FAILSAFE = 'ZgotmplZ';

export function show(value: unknown, missing: Missing): Shown {
  if (value instanceof SafeText) return { text: value.text, kind: value.kind };
  return { text: printable(value, missing) };
}

/** Escapes a value for a context. */
export type Escaper = (shown: Shown) => string;

/** Replaces characters by a table. */
export function replaceChars(text: string, pattern: RegExp, table: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (char) => table[char] ?? char);
}
