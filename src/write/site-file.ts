/** The files of a built site, and whether the destination has them already. */
import { lstatSync, readFileSync, statSync, type Stats, utimesSync } from 'node:fs';
import { isSystemError } from './refusal.ts';

/** A file of a built site. */
export interface SiteFile {
  /** Relative to the destination, with slashes. */
  readonly path: string;
  readonly content: string | Uint8Array | FileCopy;
}

/** The copy of a file, with its times. */
export interface FileCopy {
  /** The absolute path of the file. */
  readonly copyOf: string;
}

/** What is at a path: a file, folder or link; `undefined` if there is nothing. */
export function findEntry(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    // A file is in the place of a folder.
    if (isSystemError(error) && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Whether a file of the destination is what the build would write. */
export function isUpToDate({ content }: SiteFile, target: string): boolean {
  const found = findEntry(target);
  if (!found?.isFile()) return false;
  if (typeof content === 'string')
    return found.size === Buffer.byteLength(content) && readFileSync(target, 'utf8') === content;
  if (content instanceof Uint8Array)
    return found.size === content.length && readFileSync(target).equals(content);
  return isSameCopy(content, target, found);
}

/**
 * Compares size and modification time, which a copy takes over. Archives and package managers give many files the same
 * time, so the content counts, unless the copy was made after the last change of the original.
 */
function isSameCopy({ copyOf }: FileCopy, target: string, copy: Stats): boolean {
  const original = statSync(copyOf);
  if (original.size !== copy.size || original.mtime.getTime() !== copy.mtime.getTime()) return false;
  if (original.ctimeMs < copy.ctimeMs) return true;
  if (!readFileSync(copyOf).equals(readFileSync(target))) return false;
  setTimes(target, original);
  return true;
}

/** Gives a file the times of another one, if the system allows it; otherwise it is compared or copied again. */
export function setTimes(file: string, { atime, mtime }: Stats): void {
  try {
    utimesSync(file, atime, mtime);
  } catch {
    // Only the owner of a file may set its times.
  }
}
