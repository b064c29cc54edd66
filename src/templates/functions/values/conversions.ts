/** Converts between Go's types, as Hugo's functions do with their arguments. */
import { sprintf } from '../../gotemplate/print.ts';
import { Float, GoObject, isMap, SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { GoInteger } from './go-integer.ts';

/** Finds the name of a value's type in Go, for messages. */
export function getTypeName(value: unknown): string {
  return value instanceof Date ? 'time.Time' : sprintf('%T', [value]);
}

/** Creates a float64, even for an integral value. */
export function createFloat(value: number): number | Float {
  return Number.isInteger(value) ? new Float(value) : value;
}

/** Reads the number of an int or a float64; `undefined` for any other value. */
export function readFloat(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof GoInteger) return value.value;
  return value instanceof Float ? value.value : undefined;
}

/** Whether a value is a number of an integer type. */
export function isInt(value: unknown): boolean {
  return value instanceof GoInteger || (typeof value === 'number' && Number.isInteger(value));
}

const EXPONENT_RE = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/** Formats a number with all of its digits and without an exponent, as Hugo converts floats to strings. */
export function formatDecimal(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const [text, sign = '', first = '', rest = '', power] = EXPONENT_RE.exec(String(value)) ?? [];
  if (text === undefined) return Object.is(value, -0) ? '-0' : String(value);
  const exponent = Number(power);
  if (exponent > 0) return `${sign}${(first + rest).padEnd(exponent + 1, '0')}`;
  return `${sign}0.${'0'.repeat(-exponent - 1)}${first}${rest}`;
}

/** Splits a text into code points, as Go's `[]rune`. */
export function splitRunes(text: string): readonly string[] {
  return Array.from(text);
}

/** Converts a value to a string; `undefined` for maps, lists and functions. Nil is the empty string. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (value instanceof SafeText) return value.text;
  if (typeof value === 'boolean') return String(value);
  const number = readFloat(value);
  if (number !== undefined) return formatDecimal(number);
  return value instanceof GoObject ? value.toString() : undefined;
}

/** Converts a value to a string, or fails. */
export function toText(value: unknown): string {
  return readText(value) ?? fail(value, 'string');
}

const INTEGER_RE = /^([+-]?)(?:0x([\da-f_]+)|0b([01_]+)|0o?([0-7_]+)|(\d[\d_]*))$/i;

/** Converts a value to an int, floats without their fraction; `undefined` if that is impossible. Nil is 0. */
export function readInteger(value: unknown): number | undefined {
  const number = readFloat(value);
  if (number !== undefined) return Math.trunc(number);
  if (value === undefined || value === null) return 0;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof SafeText) return readInteger(value.text);
  if (typeof value !== 'string') return undefined;
  const [text, sign, hexadecimal, binary, octal, decimal] =
    INTEGER_RE.exec(value.replace(/^(.+)\.0*$/, '$1')) ?? [];
  if (text === undefined) return undefined;
  const digits = (hexadecimal ?? binary ?? octal ?? decimal ?? '').replaceAll('_', '');
  const base = hexadecimal ? 16 : binary ? 2 : octal ? 8 : 10;
  return Number.parseInt(digits, base) * (sign === '-' ? -1 : 1);
}

/** Converts a value to an int, or fails. */
export function toInteger(value: unknown): number {
  return readInteger(value) ?? fail(value, 'int');
}

const FLOAT_RE = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Converts a value to a JavaScript number; `undefined` if that is impossible. Nil is 0. */
export function readNumber(value: unknown): number | undefined {
  const number = readFloat(value);
  if (number !== undefined) return number;
  if (typeof value === 'string') return FLOAT_RE.test(value) ? Number(value.replaceAll('_', '')) : undefined;
  if (value instanceof SafeText) return readNumber(value.text);
  return readInteger(value);
}

/** Converts a value to a JavaScript number, or fails. */
export function toNumber(value: unknown): number {
  return readNumber(value) ?? fail(value, 'float64');
}

/** Converts a value to a map; nil is an empty one. */
export function toMap(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  return isMap(value) ? value : fail(value, 'map[string]interface {}');
}

function fail(value: unknown, type: string): never {
  const shown = typeof value === 'string' ? JSON.stringify(value) : (readText(value) ?? 'a value');
  throw new TemplateFailure(`unable to cast ${shown} of type ${getTypeName(value)} to ${type}`);
}
