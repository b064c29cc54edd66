/** The formats of front matter, configuration and data. To add one, add a row to `formats`. */
import { createRequire } from 'node:module';
import toml from '@iarna/toml';
import type * as Yaml from 'yaml';
import { offsetOf } from '../diagnostics.ts';
import type { FormatName, Table, TablePlace } from '../types.ts';

const require = createRequire(import.meta.url);

/** Most sites have no YAML, so its parser is loaded by the first text that needs it. */
const loadYaml = (): typeof Yaml => require('yaml') as typeof Yaml;

/** What a parser could not read, with the place in the text that it was given. */
export class FormatError extends Error {
  /** UTF-16 code units from the beginning of the parsed text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'FormatError';
    this.offset = offset;
  }
}

/** One format: how it is named, read, and where a key of it stands. */
export interface Format {
  readonly name: FormatName;
  readonly extensions: readonly string[];
  /**
   * Reads a text.
   * @throws {FormatError} with the place of the mistake
   */
  parse(text: string): unknown;
  /** The offset of a key, given as a path in any case; `undefined` where it can't be told. */
  locate(text: string, keys: readonly string[]): number | undefined;
}

const tomlFormat: Format = {
  name: 'TOML',
  extensions: ['toml'],
  parse: parseToml,
  locate: locateInToml,
};

const yamlFormat: Format = {
  name: 'YAML',
  extensions: ['yaml', 'yml'],
  parse(text) {
    const document = loadYaml().parseDocument(text, { merge: true, prettyErrors: false });
    const [error] = document.errors;
    if (error) throw new FormatError(firstLine(error.message), error.pos[0]);
    return document.toJS();
  },
  locate: locateInYaml,
};

const jsonFormat: Format = {
  name: 'JSON',
  extensions: ['json'],
  parse(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const at = /position (\d+)/.exec(error.message)?.[1];
      throw new FormatError(firstLine(error.message), at === undefined ? text.trimEnd().length : Number(at));
    }
  },
  // Every JSON text is a YAML text, and only the YAML parser keeps positions.
  locate: locateInYaml,
};

/** In Hugo's order of preference. */
export const formats: readonly Format[] = [tomlFormat, yamlFormat, jsonFormat];

/** Whether a value is a table and not a list, a date or a plain value. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The value of a key in a table, whatever the case of its letters, as in Hugo; the last of several wins. */
function readKey(table: Table, key: string): unknown {
  if (key in table && Object.hasOwn(table, key)) return table[key];
  const found = Object.keys(table).findLast((candidate) => candidate.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : table[found];
}

/** The value at a path of keys; `undefined` where there is no such table on the way. */
export function readPath(table: Table, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isTable(value) ? readKey(value, key) : undefined), table);
}

/** The format of that name. */
export function formatNamed(name: FormatName): Format {
  const found = formats.find((format) => format.name === name);
  if (!found) throw new Error(`there is no format ${name}`);
  return found;
}

/** The offset of a key in its file; the beginning of its table where the key can't be found. */
export function offsetOfKey({ source, start, end, format }: TablePlace, keys: readonly string[]): number {
  return start + (formatNamed(format).locate(source.text.slice(start, end), keys) ?? 0);
}

/** The first line of a parser's message, without the place that it may name: that is said better by the diagnostic. */
function firstLine(message: string): string {
  const [first = message] = message.split('\n', 1);
  return first.replace(/ at (?:row \d+, col \d+, pos \d+|line \d+, column \d+):?$/, '').replace(/[.:]$/, '');
}

const LOCAL_TIME_RE = /^(\s*[\w."'-]+\s*=\s*)(\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?=\s*(?:#.*)?$)/gm;

/**
 * The TOML parser (3.0.0) stumbles over CRLF inside of multi-line strings; lines and columns stay the same without. It also
 * fails on the line behind a local time, which then is read as the text that it is to Hugo.
 */
function parseToml(text: string): unknown {
  const plain = text.replaceAll('\r\n', '\n');
  try {
    return toml.parse(plain);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const quoted = plain.replace(LOCAL_TIME_RE, '$1"$2"');
    if (quoted !== plain) return parseToml(quoted);
    throw new FormatError(firstLine(error.message), tomlErrorOffset(text, error));
  }
}

const TOML_DATE_RE = /\d{4}-\d{2}-\d{2}/g;

/** The TOML parser counts lines and columns from 0, and says nothing about them for an invalid date. */
function tomlErrorOffset(text: string, error: Error & { line?: number; col?: number }): number {
  if (typeof error.line === 'number') return offsetOf(text, error.line + 1, (error.col ?? 0) + 1);
  const dates = [...text.matchAll(TOML_DATE_RE)];
  return dates.find(([date]) => Number.isNaN(Date.parse(date)))?.index ?? 0;
}

const TOML_TABLE_RE = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?/;
const TOML_KEY_RE = /^(\s*)([A-Za-z0-9_.\-"']+)\s*=/;

/** The TOML parser keeps no positions, so the key is looked up line by line under its table's header. */
function locateInToml(text: string, keys: readonly string[]): number | undefined {
  const wanted = keys.join('.').toLowerCase();
  let table = '';
  let offset = 0;
  for (const line of text.split('\n')) {
    const header = TOML_TABLE_RE.exec(line)?.[1]
      ?.replace(/["'\s]/g, '')
      .toLowerCase();
    const key = TOML_KEY_RE.exec(line);
    if (header !== undefined) table = `${header}.`;
    if (header === wanted) return offset + line.search(/\S/);
    if (key && `${table}${key[2]?.replace(/["']/g, '')}`.toLowerCase() === wanted)
      return offset + (key[1]?.length ?? 0);
    offset += line.length + 1;
  }
  return undefined;
}

function locateInYaml(text: string, keys: readonly string[]): number | undefined {
  const { isMap, isScalar, parseDocument } = loadYaml();
  let node: unknown = parseDocument(text, { prettyErrors: false }).contents;
  let offset: number | undefined;
  for (const key of keys) {
    if (!isMap(node)) return offset;
    const pair = node.items.find(
      (item) => isScalar(item.key) && String(item.key.value).toLowerCase() === key.toLowerCase(),
    );
    if (!pair || !isScalar(pair.key)) return offset;
    offset = pair.key.range?.[0];
    node = pair.value;
  }
  return offset;
}
