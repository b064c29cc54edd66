/** Merges tables; keys are compared in any case. */
import type { Table } from '../types.ts';
import { isTable } from '../tables.ts';

/**
 * Merges `over` into `under`, recursively. As in Hugo, `Foo` and `foo` are the same key, which keeps the spelling of
 * `over`.
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

/** Creates a table with one value at a path of keys. */
export function nestTable(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => Object.fromEntries([[key, inner]]), value);
}
