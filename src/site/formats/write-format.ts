/** Serializes data. */
import toml from '@iarna/toml';
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { FormatName } from '../../types.ts';
import { isTable } from '../../tables.ts';

const require = createRequire(import.meta.url);

const writers: Readonly<Record<FormatName, (value: unknown) => string>> = {
  JSON: (value) => JSON.stringify(value, undefined, 2),
  // Loaded on first use, as for parsing.
  YAML: (value) => (require('yaml') as typeof Yaml).stringify(value),
  TOML: (value) => (isTable(value) ? toml.stringify(value as toml.JsonMap) : String(value)),
};

/** Serializes a value in a format; TOML requires a table. */
export function writeFormat(name: FormatName, value: unknown): string {
  return writers[name](value);
}
