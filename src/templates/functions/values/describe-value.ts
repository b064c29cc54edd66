/** Describes values in messages. */
import { formatValue } from '../../gotemplate/print.ts';
import { quote } from '../../gotemplate/quote.ts';
import { getTypeName } from './conversions.ts';

/** In characters. */
const LONGEST = 30;

/** Writes a value with its type in Go, long ones cut: `"a" (string)`, `3 (int)`, `nil`. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nil';
  const text = typeof value === 'string' ? quote(shorten(value)) : shorten(formatValue(value));
  return `${text} (${getTypeName(value)})`;
}

function shorten(text: string): string {
  const chars = Array.from(text);
  return chars.length > LONGEST ? `${chars.slice(0, LONGEST - 1).join('')}…` : text;
}
