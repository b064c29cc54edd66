/**
 * Recovers keys of invalid front matter by parsing each separately, to find out whether the page would be part of a
 * deck: no deck is skipped without an error.
 */
import type { FormatName, Table } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { FormatError, formatNamed } from '../formats/formats.ts';

/** Start of the next top-level key; in JSON, it follows a comma. */
const KEY_STARTS: Readonly<Record<FormatName, RegExp>> = {
  TOML: /^(?=[\w"'.-]+[ \t]*=)/m,
  YAML: /^(?=["']?[\w.-]+["']?[ \t]*:)/m,
  JSON: /,\s*(?="(?:[^"\\]|\\.)*"\s*:)/,
};

const TOML_HEADER_RE = /^(?=\[)/m;

/** Keys that decide whether a page is a deck: if one is invalid, its text is used. */
const INVALID_RE = /^\s*["']?(outputs|type|layout)["']?\s*[:=]([^]*)$/i;

/** Parses the readable keys. */
export function recoverKeys(text: string, format: FormatName): Table {
  return Object.assign({}, ...splitEntries(text, format).map((entry) => readEntry(entry, format))) as Table;
}

function splitEntries(text: string, format: FormatName): readonly string[] {
  if (format === 'JSON') return text.replace(/^\s*\{|\}\s*$/g, '').split(KEY_STARTS.JSON);
  // Keys below a header of TOML belong to its table.
  const [top = '', ...tables] = format === 'TOML' ? text.split(TOML_HEADER_RE) : [text];
  return [...top.split(KEY_STARTS[format]), ...tables];
}

function readEntry(entry: string, format: FormatName): Table {
  try {
    const value = formatNamed(format).parse(format === 'JSON' ? `{${entry}}` : entry);
    return isTable(value) ? value : {};
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  const [, key = '', value = ''] = INVALID_RE.exec(entry) ?? [];
  const words = value.match(/[\w-]+/g);
  if (!words) return {};
  return { [key.toLowerCase()]: key.toLowerCase() === 'outputs' ? words : words[0] };
}
