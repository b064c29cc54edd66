/**
 * Decides which code is too large to be highlighted. Grammars of highlight.js look for each of their patterns from each
 * character on, so a word of 50,000 letters takes them ten seconds, and one of 500 a millisecond.
 */
import type { Finding } from '../../diagnostics.ts';

/** What to say of code that is not highlighted. */
export interface CodeExcess {
  /** The line of the code, counted from 0. */
  readonly line: number;
  readonly finding: Omit<Finding, 'source' | 'offset'>;
}

/** The number of characters that are highlighted. */
const MAX_LENGTH = 50_000;

/**
 * Pieces of code within which a grammar can't tell where something begins, and the length of one that is highlighted; of
 * several, the squares of their lengths count together. Measured with all grammars.
 */
const PIECES: readonly { readonly pattern: RegExp; readonly maxLength: number; readonly words: string }[] = [
  { pattern: /\S+|\s+/g, maxLength: 2000, words: 'its words are too long' },
  { pattern: /[\w$\s]+/g, maxLength: 8000, words: 'it has too much text without punctuation' },
];

const SHORTEST = Math.min(...PIECES.map(({ maxLength }) => maxLength));

/** Finds out whether code is too large; `undefined` if it can be highlighted. */
export function findExcess(code: string): CodeExcess | undefined {
  if (code.length <= SHORTEST) return undefined;
  if (code.length > MAX_LENGTH)
    return { line: 0, finding: tooLarge(`it has more than ${MAX_LENGTH / 1000},000 characters`) };
  for (const { pattern, maxLength, words } of PIECES) {
    let effort = 0;
    for (const { 0: piece, index } of code.matchAll(pattern)) {
      effort += piece.length ** 2;
      if (effort <= maxLength ** 2) continue;
      return { line: code.slice(0, index).split('\n').length - 1, finding: tooLarge(words) };
    }
  }
  return undefined;
}

function tooLarge(reason: string): CodeExcess['finding'] {
  return {
    code: 'code-too-large',
    severity: 'warning',
    message: `this code is not highlighted, because ${reason}`,
    hint: 'Show a part of it, or write text as its language.',
  };
}
