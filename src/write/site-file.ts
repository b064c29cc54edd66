/** The files of a built site, and whether the destination has them already. */
import { lstatSync, readFileSync, statSync, type Stats, utimesSync } from 'node:fs';
import type { BuildRecord } from './build-record.ts';
import { isSystemError, type RefusedFile } from './refusal.ts';
import { haveSameBytes } from './same-bytes.ts';

/** A file of a built site. */
export interface SiteFile extends Pick<RefusedFile, 'origin'> {
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
export function isUpToDate(file: SiteFile, target: string, record: BuildRecord): boolean {
  const found = findEntry(target);
  if (!found?.isFile()) return false;
  const { content } = file;
  if (typeof content === 'string')
    return found.size === Buffer.byteLength(content) && readFileSync(target, 'utf8') === content;
  if (content instanceof Uint8Array)
    return found.size === content.length && readFileSync(target).equals(content);
  const original = statSync(content.copyOf);
  // A copy takes over the time of its original, so that most changes are seen without reading either.
  if (original.size !== found.size || original.mtime.getTime() !== found.mtime.getTime()) return false;
  if (record.hasCopy(file.path, original, found)) return true;
  if (!haveSameBytes(content.copyOf, target, found.size)) return false;
  record.addCopy(file.path, original, found);
  return true;
}

/** Gives a file the times of another one, if the system allows it; otherwise it is copied again. */
export function setTimes(file: string, { atime, mtime }: Stats): void {
  try {
    utimesSync(file, atime, mtime);
  } catch {
    // Only the owner of a file may set its times.
  }
}
