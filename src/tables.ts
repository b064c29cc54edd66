/** Tables of values, as front matter, configuration and data have them. */
import type { Table } from './types.ts';

/** Whether a value is a table and not a list, a date or a plain value. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The value of a key in a table, in whatever case it is written, as in Hugo; the last of several wins. */
export function readKey(table: Table, key: string): unknown {
  if (Object.hasOwn(table, key)) return table[key];
  const name = key.toLowerCase();
  // Names of another length are not even converted: a table may have a hundred thousand keys.
  const found = Object.keys(table).findLast(
    (candidate) => candidate.length === key.length && candidate.toLowerCase() === name,
  );
  return found === undefined ? undefined : table[found];
}
