/** The themes of reveal-hugo that are not in reveal.js. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RevealTheme } from '../../types.ts';
import { themesFolder } from '../package-folder.ts';

/** A theme that extends one of reveal.js. */
export interface BundledTheme {
  /** The path of the published stylesheet: the one that it has in reveal-hugo. */
  readonly outputPath: string;
  readonly css: string;
  /** The bundled fonts of the theme, as named by `fontFamily`. */
  readonly fonts: readonly string[];
  /** The reveal.js theme that this theme extends. */
  readonly base: RevealTheme;
}

/** The bundled fonts of each theme. */
const themeFonts: ReadonlyMap<string, readonly string[]> = new Map([
  ['robot-lung', ['roboto', 'roboto-slab']],
  ['sunblind', ['lato', 'lora']],
]);

const THEME_RE = /^reveal-hugo\/themes\/([a-z-]+)\.css$/;

/** Reads the theme at a path, which has no leading slash; `undefined` if there is none. */
export function bundledTheme(wanted: string): BundledTheme | undefined {
  const name = THEME_RE.exec(wanted)?.[1] ?? '';
  const fonts = themeFonts.get(name);
  if (!fonts) return undefined;
  const read = (file: string): string => readFileSync(path.join(themesFolder(), `${file}.css`), 'utf8');
  const css = [read('common'), read(name)].join('\n');
  // Serif uses system fonts and has the fewest rules of its own.
  return { outputPath: wanted, css, fonts, base: 'serif' };
}
