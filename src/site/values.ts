/** Reads typed values of an author's table. A value of the wrong type is reported and ignored. */
import { createDiagnostic } from '../diagnostics.ts';
import { NANOSECONDS, readDuration } from '../durations.ts';
import type { Report, Table } from '../types.ts';
import { parseDate } from './pages/parse-date.ts';
import { isTable } from '../tables.ts';
import { readPath } from './formats/formats.ts';
import { type TableLocations, locateKey } from './locate-key.ts';
import type { KeyRows, ValueKind } from './options/row.ts';

/** Reads values by a dotted path of keys, in any case; `undefined` if a value is not set or invalid. */
export interface Reader {
  /** Reads a value as written. */
  raw(key: string): unknown;
  string(key: string): string | undefined;
  boolean(key: string): boolean | undefined;
  /** Reads an integer; Hugo accepts `"7"` and truncates `7.9`. */
  integer(key: string): number | undefined;
  number(key: string): number | undefined;
  /** Reads a list of strings, or a single one. */
  strings(key: string): readonly string[] | undefined;
  table(key: string): Table | undefined;
  /** Reads a list of tables, or a single one. */
  tables(key: string): readonly Table[] | undefined;
  date(key: string): Date | undefined;
  /** Reads a duration of Go, or a number of milliseconds; the result is in milliseconds, and more than zero. */
  duration(key: string): number | undefined;
}

interface Kind<T> {
  readonly expected: string;
  /** Converts a value; `undefined` if it is not of this kind. */
  readonly read: (value: unknown) => T | undefined;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const kinds = {
  string: { expected: 'a string', read: (value) => (isScalar(value) ? String(value) : undefined) },
  boolean: { expected: 'true or false', read: readBoolean },
  integer: { expected: 'a number', read: readInteger },
  number: { expected: 'a number', read: readNumber },
  strings: { expected: 'a string or a list of strings', read: readStrings },
  table: { expected: 'a table', read: (value) => (isTable(value) ? value : undefined) },
  tables: { expected: 'a table or a list of tables', read: readTables },
  date: { expected: 'a date such as 2026-03-14 or 2026-03-14T09:30:00Z', read: parseDate },
  duration: { expected: 'a duration such as 30s or 1m30s', read: readMilliseconds },
} satisfies Record<ValueKind, Kind<unknown>>;

/** Creates a reader for a table; an invalid value is reported with its location, once per key. */
export function createReader(table: Table, locations: TableLocations, report: Report): Reader {
  const reported = new Set<string>();
  const read = <T>(key: string, kind: Kind<T>): T | undefined => {
    const keys = key.split('.');
    const value = readPath(table, keys);
    if (value === undefined || value === null) return undefined;
    const result = kind.read(value);
    if (result === undefined && !reported.has(key)) {
      reported.add(key);
      report(wrongType(key, value, kind.expected, locations));
    }
    return result;
  };
  return {
    raw: (key) => readPath(table, key.split('.')),
    string: (key) => read(key, kinds.string),
    boolean: (key) => read(key, kinds.boolean),
    integer: (key) => read(key, kinds.integer),
    number: (key) => read(key, kinds.number),
    strings: (key) => read(key, kinds.strings),
    table: (key) => read(key, kinds.table),
    tables: (key) => read(key, kinds.tables),
    date: (key) => read(key, kinds.date),
    duration: (key) => read(key, kinds.duration),
  };
}

/** Reads the keys of a table by their rows. */
export type KeyReader<R extends KeyRows> = <K extends KindKey<R>>(
  key: K,
) => ReturnType<Reader[NonNullable<R[K]['kind']>]>;

/** The keys of a table that have a kind. */
type KindKey<R extends KeyRows> = { [K in keyof R]: R[K]['kind'] extends ValueKind ? K : never }[keyof R] &
  string;

/** Creates a reader that reads each key by the kind of its row. */
export function createKeyReader<const R extends KeyRows>(rows: R, read: Reader): KeyReader<R> {
  return <K extends KindKey<R>>(key: K) => {
    const kind = rows[key]?.kind as ValueKind;
    return read[kind](key) as ReturnType<Reader[NonNullable<R[K]['kind']>]>;
  };
}

function wrongType(
  key: string,
  value: unknown,
  expected: string,
  locations: TableLocations,
): ReturnType<typeof createDiagnostic> {
  const found = value instanceof Date ? 'a date' : JSON.stringify(value);
  return createDiagnostic({
    code: 'value-type',
    message: `${key} must be ${expected}, not ${found}`,
    hint: `Set ${key} to ${expected}, or remove the line.`,
    ...locateKey(locations, key.split('.')),
  });
}

/** Reads a boolean; like Hugo, accepts the strings `"true"` and `"false"`. */
function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function readInteger(value: unknown): number | undefined {
  const number = readNumber(value);
  return number === undefined ? undefined : Math.trunc(number);
}

/** Reads a duration as Hugo does: a number, also in a string, is in milliseconds. */
function readMilliseconds(value: unknown): number | undefined {
  const number = readInteger(value);
  const nanoseconds = typeof value === 'string' ? readDuration(value.trim()) : undefined;
  const milliseconds = number ?? (nanoseconds === undefined ? undefined : nanoseconds / NANOSECONDS.ms);
  return milliseconds !== undefined && milliseconds > 0 ? milliseconds : undefined;
}

function readStrings(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.every(isScalar) ? list.map(String) : undefined;
}

function readTables(value: unknown): readonly Table[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isTable) ? list : undefined;
}
