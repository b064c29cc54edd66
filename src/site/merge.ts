/** Merges tables; keys are compared in any case. */
import type { Table } from '../types.ts';
import { isTable } from '../tables.ts';

/**
 * Merges `over` into `under`, recursively. As in Hugo, `Foo` and `foo` are the same key, which keeps the spelling of
 * `over`.
 */
export function mergeTables(under: Table, over: Table): Table {
  // Most layers of a configuration are empty, and what is below them may be large.
  if (Object.keys(over).length === 0) return under;
  const spellings = new Map<string, string>();
  const merged = new Map<string, unknown>();
  const add = (key: string, value: unknown): void => {
    const former = spellings.get(key.toLowerCase());
    const below = former === undefined ? undefined : merged.get(former);
    if (former !== undefined && former !== key) merged.delete(former);
    spellings.set(key.toLowerCase(), key);
    merged.set(key, isTable(below) && isTable(value) ? mergeTables(below, value) : value);
  };
  for (const table of [under, over]) for (const key of Object.keys(table)) add(key, table[key]);
  return Object.fromEntries(merged);
}

/** Creates a table with one value at a path of keys. */
export function nestTable(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => Object.fromEntries([[key, inner]]), value);
}
