/** The names of reveal.js's themes. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'reveal.js', 'dist', 'theme');

export const THEMES: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.css'))
  .map((file) => path.basename(file, '.css'))
  .sort();
