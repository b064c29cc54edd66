/** Equality and order of values: Hugo compares more than Go does. */
import { isMap, SafeText } from '../../gotemplate/values.ts';
import { isInt, readFloat, readNumber } from '../values/conversions.ts';
import { readEntries, readList } from '../values/lists.ts';
import { GoTime } from '../time/object.ts';
import { GoVersion } from './version.ts';

/** Hugo's `eq` of two values: as in Go, an int never equals a float, and a string never a number. */
export function isEqual(first: unknown, second: unknown): boolean {
  const [a, b] = [normalize(first), normalize(second)];
  if (a instanceof GoVersion) return a.compareTo(b) === 0;
  if (b instanceof GoVersion) return b.compareTo(a) === 0;
  if (readFloat(a) !== undefined) return isInt(a) === isInt(b) && readFloat(a) === readFloat(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, n) => isEqual(item, b[n]));
  }
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
    );
  }
  if (a instanceof GoTime && b instanceof GoTime) return a.nanoseconds === b.nanoseconds;
  return a === b;
}

function normalize(value: unknown): unknown {
  if (value === null) return undefined;
  return value instanceof SafeText ? value.text : value;
}

/** Compares two strings: negative if the first comes first. */
export type CompareText = (a: string, b: string) => number;

/** Compares by characters, as Go does. */
export const compareCharacters: CompareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Compares two values: negative, zero or positive. Lists and maps count by their length, and strings by their numeric
 * value if the other value is not a string.
 */
export function compareValues(a: unknown, b: unknown, compareText: CompareText = compareCharacters): number {
  const [first, second] = [normalize(a), normalize(b)];
  if (first instanceof GoVersion) return first.compareTo(second);
  if (second instanceof GoVersion) return -second.compareTo(first);
  if (typeof first === 'string' && typeof second === 'string') return compareText(first, second);
  const [left, right] = [rankOf(first), rankOf(second)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function rankOf(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  const list = readList(value) ?? readEntries(value);
  if (list) return list.length;
  if (value instanceof GoTime) return value.seconds;
  return readNumber(value) ?? 0;
}
