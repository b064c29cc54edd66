/** Tables of authors as templates see them: keys in lower case, as Hugo keeps params, and dates as times of Go. */
import type { Table } from '../../types.ts';
import { UnreadableFile } from '../../diagnostics.ts';
import { GoTime } from '../functions/time/object.ts';
import { isMap } from '../gotemplate/values.ts';
import { UnreadData } from './unread-data.ts';

/** A table of params: all its keys, and those of the tables in it, are in lower case. */
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

/** Dates of TOML that have no zone are no moments: Go prints them as they are written, and so do texts. */
function normalizeDate(date: Date): GoTime | string {
  const isLocal = ['isDate', 'isFloating'].some((mark) => mark in date && date[mark as keyof Date]);
  return isLocal ? date.toISOString().replace(/\.000$/, '') : GoTime.of(date);
}

/** A table of `data/`: its keys stay as they are. */
export function normalizeData(value: unknown): unknown {
  if (value instanceof UnreadableFile) return new UnreadData(value.message);
  if (value instanceof Date) return normalizeDate(value);
  if (Array.isArray(value)) return value.map(normalizeData);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalizeData(item)]));
}

/** The value at a dotted path of keys, `logo.src`; `undefined` where there is none. */
export function findParam(params: unknown, path: string): unknown {
  return path
    .toLowerCase()
    .split('.')
    .reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), params);
}
