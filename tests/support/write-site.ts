/** Sites on disk, for specs that need a server or a command. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseSite } from './site.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Writes the site of a text into a folder that is deleted behind the file's tests. */
export function writeSite(text: string): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(parseSite(text))) writeSiteFile(folder, file, content);
  return folder;
}

/** Writes one file of a site. */
export function writeSiteFile(folder: string, file: string, content: string): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
}

/** A picture of four by two points, for pages that need one. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect width="4" height="2"/></svg>';
