/** Replaces halves of characters, which no address and no file can contain. */
import { isTable } from '../../tables.ts';
import type { Format } from './format.ts';

/** A half of a character, or an escape that may be one: `\ud83d`. */
const HALF_RE = /[\uD800-\uDFFF]|\\u[dD][89a-fA-F]/u;

/** Creates a format whose texts have U+FFFD for each half of a character, as in Go. */
export function withWholeCharacters(format: Format): Format {
  return {
    ...format,
    parse(text, repeated) {
      const value = format.parse(text, repeated);
      return HALF_RE.test(text) ? replaceHalves(value, new Map()) : value;
    },
  };
}

/** Copies a value; one that is shared stays so. */
function replaceHalves(value: unknown, copies: Map<object, unknown>): unknown {
  if (typeof value === 'string') return wholeText(value);
  if (!Array.isArray(value) && !isTable(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = Array.isArray(value)
    ? value.map((item) => replaceHalves(item, copies))
    : Object.fromEntries(
        Object.entries(value).map(([key, item]) => [wholeText(key), replaceHalves(item, copies)]),
      );
  copies.set(value, copy);
  return copy;
}

const wholeText = (text: string): string => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
