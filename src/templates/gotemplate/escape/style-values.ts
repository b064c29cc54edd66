/** Escapes values in CSS: bare values, allowed only if they are harmless, and strings. */
import { type Escaper, FAILSAFE } from './safe.ts';
import { decodeStyle } from './style.ts';

/** Allows quantities, names, colours and selectors, and nothing that could start anything else. */
export const filterStyleValue: Escaper = ({ text, kind }) => {
  if (kind === 'css') return text;
  const value = decodeStyle(text);
  if (/[\0"'()/;@[\\\]`{}]|--/.test(value)) return FAILSAFE;
  const letters = value.replace(/[^-\w]/g, '').toLowerCase();
  return /expression|mozbinding/.test(letters.replaceAll('-', '')) || letters.includes('expression')
    ? FAILSAFE
    : value;
};

/** Escapes a string; the space after an escape separates it from the next character. */
export const escapeStyleString: Escaper = ({ text }) =>
  text.replace(/[\0\t\n\f\r"&'()+/:;<>\\{}]/g, (char, at: number) => {
    if (char === '\\') return '\\\\';
    const next = text[at + 1];
    const needsSpace = next === undefined || /[0-9a-fA-F\t\n\f\r ]/.test(next);
    return `\\${char.charCodeAt(0).toString(16)}${needsSpace ? ' ' : ''}`;
  });
