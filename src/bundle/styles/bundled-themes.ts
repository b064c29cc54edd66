/** The themes that reveal-hugo brings besides reveal.js's own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RevealTheme } from '../../types.ts';
import { packageFolder } from '../package-folder.ts';

/** A theme that lies over one of reveal.js's. */
export interface BundledTheme {
  /** Where it is published: where the theme has it. */
  readonly outputPath: string;
  readonly css: string;
  /** The fonts of its first choice that are here, as `fontFamily` names them. */
  readonly fonts: readonly string[];
  /** The theme of reveal.js that it lies over. */
  readonly base: RevealTheme;
}

/** By name. The fonts that have no row are not among ours, and others stand in. */
const themeFonts: Readonly<Record<string, readonly string[]>> = { 'robot-lung': [], sunblind: ['lato'] };

const THEME_RE = /^reveal-hugo\/themes\/([a-z-]+)\.css$/;

/** The theme at a path that an author wrote, without a slash in front. */
export function bundledTheme(wanted: string): BundledTheme | undefined {
  const name = THEME_RE.exec(wanted)?.[1] ?? '';
  const fonts = themeFonts[name];
  if (!fonts) return undefined;
  const read = (file: string): string =>
    readFileSync(path.join(packageFolder(), 'themes', `${file}.css`), 'utf8');
  const css = [read('common'), read(name)].join('\n');
  // The one with fonts of the system, and the fewest rules of its own.
  return { outputPath: wanted, css, fonts, base: 'serif' };
}
