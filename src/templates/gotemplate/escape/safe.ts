/** What escapers are given and what they have in common. */
import { type SafeKind, SafeText } from '../values.ts';
import { type Missing, printable } from '../writer.ts';

/** A value as text, with what it is declared to be. */
export interface Shown {
  readonly text: string;
  readonly kind?: SafeKind;
}

/** What stands for a value that is not safe in its place; easy to search for. */
export const FAILSAFE = 'ZgotmplZ';

export function show(value: unknown, missing: Missing): Shown {
  if (value instanceof SafeText) return { text: value.text, kind: value.kind };
  return { text: printable(value, missing) };
}

/** An escaper: text that stands for a value in its place. */
export type Escaper = (shown: Shown) => string;

/** Replaces characters by a table. */
export function replaceChars(text: string, pattern: RegExp, table: Readonly<Record<string, string>>): string {
  return text.replace(pattern, (char) => table[char] ?? char);
}
