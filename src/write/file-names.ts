/** Names that a file system does not allow, or takes for each other. */
import path from 'node:path';
import { findEntry, type SiteFile } from './site-file.ts';

/** Devices, characters that are not allowed or separate, and ends that are cut off. */
const NOT_IN_WINDOWS_RE =
  // eslint-disable-next-line no-control-regex -- Windows allows none of them.
  /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)|[<>:"|?*\\\u0000-\u001F]|[. ]$/i;

/** Finds the first folder or file in a path that can't have its name. Other systems than Windows allow all. */
export function findBadName(file: string, platform = process.platform): string | undefined {
  return platform === 'win32' ? file.split('/').find((name) => NOT_IN_WINDOWS_RE.test(name)) : undefined;
}

/** Two files that a disk takes for one. */
export type NameClash = readonly [SiteFile, SiteFile];

/**
 * Finds two files whose names differ in case or in the form of accents, if they are the same file in one of the folders:
 * the disks of macOS and Windows don't distinguish them.
 */
export function findNameClash(files: readonly SiteFile[], folders: readonly string[]): NameClash | undefined {
  const known = new Map<string, SiteFile>();
  for (const file of files) {
    const key = pathKey(file.path);
    const other = known.get(key);
    if (!other) known.set(key, file);
    else if (other.path !== file.path && folders.some((folder) => isOne(folder, other, file)))
      return [other, file];
  }
  return undefined;
}

function isOne(folder: string, one: SiteFile, other: SiteFile): boolean {
  const [a, b] = [one, other].map((file) => findEntry(path.join(folder, file.path)));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** The key of a path: equal for names that a disk may take for each other. */
export const pathKey = (file: string): string => file.normalize('NFC').toLowerCase();
