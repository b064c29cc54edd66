/** The format TOML 1.0, with workarounds for its parser, version 3.0.0. */
import toml from '@iarna/toml';
import { callPackage } from '../../call-package.ts';
import { offsetAt } from '../../diagnostics.ts';
import { readDate, ZonedDate } from '../../dates.ts';
import { type Format, FormatError, firstLine, withoutByteOrderMark, type Locator } from './format.ts';
import { MAX_NESTING, tooDeep } from './nesting.ts';

/** Parses TOML. */
export const tomlFormat: Format = {
  name: 'TOML',
  extensions: ['toml'],
  parse: (text) => plainValue(parseToml(withoutByteOrderMark(text)), offsetsIn(text)),
  createLocator: createTomlLocator,
};

/** Strings and comments, which are kept, and dates or times without a zone at the end of a value. */
const LOCAL_RE = new RegExp(
  [
    /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*/,
    /(?<![\w.:-])(?<day>\d{4}-\d{2}-\d{2})(?:[Tt ](?<moment>\d{2}:\d{2}:\d{2}(?:\.\d+)?))?(?=\s*[,\]}])/,
    /(?<![\w.:-])(?<time>\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?=\s*(?:[,\]}#\n]|$))/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * Parses a text. The parser fails on CRLF in multi-line strings, after local times, and after local dates in a list:
 * line breaks are normalized, which keeps lines and columns, and local dates are rewritten if parsing fails.
 */
function parseToml(text: string): unknown {
  const plain = text.replaceAll('\r\n', '\n');
  const parse = (): unknown => toml.parse(plain);
  return callPackage(parse, ({ error, exhausted, reason }) => {
    if (exhausted === 'stack') throw tooDeep(text);
    const eased = plain.replace(LOCAL_RE, easeLocal);
    // Line numbers do not change.
    if (eased !== plain) return parseToml(eased);
    const offset = tomlErrorOffset(text, error as Error);
    throw new FormatError(reasonAt(text, offset) ?? firstLine(reason), offset);
  });
}

/** The text before the position where the parser fails on a number with a leading zero. */
const ZERO_RE = /(?:^|[=[,\s])[+-]?0[\d_]*$/;

/** Explains an error at a leading zero, where the parser expects a date. */
const reasonAt = (text: string, offset: number): string | undefined =>
  ZERO_RE.test(text.slice(0, offset)) && /^[\d.\s,\]}#]|^$/.test(text.slice(offset))
    ? 'a number starts with zero'
    : undefined;

/** Rewrites a local time as a string, which it is in Hugo, and a local date as one in UTC. */
function easeLocal(whole: string, ...rest: unknown[]): string {
  const { day, moment, time } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
  if (day !== undefined) return `${day}T${moment ?? '00:00:00'}Z`;
  return time === undefined ? whole : `"${time}"`;
}

/**
 * Converts values of the parser to plain ones: BigInt to a rounded number, because JSON and arithmetic do not accept it,
 * and local times, which the parser reads as dates in the year 0, to strings.
 */
function plainValue(value: unknown, offsets: Offsets): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return plainDate(value, offsets);
  if (Array.isArray(value)) return value.map((item) => plainValue(item, offsets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item, offsets)]));
}

function plainDate(date: Date, offsets: Offsets): unknown {
  if ('isTime' in date) return date.toISOString().replace(/\.?0+$/, '');
  const offset = offsets.get(date.getTime());
  return offset === undefined || 'isDate' in date || 'isFloating' in date
    ? date
    : new ZonedDate(date.getTime(), offset);
}

/** UTC offsets of dates, which the parser converts to UTC. */
type Offsets = ReadonlyMap<number, number>;

/** Strings, comments, and dates with an offset. */
const OFFSET_RE =
  /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|(?<day>\d{4}-\d{2}-\d{2})[Tt ](?<time>\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))/g;

function offsetsIn(text: string): Offsets {
  const found = [...text.matchAll(OFFSET_RE)].flatMap(({ groups }): (readonly [number, number])[] => {
    const date = groups?.['day'] === undefined ? undefined : readDate(`${groups['day']}T${groups['time']}`);
    return date?.offset === undefined ? [] : [[date.clock - date.offset * 1000, date.offset]];
  });
  // The first of two equal dates determines the offset.
  return new Map(found.reverse());
}

const DATE_RE = /\d{4}-\d{2}-\d{2}/g;

/** Computes the offset of an error: the parser counts lines and columns from 0, and omits them for invalid dates. */
function tomlErrorOffset(text: string, error: Error & { line?: number; col?: number }): number {
  if (typeof error.line === 'number') return offsetAt(text, error.line + 1, (error.col ?? 0) + 1);
  const dates = [...text.matchAll(DATE_RE)];
  return dates.find(([date]) => Number.isNaN(Date.parse(date)))?.index ?? 0;
}

const TABLE_RE = /^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?/;
const KEY_RE = /^(\s*)([A-Za-z0-9_.\-"']+)\s*=/;

/** Normalizes keys for comparison: without quotes, in lower case. */
const plainKeys = (written: string): string[] =>
  written
    .replace(/["'\s]/g, '')
    .toLowerCase()
    .split('.');

/** Finds a key line by line below the header of its table, because the parser keeps no positions. */
function createTomlLocator(text: string): Locator {
  const items = new Map<string, number>();
  const offsets = new Map<string, number>();
  /** Keeps the first line of each part of a path. */
  const add = (path: readonly string[], offset: number): void => {
    // A longer path is nested too deep, and nothing in it is located.
    path.slice(0, MAX_NESTING).forEach((_, n) => {
      const name = nameOf(path.slice(0, n + 1));
      if (!offsets.has(name)) offsets.set(name, offset);
    });
  };
  let table: readonly string[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const [, bracket, header] = TABLE_RE.exec(line) ?? [];
    const [, indent = '', key] = KEY_RE.exec(line) ?? [];
    if (header !== undefined) {
      table = numbered(plainKeys(header), items, bracket === '[[');
      add(table, offset + line.search(/\S/));
    } else if (key !== undefined) add([...table, ...plainKeys(key)], offset + indent.length);
    offset += line.length + 1;
  }
  return (keys) => {
    const wanted = keys.map((key) => key.toLowerCase());
    for (let count = wanted.length; count > 0; count--) {
      const found = offsets.get(nameOf(wanted.slice(0, count)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

const nameOf = (path: readonly string[]): string => path.join('\0');

/** Adds indexes to the path of a header: the second `[[a]]` is `a.1`, and `[a.b]` below it `a.1.b`. */
function numbered(header: readonly string[], items: Map<string, number>, isItem: boolean): string[] {
  const path: string[] = [];
  header.forEach((key, n) => {
    path.push(key);
    const name = path.join('.');
    if (isItem && n === header.length - 1) items.set(name, (items.get(name) ?? -1) + 1);
    const item = items.get(name);
    if (item !== undefined) path.push(String(item));
  });
  return path;
}
