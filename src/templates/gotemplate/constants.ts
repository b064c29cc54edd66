/** Constants of templates: numbers and characters, by the rules of Go's `strconv`. */
import { quote, unquote } from './quote.ts';
import { SyntaxFailure } from './syntax-failure.ts';
import { Float } from './values.ts';

/** Underscores separate digits, and may follow the prefix of a base. */
const INT_RE = /^([+-]?)(0[xX]_?[0-9a-fA-F]|0[oO]?_?[0-7]|0[bB]_?[01]|[0-9])((?:_?[0-9a-fA-F])*)$/;
const FLOAT_RE = /^[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?$/;
const HEX_FLOAT_RE = /^([+-]?)0[xX]([\da-fA-F_]*)\.?([\da-fA-F_]*)[pP]([+-]?[\d_]+)$/;

/**
 * Reads a number.
 * @throws {SyntaxFailure} if it is not a number, or too large for an int
 */
export function readNumberConstant(text: string, offset: number): number | Float {
  if (text.endsWith('i')) {
    const hint = 'Use an integer or a float.';
    throw new SyntaxFailure(offset, `complex numbers are not supported: ${text}`, hint);
  }
  const int = readInt(text);
  if (int !== undefined) {
    if (int >= 2n ** 63n || int < -(2n ** 63n)) throw new SyntaxFailure(offset, `${text} overflows int`);
    return Number(int);
  }
  const float = readHexFloat(text) ?? (FLOAT_RE.test(text) ? Number(text.replaceAll('_', '')) : undefined);
  if (float === undefined || !Number.isFinite(float)) {
    throw new SyntaxFailure(offset, `illegal number syntax: ${quote(text)}`);
  }
  // A float must look like one; `089` is only an invalid octal number.
  if (!/[.eEpP]/.test(text)) throw new SyntaxFailure(offset, `integer overflow: ${quote(text)}`);
  return Number.isInteger(float) ? new Float(float) : float;
}

function readInt(text: string): bigint | undefined {
  const [, sign, first = '', rest = ''] = INT_RE.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const digits = (first + rest).replaceAll('_', '').toLowerCase();
  // A single leading zero means octal, as in C.
  const octal = digits.replace(/^0(?=\d)/, '0o');
  const wellFormed = /^(?:0x[\da-f]+|0o[0-7]+|0b[01]+|\d+)$/.test(octal);
  if (!wellFormed) return undefined;
  const size = BigInt(octal);
  return sign === '-' ? -size : size;
}

function readHexFloat(text: string): number | undefined {
  const match = HEX_FLOAT_RE.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match.map((part) => part.replaceAll('_', ''));
  const digits = whole + fraction;
  if (!digits) return undefined;
  const size = Number.parseInt(digits, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}

/**
 * Reads the code point of `'a'`.
 * @throws {SyntaxFailure} if it is not exactly one character
 */
export function readCharConstant(text: string, offset: number): number {
  const char = unquote(text);
  if (char === undefined || Array.from(char).length !== 1) {
    throw new SyntaxFailure(offset, `malformed character constant: ${text}`, 'Put strings in double quotes.');
  }
  return char.codePointAt(0) ?? 0;
}

/**
 * Reads a string constant.
 * @throws {SyntaxFailure} if it contains an unknown escape
 */
export function readStringConstant(text: string, offset: number): string {
  const value = unquote(text);
  if (value !== undefined) return value;
  const hint = 'In double quotes, write a backslash as \\\\; in backquotes, it needs no escape.';
  throw new SyntaxFailure(offset, `invalid escape in ${text}`, hint);
}
