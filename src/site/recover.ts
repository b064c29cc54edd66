/**
 * What can still be read of front matter that has a mistake in it: each key by itself. It decides whether a page would
 * be a part of a deck, so that no deck is lost without a word.
 */
import type { FormatName, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { FormatError, formatNamed } from './formats.ts';

/** Where the next key at the top begins; a key of JSON stands behind a comma. */
const KEY_STARTS: Readonly<Record<FormatName, RegExp>> = {
  TOML: /^(?=[\w"'.-]+[ \t]*=)/m,
  YAML: /^(?=["']?[\w.-]+["']?[ \t]*:)/m,
  JSON: /,\s*(?="(?:[^"\\]|\\.)*"\s*:)/,
};

const TOML_HEADER_RE = /^(?=\[)/m;

/** The keys that say what a page is: where one is broken, its words count. */
const SPOILT_RE = /^\s*["']?(outputs|type|layout)["']?\s*[:=]([^]*)$/i;

/** Reads the keys that can be read. */
export function recoverKeys(text: string, format: FormatName): Table {
  return Object.assign({}, ...entriesOf(text, format).map((entry) => readEntry(entry, format))) as Table;
}

function entriesOf(text: string, format: FormatName): readonly string[] {
  if (format === 'JSON') return text.replace(/^\s*\{|\}\s*$/g, '').split(KEY_STARTS.JSON);
  // What stands under a header of TOML belongs to it.
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
  const [, key = '', value = ''] = SPOILT_RE.exec(entry) ?? [];
  const words = value.match(/[\w-]+/g);
  if (!words) return {};
  return { [key.toLowerCase()]: key.toLowerCase() === 'outputs' ? words : words[0] };
}
