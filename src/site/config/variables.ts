/** Reads environment variables that begin with `HUGO`: each sets one value of the configuration. */
import type { Table, TableLayer } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { FormatError, formatNamed, readPath } from '../formats/formats.ts';
import { mergeTables, nestTable } from '../merge.ts';

/** Lists that can also be separated by commas or spaces, as in Hugo. */
const LISTS: readonly string[] = ['disablekinds', 'disablelanguages', 'ignorefiles', 'ignorelogs'];

/** Reads the name of the environment. */
export function readEnvironment(variables: Readonly<Record<string, string>>): string | undefined {
  return variables['HUGO_ENVIRONMENT'] || variables['HUGO_ENV'] || undefined;
}

/**
 * Reads the variables as a layer over the configuration. The character after `HUGO` separates keys, so that keys can
 * contain underscores: `HUGO_PARAMS_FOO`, `HUGOxPARAMSxREVEAL_HUGOxTHEME`. Values have the type of the configured value,
 * or else are strings. Source: docs/compatibility.md#environment-variables; Hugo's `applyOsEnvOverrides`.
 */
export function readVariables(variables: Readonly<Record<string, string>>, config: Table): TableLayer {
  let table: Table = {};
  for (const [name, text] of Object.entries(variables)) {
    const [, delimiter, path] = /^HUGO(.)(.+)$/s.exec(name) ?? [];
    if (delimiter === undefined || path === undefined) continue;
    const keys = matchSpelling(config, path.split(delimiter));
    const value = nestTable(keys, readValue(text, readPath(config, keys), keys));
    if (isTable(value)) table = mergeTables(table, value);
  }
  return { table, location: undefined, path: [] };
}

/** Restores the case of keys, which variables write in capitals: that of the configuration, or else lower case. */
function matchSpelling(config: Table, keys: readonly string[]): string[] {
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

/** Go's spellings of booleans. */
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

/** Parses a text as YAML or JSON; returns the text if the result is not wanted. */
function parse(text: string, isWanted: (value: unknown) => boolean): unknown {
  try {
    const value = formatNamed('YAML').parse(text);
    return isWanted(value) ? value : text;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return text;
  }
}
