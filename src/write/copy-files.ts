/** Copies files into a folder that another tool writes. */
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Destination } from './destination.ts';
import { reportingRefusals } from './refusal.ts';
import { type FileCopy, setTimes, type SiteFile } from './site-file.ts';

/** A file that is a copy. */
export type CopiedFile = SiteFile & { readonly content: FileCopy };

/** Copies files that are not up to date. Links in the folder are replaced, not followed.
 * @throws {DeckError} when the folder can't be written
 */
export function copyFiles(folder: string, files: readonly CopiedFile[]): void {
  const destination = new Destination(folder);
  const changed = files.filter((file) => !destination.has(file));
  reportingRefusals(folder, () => {
    for (const link of destination.check(changed)) rmSync(destination.resolve(link), { force: true });
    for (const { path: name, content } of changed) {
      const target = destination.resolve(name);
      mkdirSync(path.dirname(target), { recursive: true });
      rmSync(target, { force: true });
      copyFileSync(content.copyOf, target);
      setTimes(target, statSync(content.copyOf));
    }
  });
}
