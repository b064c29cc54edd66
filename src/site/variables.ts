/** Variables of the environment whose names begin with `HUGO`: each is one value of the configuration. */
import type { Table, TableLayer } from '../types.ts';
import { isTable } from '../tables.ts';
import { FormatError, formatNamed, readPath } from './formats.ts';
import { mergeTables, nestTable } from './merge.ts';

/** Lists that Hugo also takes with commas or spaces between their items. */
const LISTS: readonly string[] = ['disablekinds', 'disablelanguages', 'ignorefiles', 'ignorelogs'];

/** The environment that variables name. */
export function environmentOf(variables: Readonly<Record<string, string>>): string | undefined {
  return variables['HUGO_ENVIRONMENT'] || variables['HUGO_ENV'] || undefined;
}

/**
 * What the variables say over a configuration. The letter behind `HUGO` stands between the keys, so that keys with an
 * underscore can be written as well: `HUGO_PARAMS_FOO`, `HUGOxPARAMSxREVEAL_HUGOxTHEME`. A value is of the type that the
 * configuration has there, and a text where it has none.
 * Source: docs/compatibility.md#environment-variables; Hugo's `applyOsEnvOverrides`.
 */
export function readVariables(variables: Readonly<Record<string, string>>, config: Table): TableLayer {
  let table: Table = {};
  for (const [name, text] of Object.entries(variables)) {
    const [, delimiter, path] = /^HUGO(.)(.+)$/s.exec(name) ?? [];
    if (delimiter === undefined || path === undefined) continue;
    const keys = spelledAs(config, path.split(delimiter));
    const value = nestTable(keys, readValue(text, readPath(config, keys), keys));
    if (isTable(value)) table = mergeTables(table, value);
  }
  return { table, place: undefined, path: [] };
}

/** Variables are written in capitals, so a key is spelled as the configuration spells it, and in lower case otherwise. */
function spelledAs(config: Table, keys: readonly string[]): string[] {
  let table: unknown = config;
  return keys.map((key) => {
    const wanted = key.toLowerCase();
    const found = isTable(table)
      ? Object.keys(table).findLast((candidate) => candidate.toLowerCase() === wanted)
      : undefined;
    table = isTable(table) && found !== undefined ? table[found] : undefined;
    return found ?? wanted;
  });
}

function readValue(text: string, existing: unknown, keys: readonly string[]): unknown {
  const [key = ''] = keys;
  if (keys.length === 1 && LISTS.includes(key.toLowerCase())) return readList(text);
  if (typeof existing === 'boolean') return readBoolean(text);
  if (typeof existing === 'number')
    return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
  if (Array.isArray(existing)) return parse(text, Array.isArray);
  const isNewTable = existing === undefined && keys.length === 1 && text.trim().startsWith('{');
  return isTable(existing) || isNewTable ? parse(text, isTable) : text;
}

/** What Go takes for a truth value. */
const TRUTHS: Readonly<Record<string, boolean>> = {
  '1': true, t: true, true: true,
  '0': false, f: false, false: false,
}; // prettier-ignore

const readBoolean = (text: string): unknown => TRUTHS[text.trim().toLowerCase()] ?? text;

function readList(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return parse(trimmed, Array.isArray);
  return trimmed.split(trimmed.includes(',') ? ',' : /\s+/).filter(Boolean);
}

/** The value that a text is in YAML, which JSON is too; the text where it is nothing of the kind. */
function parse(text: string, isWanted: (value: unknown) => boolean): unknown {
  try {
    const value = formatNamed('YAML').parse(text);
    return isWanted(value) ? value : text;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return text;
  }
}
