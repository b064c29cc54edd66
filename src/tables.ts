/** Tables of values, as front matter, configuration and data have them. */
import type { Table } from './types.ts';

/** Whether a value is a table and not a list, a date or a plain value. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The keys of tables by their lower case: a table may have a hundred thousand keys, and is asked for many. */
const keysOf = new WeakMap<Table, ReadonlyMap<string, string>>();

/** The value of a key in a table, in whatever case it is written, as in Hugo; the last of several wins. */
export function readKey(table: Table, key: string): unknown {
  if (Object.hasOwn(table, key)) return table[key];
  const keys = keysOf.get(table) ?? new Map(Object.keys(table).map((name) => [name.toLowerCase(), name]));
  keysOf.set(table, keys);
  const found = keys.get(key.toLowerCase());
  return found === undefined ? undefined : table[found];
}
