/** `--cleanDestinationDir`: deletes files that the build did not write from the destination. */
import { lstatSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { isWithin } from '../files.ts';
import { type OpenSite, resolveRealPath } from './open-site.ts';
import { reportingRefusals } from './output.ts';

/**
 * Checks, before anything is written, that a destination can be cleaned safely.
 * @throws {DeckError} when it contains the site, one of its sources, or the home folder
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
      message: `${destination} was not cleaned because it contains ${endangered}`,
      hint: 'Use a destination that holds only the built site, or omit --cleanDestinationDir.',
    }),
  ]);
}

/**
 * Deletes every file that was not written, and folders that become empty. Names that begin with a dot are kept, such as
 * `.git` and `.nojekyll`: Hugo keeps such folders, and deletes such files.
 * @returns the deleted files, relative to the destination
 * @throws {DeckError} when the destination can't be written
 */
export function cleanDestination(destination: string, written: readonly string[]): readonly string[] {
  const top = realpathSync(destination);
  const writtenKeys = new Set(written.flatMap(withFolders).map(pathKey));
  const clean = (folder: string): string[] =>
    readdirSync(path.join(top, folder)).flatMap((name) => {
      const file = folder === '' ? name : `${folder}/${name}`;
      const full = path.join(top, file);
      if (name.startsWith('.')) return [];
      // A link is never followed: it is kept if the build wrote through it; otherwise only the link is deleted.
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

/** Lists a file and its folders: `a`, `a/b` and `a/b/c`. */
function withFolders(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
}

/** Some file systems ignore case, or normalize Unicode in names. */
const pathKey = (file: string): string => file.normalize('NFC').toLowerCase();
