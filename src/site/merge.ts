/** Tables laid over each other, whatever the case of their keys. */
import type { Table } from '../types.ts';
import { isTable } from '../tables.ts';

/**
 * Lays a table over another, and the tables in it over those under the same key. A key keeps the letters of the upper
 * one; `Foo` and `foo` are one key, as in Hugo.
 */
export function mergeTables(under: Table, over: Table): Table {
  const merged = new Map<string, readonly [string, unknown]>();
  for (const [key, value] of [...Object.entries(under), ...Object.entries(over)]) {
    const below = merged.get(key.toLowerCase())?.[1];
    merged.set(key.toLowerCase(), [
      key,
      isTable(below) && isTable(value) ? mergeTables(below, value) : value,
    ]);
  }
  return Object.fromEntries(merged.values());
}

/** A table with one value, at a path of keys. */
export function nestTable(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => Object.fromEntries([[key, inner]]), value);
}
