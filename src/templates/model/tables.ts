/** Tables of authors as templates see them: keys in lower case, as Hugo keeps params, and dates as times of Go. */
import type { Table } from '../../types.ts';
import { UnreadFile } from '../../diagnostics.ts';
import { GoTime } from '../functions/time-object.ts';
import { isMap } from '../gotemplate/values.ts';
import { UnreadData } from './unread-data.ts';

/** A table of params: all its keys, and those of the tables in it, are in lower case. */
export function paramsOf(table: Table): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key.toLowerCase(), paramOf(value)]));
}

function paramOf(value: unknown): unknown {
  if (value instanceof Date) return timeOf(value);
  if (Array.isArray(value)) return value.map(paramOf);
  return isMap(value) ? paramsOf(value) : value;
}

/** Dates of TOML that have no zone are no moments: Go prints them as they are written, and so do texts. */
function timeOf(date: Date): GoTime | string {
  const isLocal = ['isDate', 'isFloating'].some((mark) => mark in date && date[mark as keyof Date]);
  return isLocal ? date.toISOString().replace(/\.000$/, '') : GoTime.of(date);
}

/** A table of `data/`: its keys stay as they are. */
export function dataOf(value: unknown): unknown {
  if (value instanceof UnreadFile) return new UnreadData(value.message);
  if (value instanceof Date) return timeOf(value);
  if (Array.isArray(value)) return value.map(dataOf);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, dataOf(item)]));
}

/** The value at a dotted path of keys, `logo.src`; `undefined` where there is none. */
export function paramAt(params: unknown, path: string): unknown {
  return path
    .toLowerCase()
    .split('.')
    .reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), params);
}
