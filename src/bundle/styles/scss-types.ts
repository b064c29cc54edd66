/** What goes to Sass and comes back from it. The declarations of the package have these types, but not those of Sass. */
import type { ScssOptions } from './scss-options.ts';

/** Reads stylesheets of the site. */
export interface ScssFiles {
  /** The source of a file by its path in `assets/` or, failing that, among the static files. */
  find(path: string): string | undefined;
  /** The text of a file by its path relative to the site's root. */
  read(source: string): string | undefined;
}

/** A stylesheet to compile. */
export interface ScssJob {
  /** The folder of the package. */
  readonly sass: string;
  /** The path in `assets/`, which imports are relative to. */
  readonly name: string;
  readonly text: string;
  readonly syntax: 'css' | 'indented' | 'scss';
  readonly options: ScssOptions;
}

/** A position as Sass counts it, from 0. */
export interface ScssPosition {
  /** The canonical URL of the file; `undefined` if it has none. */
  readonly url: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** A warning that a stylesheet prints. */
export interface ScssWarning {
  readonly message: string;
  readonly stack: string | undefined;
}

/** What comes of a stylesheet: it is compiled, or it has a mistake, or Sass itself fails. */
export type ScssOutcome = { readonly warnings: readonly ScssWarning[] } & (
  | { readonly css: string; readonly sourceMap: string | undefined; readonly urls: readonly string[] }
  | { readonly mistake: string; readonly position: ScssPosition }
  | { readonly failure: string }
  | { readonly broken: string }
);
