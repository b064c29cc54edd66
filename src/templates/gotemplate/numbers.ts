/** Numbers as Go's `strconv` and `fmt` write them. */
import { Float, GoObject } from './values.ts';

/** Whether a plain number is an int of Go; those that no int can hold are floats. */
export function isInt(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}

/**
 * A value as a number with Go's kind; `undefined` for what is no number. An object that stands for a number, such as
 * `time.Month` or `time.Duration`, says so by its `valueOf()`.
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

/** The digits of an integer; beyond 2⁵³ JavaScript would write an exponent. */
export function formatInt(value: number, base = 10): string {
  return BigInt(Math.trunc(value)).toString(base);
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : undefined;
}

/** Go's exponents have a sign and two digits at least: `1e+06`. */
function padExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/**
 * A float as `strconv.FormatFloat` writes it.
 * @param format `f` without an exponent, `e` with one, `g` whichever is shorter
 * @param precision digits behind the point (`f`, `e`) or in all (`g`); -1 for as many as it takes
 */
export function formatFloat(value: number, format: 'f' | 'e' | 'g' = 'g', precision = -1): string {
  const text = special(value);
  if (text !== undefined) return text;
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (format === 'f') return sign + (precision < 0 ? shortestFixed(size) : toFixed(size, precision));
  if (format === 'e') {
    return sign + padExponent(precision < 0 ? size.toExponential() : size.toExponential(precision));
  }
  return sign + general(size, precision);
}

/** `%g`: with an exponent where that is below -4, or not below the precision, for which the shortest form takes 6. */
function general(size: number, precision: number): string {
  const digits = precision < 0 ? undefined : Math.max(1, precision);
  const exact = digits === undefined ? size.toExponential() : size.toExponential(digits - 1);
  const [mantissa = '', exponentText = '0'] = exact.split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= (digits ?? 6)) {
    return padExponent(`${trimZeros(mantissa)}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
  }
  return digits === undefined ? shortestFixed(size) : trimZeros(toFixed(size, digits - 1 - exponent));
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** The shortest digits that read back as the same number, without an exponent. */
function shortestFixed(size: number): string {
  const [mantissa = '', exponent] = String(size).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return digits.padEnd(point, '0');
}

/** JavaScript rounds ties up, and Go to the even digit; all other numbers round alike. */
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
