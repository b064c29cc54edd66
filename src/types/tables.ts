/** Tables of authors, where they stand, and findings about them. */
import type { Diagnostic, SourceFile } from '../diagnostics.ts';

/** Tables as authors write them: TOML tables, YAML mappings, JSON objects. */
export type Table = Readonly<Record<string, unknown>>;

/** A place in a file of the author. */
export interface Position {
  /** Path below the site's root, with `/`. */
  readonly file: string;
  /** UTF-16 code units from the first character of the file, front matter included. */
  readonly offset: number;
}

/** The formats of front matter, configuration and data. */
export type FormatName = 'TOML' | 'YAML' | 'JSON';

/** Where a table was read from. */
export interface TablePlace {
  readonly source: SourceFile;
  /** The offsets between which it stands in the file. */
  readonly start: number;
  readonly end: number;
  readonly format: FormatName;
}

/** One of the texts that a table was merged from; a later one wins over those before it. */
export interface TableLayer {
  /** What it says, seen from the merged table. */
  readonly table: Table;
  /** Where it stands; `undefined` for what no file says, such as variables. */
  readonly place: TablePlace | undefined;
  /** The keys under which the text itself is seen: `['params']` for `config/_default/params.toml`. */
  readonly path: readonly string[];
}

/** Takes a finding; the stage that reports it goes on with what is valid. */
export type Report = (diagnostic: Diagnostic) => void;
