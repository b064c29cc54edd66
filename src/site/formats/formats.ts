/** All formats of front matter, configuration and data. To add one, add a row to `formats`. */
import type { FormatName, Table, TableLocation } from '../../types.ts';
import { type Format, FormatError, type Locator, type RepeatedKey } from './format.ts';
import { jsonFormat } from './json.ts';
import { withLimitedNesting } from './nesting.ts';
import { tomlFormat } from './toml.ts';
import { isTable, readKey } from '../../tables.ts';
import { withWholeCharacters } from './well-formed.ts';
import { yamlFormat } from './yaml.ts';

export { type Format, FormatError, type RepeatedKey };

/** Formats in Hugo's order of preference. */
export const formats: readonly Format[] = [tomlFormat, yamlFormat, jsonFormat].map((format) =>
  withWholeCharacters(withLimitedNesting(format)),
);

/** Finds the format of a file by its extension; `undefined` if it is not supported. */
export function findFormat(file: string): Format | undefined {
  const extension = /\.([^./]*)$/.exec(file)?.[1]?.toLowerCase();
  return formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}

/** Reads the value at a path of keys and indexes; `undefined` if it does not exist. */
export function readPath(table: Table, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isTable(value) ? readKey(value, key) : undefined;
  }, table);
}

/** Finds a format by name. */
export function formatNamed(name: FormatName): Format {
  const found = formats.find((format) => format.name === name);
  if (!found) throw new Error(`there is no format ${name}`);
  return found;
}

/** Finds the offset of a key in its file; the start of the table if the key can't be found. */
export function findKeyOffset(location: TableLocation, keys: readonly string[]): number {
  const { source, start, end, format } = location;
  const locate = locators.get(location) ?? formatNamed(format).createLocator(source.text.slice(start, end));
  locators.set(location, locate);
  return start + (locate(keys) ?? 0);
}

/** The tables in which keys were located, which do not change: many mistakes in one table read its text once. */
const locators = new WeakMap<TableLocation, Locator>();
