/** Reads Go's lists and maps, from plain values or from objects with entries. */
import { GoObject, isMap, TemplateFailure } from '../../gotemplate/values.ts';
import { getTypeName } from './conversions.ts';

/** Reads the elements of a list; `undefined` for any other value. */
export function readList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!(value instanceof GoObject)) return undefined;
  const entries = value.entries();
  if (!entries) return undefined;
  const pairs = [...entries];
  return pairs.every(([key]) => typeof key === 'number') ? pairs.map(([, item]) => item) : undefined;
}

/** Reads the elements of a list, or fails. */
export function toList(value: unknown): readonly unknown[] {
  const list = readList(value);
  if (list) return list;
  if (value === undefined || value === null) throw new TemplateFailure("can't iterate over a nil value");
  throw new TemplateFailure(`can't iterate over ${getTypeName(value)}`);
}

/**
 * Reads the keys and values of a map; `undefined` for any other value. Go iterates over maps in the order of their
 * keys.
 */
export function readEntries(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  const entries = entriesOf(value);
  return entries?.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (isMap(value)) return Object.entries(value);
  if (!(value instanceof GoObject)) return undefined;
  const entries = value.entries();
  if (!entries) return undefined;
  const pairs = [...entries];
  return pairs.every(([key]) => typeof key === 'string')
    ? pairs.map(([key, item]) => [String(key), item] as const)
    : undefined;
}
