/** Looks up values in an author's tables by a dotted path. As in Hugo, keys are case-insensitive. */
import { UnreadableFile } from '../diagnostics.ts';
import { readKey } from '../tables.ts';
import type { Table } from '../types.ts';

/** Finds the value at a path such as `talk.title`; `undefined` if there is none. */
export function findValue(table: Table, path: string): unknown {
  let value: unknown = table;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = readKey(value as Table, key);
  }
  return value;
}

/** Finds the file on a path that can't be read; `undefined` if there is none. */
export function findUnreadableFile(table: Table, path: string): string | undefined {
  const keys = path.split('.');
  const values = keys.map((_, n) => findValue(table, keys.slice(0, n + 1).join('.')));
  return values.find((value) => value instanceof UnreadableFile)?.message;
}

/** Whether the value at a path is `true`. */
export function isTrueAt(table: Table, path: string): boolean {
  return findValue(table, path) === true;
}

/** Finds the table at a path; an empty one if there is none. */
export function findTable(table: Table, path: string): Table {
  const value = findValue(table, path);
  return typeof value === 'object' && value !== null ? (value as Table) : {};
}

/** Lists all paths to texts, for "did you mean". */
export function textPaths(table: Table): readonly string[] {
  return Object.entries(table).flatMap(([key, value]) => {
    if (typeof value === 'string') return [key];
    if (typeof value !== 'object' || value === null || value instanceof UnreadableFile) return [];
    return textPaths(value as Table).map((path) => `${key}.${path}`);
  });
}
