/** Quotes that are part of a value instead of around it: curly ones, which word processors write, and single ones. */
import type { Finding } from '../../diagnostics.ts';
import type { ShortcodeValue } from '../../types.ts';

/** The characters that end a quotation, by those that begin one. */
const CLOSING: Readonly<Record<string, string>> = {
  '\u201C': '\u201D\u201C',
  '\u201D': '\u201D',
  '\u201E': '\u201C\u201D',
  '\u2018': '\u2019\u2018',
  '\u2019': '\u2019',
  '\u201A': '\u2018\u2019',
  '\u00AB': '\u00BB',
  '\u00BB': '\u00AB',
  '\u2039': '\u203A',
  "'": "'",
};

/** Whether a character begins a quotation, but does not quote a value. */
export const isWrongQuote = (char: string): boolean => Object.hasOwn(CLOSING, char);

/** Whether a value begins and ends with such quotes. */
export function isInWrongQuotes(value: ShortcodeValue): boolean {
  if (typeof value !== 'string' || value.length < 2) return false;
  return CLOSING[value.charAt(0)]?.includes(value.charAt(value.length - 1)) ?? false;
}

/** Describes a value in such quotes. */
export const wrongQuotes = (quote: string): Omit<Finding, 'source' | 'offset'> => ({
  code: 'shortcode-quotes',
  severity: 'warning',
  message: `the quotes ${quote} … are part of this value, because only straight double quotes quote one`,
  hint: 'Put the value in straight double quotes: "…".',
});
