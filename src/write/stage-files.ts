/** Writes the new files of a build to its folder. */
import { copyFileSync, mkdirSync, type Stats, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimes, type SiteFile } from './site-file.ts';

/**
 * Writes files to a folder.
 * @returns the originals of those that are copies, as they were before: they may change meanwhile
 */
export function stageFiles(folder: string, files: readonly SiteFile[]): ReadonlyMap<string, Stats> {
  const originals = new Map<string, Stats>();
  const made = new Set<string>();
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else {
      const original = statSync(content.copyOf);
      copyFileSync(content.copyOf, file);
      setTimes(file, original);
      originals.set(name, original);
    }
  }
  return originals;
}
