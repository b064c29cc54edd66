/** Writes data as a text of a format. */
import toml from '@iarna/toml';
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { FormatName } from '../types.ts';
import { isTable } from '../tables.ts';

const require = createRequire(import.meta.url);

const writers: Readonly<Record<FormatName, (value: unknown) => string>> = {
  JSON: (value) => JSON.stringify(value, undefined, 2),
  // Loaded by the first text that needs it, as when it is read.
  YAML: (value) => (require('yaml') as typeof Yaml).stringify(value),
  TOML: (value) => (isTable(value) ? toml.stringify(value as toml.JsonMap) : String(value)),
};

/** A value as a text of that format; only tables can be TOML. */
export function writeFormat(name: FormatName, value: unknown): string {
  return writers[name](value);
}
