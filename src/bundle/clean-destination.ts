/** `--cleanDestinationDir`: what no build would write again is deleted from the destination, and nothing else is. */
import { lstatSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { isWithin } from '../files.ts';
import { type OpenSite, resolveRealPath } from './open-site.ts';
import { reportingRefusals } from './output.ts';

/**
 * Looks before anything is written whether a destination may be cleaned.
 * @throws {DeckError} when the site, a file that it is made from, or the home folder lies below it
 */
export function checkCleanable({ root, destination, site: { config } }: OpenSite): void {
  const sources = [...config.mounts.map(({ source }) => source), ...config.usedFiles];
  const protectedPaths = [root, os.homedir(), ...sources.map((file) => path.resolve(root, file))];
  const endangered = protectedPaths.find((file) =>
    isWithin(resolveRealPath(destination), resolveRealPath(file)),
  );
  if (endangered === undefined) return;
  throw new DeckError([
    createDiagnostic({
      code: 'destination-holds-source',
      message: `${destination} is not cleaned, because ${endangered} lies in it`,
      hint: 'Name a folder with --destination that holds the built site alone, or leave --cleanDestinationDir out.',
    }),
  ]);
}

/**
 * Deletes every file that is not among those that were written, and folders that are empty then. What begins with a
 * dot stays, such as `.git` and `.nojekyll`: Hugo keeps such folders, and deletes such files.
 * @returns the paths of what was deleted, below the destination
 * @throws {DeckError} when the destination refuses
 */
export function cleanDestination(destination: string, written: readonly string[]): readonly string[] {
  const top = realpathSync(destination);
  const writtenKeys = new Set(written.flatMap(withFolders).map(pathKey));
  const clean = (folder: string): string[] =>
    readdirSync(path.join(top, folder)).flatMap((name) => {
      const file = folder === '' ? name : `${folder}/${name}`;
      const full = path.join(top, file);
      if (name.startsWith('.')) return [];
      // A link is never followed: one that was written through stays, and of another the link itself goes.
      const isFolder = lstatSync(full).isDirectory();
      if (!isFolder) return writtenKeys.has(pathKey(file)) ? [] : remove(full, file);
      const deleted = clean(file);
      if (!writtenKeys.has(pathKey(file)) && readdirSync(full).length === 0) rmdirSync(full);
      return deleted;
    });
  return reportingRefusals(destination, () => clean('')).sort();
}

function remove(full: string, file: string): readonly [string] {
  rmSync(full, { force: true });
  return [file];
}

/** `a/b/c` is in `a/b`, which is in `a`. */
function withFolders(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
}

/** Some disks know a file by another spelling than that which it was written with. */
const pathKey = (file: string): string => file.normalize('NFC').toLowerCase();
