/** Checks values of the right type: whether reveal.js knows the name, and whether a number is in its range. */
import { nearestName } from '../../diagnostics.ts';
import type { OptionRow } from '../options/row.ts';

/** What is wrong with a value. */
export interface ValueProblem {
  /** What the value is not: `must be from 0 to 1, not 20`. */
  readonly message: string;
  readonly hint: string;
}

/** Finds out what is wrong with a value of the right type; `undefined` if nothing is. */
export function findValueProblem(row: OptionRow, value: unknown): ValueProblem | undefined {
  return findUnknownWord(row, value) ?? findUnknownText(row, value) ?? findOutOfRange(row, value);
}

/** The direction of a transition: `fade-in slide-out`. Source: reveal.js, transitions. */
const DIRECTION_RE = /-(?:in|out)$/;

/** Finds a word that is not one of the row's values. Where others may have a meaning, only what looks misspelt is found. */
function findUnknownWord({ values, hasOtherValues }: OptionRow, value: unknown): ValueProblem | undefined {
  if (!values || typeof value !== 'string' || values.includes(value)) return undefined;
  const known = values.filter((one) => typeof one === 'string');
  const words = hasOtherValues ? value.split(/\s+/).filter(Boolean) : [value];
  for (const written of words) {
    const word = hasOtherValues ? written.replace(DIRECTION_RE, '') : written;
    if (known.includes(word)) continue;
    const nearest = nearestName(word, known);
    if (hasOtherValues && nearest === undefined) continue;
    const direction = written.slice(word.length);
    return {
      message: `must be ${list(known.map(quote))}, not "${word}"`,
      hint: nearest ? `Did you mean "${nearest}${direction}"?` : `Use one of them, or remove it.`,
    };
  }
  return undefined;
}

/** Finds a text that is not one of those that are valid besides `true` and `false`. */
function findUnknownText({ texts }: OptionRow, value: unknown): ValueProblem | undefined {
  if (!texts || typeof value !== 'string' || texts.includes(value)) return undefined;
  const nearest = nearestName(value, texts);
  return {
    message: `must be ${list(['true', 'false', ...texts.map(quote)])}, not "${value}"`,
    hint: nearest ? `Did you mean "${nearest}"?` : `Use one of them, or remove it.`,
  };
}

const list = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' or ');

const quote = (word: string): string => `"${word}"`;

function findOutOfRange({ min, max }: OptionRow, value: unknown): ValueProblem | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return undefined;
  if ((min === undefined || number >= min) && (max === undefined || number <= max)) return undefined;
  const range = max === undefined ? `${min} or more` : `from ${min} to ${max}`;
  return { message: `must be ${range}, not ${number}`, hint: 'Correct the number, or remove it.' };
}
