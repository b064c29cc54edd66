/** TOML 1.0, with what its parser (3.0.0) stumbles over taken out of its way. */
import toml from '@iarna/toml';
import { offsetOf } from '../diagnostics.ts';
import { readDate, ZonedDate } from '../dates.ts';
import { type Format, FormatError, firstLine, withoutByteOrderMark } from './format.ts';

/** TOML. */
export const tomlFormat: Format = {
  name: 'TOML',
  extensions: ['toml'],
  parse: (text) => plainValue(parseToml(withoutByteOrderMark(text)), offsetsIn(text)),
  locate: locateInToml,
};

/** Strings and comments, which stay as they are, and a date or a time without a zone that ends a value. */
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
 * The parser stumbles over CRLF inside of multi-line strings; lines and columns stay the same without. It also fails on
 * what stands behind a local time, and behind a local date in a list; these then are read as they are written below.
 */
function parseToml(text: string): unknown {
  const plain = text.replaceAll('\r\n', '\n');
  try {
    return toml.parse(plain);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const eased = plain.replace(LOCAL_RE, easeLocal);
    // Lines stay where they are.
    if (eased !== plain) return parseToml(eased);
    const offset = tomlErrorOffset(text, error);
    throw new FormatError(reasonAt(text, offset) ?? firstLine(error.message), offset);
  }
}

/** What stands in front of the place where the parser gives up on a number with a zero in front. */
const ZERO_RE = /(?:^|[=[,\s])[+-]?0[\d_]*$/;

/** The parser takes such a number for the year of a date. */
const reasonAt = (text: string, offset: number): string | undefined =>
  ZERO_RE.test(text.slice(0, offset)) && /^[\d.\s,\]}#]|^$/.test(text.slice(offset))
    ? 'a number has a zero in front'
    : undefined;

/** A time is the text that it is to Hugo, and a date without a zone is in UTC. */
function easeLocal(whole: string, ...rest: unknown[]): string {
  const { day, moment, time } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
  if (day !== undefined) return `${day}T${moment ?? '00:00:00'}Z`;
  return time === undefined ? whole : `"${time}"`;
}

/**
 * Numbers that are too large for JavaScript come as BigInt, which neither JSON nor arithmetic takes: they are rounded.
 * Local times come as dates in the year 0, and are texts.
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

/** The offsets that moments were written with: the parser turns all of them into UTC. */
type Offsets = ReadonlyMap<number, number>;

/** Strings and comments, and a moment with its offset. */
const OFFSET_RE =
  /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|(?<day>\d{4}-\d{2}-\d{2})[Tt ](?<time>\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))/g;

function offsetsIn(text: string): Offsets {
  const found = [...text.matchAll(OFFSET_RE)].flatMap(({ groups }): (readonly [number, number])[] => {
    const date = groups?.['day'] === undefined ? undefined : readDate(`${groups['day']}T${groups['time']}`);
    return date?.offset === undefined ? [] : [[date.clock - date.offset * 1000, date.offset]];
  });
  // Of two that are the same moment the first one counts.
  return new Map(found.reverse());
}

const DATE_RE = /\d{4}-\d{2}-\d{2}/g;

/** The parser counts lines and columns from 0, and says nothing about them for an invalid date. */
function tomlErrorOffset(text: string, error: Error & { line?: number; col?: number }): number {
  if (typeof error.line === 'number') return offsetOf(text, error.line + 1, (error.col ?? 0) + 1);
  const dates = [...text.matchAll(DATE_RE)];
  return dates.find(([date]) => Number.isNaN(Date.parse(date)))?.index ?? 0;
}

const TABLE_RE = /^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?/;
const KEY_RE = /^(\s*)([A-Za-z0-9_.\-"']+)\s*=/;

/** Keys as they are compared: without quotes and in lower case. */
const plainKeys = (written: string): string[] =>
  written
    .replace(/["'\s]/g, '')
    .toLowerCase()
    .split('.');

/** The parser keeps no positions, so the key is looked up line by line under its table's header. */
function locateInToml(text: string, keys: readonly string[]): number | undefined {
  const wanted = keys.map((key) => key.toLowerCase());
  const items = new Map<string, number>();
  let table: readonly string[] = [];
  let best: { readonly length: number; readonly offset: number } = { length: 0, offset: 0 };
  /** A line counts when it leads further on the way than those before it. */
  const consider = (path: readonly string[], offset: number): void => {
    const end = wanted.findIndex((key, n) => key !== path[n]);
    const length = end < 0 ? wanted.length : end;
    if (length > best.length) best = { length, offset };
  };
  let offset = 0;
  for (const line of text.split('\n')) {
    const [, bracket, header] = TABLE_RE.exec(line) ?? [];
    const [, indent = '', key] = KEY_RE.exec(line) ?? [];
    if (header !== undefined) {
      table = numbered(plainKeys(header), items, bracket === '[[');
      consider(table, offset + line.search(/\S/));
    } else if (key !== undefined) consider([...table, ...plainKeys(key)], offset + indent.length);
    offset += line.length + 1;
  }
  return best.length === 0 ? undefined : best.offset;
}

/** The path of a header with the numbers of the items in it: the second `[[a]]` is `a.1`, and `[a.b]` under it `a.1.b`. */
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
