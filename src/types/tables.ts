/** Tables of the author, their locations, and reports about them. */
import type { Diagnostic, SourceFile } from '../diagnostics.ts';

/** A table of the author: a TOML table, a YAML mapping or a JSON object. */
export type Table = Readonly<Record<string, unknown>>;

/** A position in a file of the author. */
export interface Position {
  /** Path below the site's root, with `/`. */
  readonly file: string;
  /** UTF-16 code units from the first character of the file, front matter included. */
  readonly offset: number;
}

/** The formats of front matter, configuration and data. */
export type FormatName = 'TOML' | 'YAML' | 'JSON';

/** The location of a table. */
export interface TableLocation {
  readonly source: SourceFile;
  /** Offsets of the table's text in the file. */
  readonly start: number;
  readonly end: number;
  readonly format: FormatName;
}

/** A layer of a merged table; later ones take precedence. */
export interface TableLayer {
  /** The values of the layer, relative to the root of the merged table. */
  readonly table: Table;
  /** Location in a file; `undefined` for values that are in no file, such as environment variables. */
  readonly location: TableLocation | undefined;
  /** The path at which the file is merged: `['params']` for `config/_default/params.toml`. */
  readonly path: readonly string[];
}

/** Receives a diagnostic; the caller continues with what is valid. */
export type Report = (diagnostic: Diagnostic) => void;
