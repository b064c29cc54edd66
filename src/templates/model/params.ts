/** Authors' tables as templates see them: lower-case keys, as in Hugo's params, and Go times for dates. */
import type { Table } from '../../types.ts';
import { UnreadableFile } from '../../diagnostics.ts';
import { GoTime } from '../functions/time/object.ts';
import { isMap } from '../gotemplate/values.ts';
import { UnreadData } from './unread-data.ts';

/** Converts a table of params: all keys, also of nested tables, become lower case. */
export function normalizeParams(table: Table): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key.toLowerCase(), normalizeParam(value)]),
  );
}

function normalizeParam(value: unknown): unknown {
  if (value instanceof Date) return normalizeDate(value);
  if (Array.isArray(value)) return value.map(normalizeParam);
  return isMap(value) ? normalizeParams(value) : value;
}

/** Converts a date. TOML dates without a time zone are printed as written, like strings. */
function normalizeDate(date: Date): GoTime | string {
  const isLocal = ['isDate', 'isFloating'].some((mark) => mark in date && date[mark as keyof Date]);
  return isLocal ? date.toISOString().replace(/\.000$/, '') : GoTime.of(date);
}

/** Converts a table of `data/`, whose keys stay as they are. */
export function normalizeData(value: unknown): unknown {
  if (value instanceof UnreadableFile) return new UnreadData(value.message);
  if (value instanceof Date) return normalizeDate(value);
  if (Array.isArray(value)) return value.map(normalizeData);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalizeData(item)]));
}

/** Finds the value at a dotted path, `logo.src`; `undefined` if there is none. */
export function findParam(params: unknown, path: string): unknown {
  return path
    .toLowerCase()
    .split('.')
    .reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), params);
}
