/** Layouts that are compiled with the command, so that a build need not parse the built-in ones. */

/** A compiled file of a layout, and what its text says about it. */
export interface PrecompiledFile {
  /** The names that it mentions. */
  readonly names: readonly string[];
  /** The partials that it calls. */
  readonly partials: readonly string[];
  readonly template: object;
}

/** The files by their texts. There are none in the sources: `vite.config.ts` writes the module for `dist/`. */
export const precompiledFiles: ReadonlyMap<string, PrecompiledFile> = new Map();
