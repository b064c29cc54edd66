/** The names of themes. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ownThemes } from '../../src/types.ts';

const folder = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'reveal.js', 'dist', 'theme');

/** Those of reveal.js. */
export const THEMES: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.css'))
  .map((file) => path.basename(file, '.css'))
  .sort();

/** The names of all themes: ours, and those of reveal.js. */
export const ALL_THEMES: readonly string[] = [...ownThemes, ...THEMES];
