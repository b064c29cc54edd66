/** Numbers as Go's `strconv` and `fmt` write them. */
import { Float, GoObject } from './values.ts';

/** Whether a number is an int in Go; numbers too large for an int are floats. */
export function isInt(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}

/**
 * Reads a value as a number of Go's kind; `undefined` if it is not a number. Objects that represent a number, such as
 * `time.Month` or `time.Duration`, return it from `valueOf()`.
 */
export function readNumber(
  value: unknown,
): { readonly value: number; readonly isFloat: boolean } | undefined {
  if (typeof value === 'number') return { value, isFloat: !isInt(value) };
  if (value instanceof Float) return { value: value.value, isFloat: true };
  if (!(value instanceof GoObject)) return undefined;
  const primitive: unknown = value.valueOf();
  return typeof primitive === 'number' ? { value: primitive, isFloat: !isInt(primitive) } : undefined;
}

/** Formats an integer; beyond 2⁵³ JavaScript would write an exponent. */
export function formatInt(value: number, base = 10): string {
  return BigInt(Math.trunc(value)).toString(base);
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : undefined;
}

/** Pads an exponent: Go's have a sign and at least two digits, `1e+06`. */
function padExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * Formats a float as `strconv.FormatFloat` does.
 * @param format `f` without an exponent, `e` with one, `g` whichever is shorter
 * @param precision digits after the point (`f`, `e`) or in total (`g`); -1 for as many as needed
 */
export function formatFloat(value: number, format: 'f' | 'e' | 'g' = 'g', precision = -1): string {
  const text = special(value);
  if (text !== undefined) return text;
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (format === 'f') return sign + (precision < 0 ? shortestFixed(size) : toFixed(size, precision));
  if (format === 'e') {
    return sign + padExponent(precision < 0 ? size.toExponential() : toExponential(size, precision));
  }
  return sign + general(size, precision);
}

/** Formats `%g`: with an exponent if it is below -4, or at least the precision (6 for the shortest form). */
function general(size: number, precision: number): string {
  const digits = precision < 0 ? undefined : Math.max(1, precision);
  const exact =
    digits === undefined ? size.toExponential() : size.toExponential(Math.min(digits - 1, MAX_DIGITS));
  const [mantissa = '', exponentText = '0'] = exact.split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= (digits ?? 6)) {
    return padExponent(`${trimZeros(mantissa)}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
  }
  return digits === undefined ? shortestFixed(size) : trimZeros(toFixed(size, digits - 1 - exponent));
}

/** The most digits that JavaScript writes. */
const MAX_DIGITS = 100;

/** Writes zeros for digits after the hundredth. */
function toExponential(size: number, precision: number): string {
  const [mantissa = '', exponent = ''] = size.toExponential(Math.min(precision, MAX_DIGITS)).split('e');
  return `${mantissa}${'0'.repeat(Math.max(0, precision - MAX_DIGITS))}e${exponent}`;
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** Formats the shortest digits that read back as the same number, without an exponent. */
function shortestFixed(size: number): string {
  const [mantissa = '', exponent] = String(size).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return digits.padEnd(point, '0');
}

/** Rounds like Go: ties to the even digit, where JavaScript rounds them up. */
function toFixed(size: number, precision: number): string {
  if (size >= 1e21) return formatInt(size) + (precision > 0 ? `.${'0'.repeat(precision)}` : '');
  const places = Math.min(precision, 100);
  const rounded = size.toFixed(places) + '0'.repeat(precision - places);
  if (places > 70 || !/^50*$/.test(size.toFixed(places + 30).slice(-30))) return rounded;
  const cut = size
    .toFixed(places + 1)
    .slice(0, -1)
    .replace(/\.$/, '');
  return Number(cut.at(-1)) % 2 === 0 ? cut : rounded;
}
