/** Files of a built site, and what a folder has. */
import { readdirSync } from 'node:fs';
import type { SiteFile } from '../../src/write/write-site.ts';

/** Files from their texts by path. */
export const textFiles = (files: Readonly<Record<string, string>>): readonly SiteFile[] =>
  Object.entries(files).map(([path, content]) => ({ path, content }));

/** All files and folders below a folder. */
export function listAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .sort();
}
