/**
 * Writes a site to its destination, whole or not at all: new files are written next to the destination and then renamed
 * into it, the bundle before the pages that name it, and what no page needs any more is deleted last.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Destination } from './destination.ts';
import { createFinisher, type Finisher } from './finisher.ts';
import { writeJournal } from './journal.ts';
import { isSystemError, refusal } from './refusal.ts';
import { findEntry, setTimes, type SiteFile } from './site-file.ts';
import { stagingFolder } from './staging-folder.ts';
import { finishInterrupted, removeStaging, takeStaging, type WaitEvents } from './staging.ts';
import { type Deletions, listStaleAssets, listUnwritten } from './stale-files.ts';

/** How a site is written. */
export interface WriteOptions extends WaitEvents {
  /** The folder of the bundle: its files of earlier builds are deleted when no page names them. */
  readonly bundle: string;
  /** Whether all files are deleted that are not of this build. */
  readonly isCleaned?: boolean;
  /** The compiled entry point of the process that finishes builds. */
  readonly finishScript?: string;
  /** Called before the destination changes. */
  readonly onCommit?: () => void;
}

/**
 * Writes the files of a site; those that are up to date stay as they are.
 * @param files in the order in which they appear: what others name comes first
 * @returns the files that `isCleaned` has deleted, relative to the destination
 * @throws {DeckError} when the destination can't be written; unless it failed after `onCommit`, nothing has changed
 */
export async function writeSite(
  folder: string,
  files: readonly SiteFile[],
  options: WriteOptions,
): Promise<readonly string[]> {
  const paths = files.map((file) => file.path);
  try {
    const staging = stagingFolder(new Destination(folder).folder);
    // What an interrupted build has left is finished first: no command may find it later, and put its files in place.
    if (!findEntry(staging) && isCurrent(folder, files, paths, options)) return [];
    await takeStaging(staging, options);
    return await replace(staging, new Destination(folder), { files, paths, options });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw refusal(folder, error.message);
  }
}

/** Whether a destination needs no change, so that it may be read-only. */
function isCurrent(
  folder: string,
  files: readonly SiteFile[],
  paths: readonly string[],
  options: WriteOptions,
): boolean {
  const destination = new Destination(folder);
  return (
    files.every((file) => destination.has(file)) &&
    listDeletions(destination.folder, paths, options).files.length === 0
  );
}

/** A build that is ready to replace its destination. */
interface Staged {
  readonly finisher: Finisher;
  readonly deletions: Deletions;
}

interface Site {
  readonly files: readonly SiteFile[];
  readonly paths: readonly string[];
  readonly options: WriteOptions;
}

/** Stages what differs, and replaces it. The folder of the staged files is gone afterwards: it is the next build's. */
async function replace(staging: string, destination: Destination, site: Site): Promise<readonly string[]> {
  const { bundle, isCleaned, onCommit } = site.options;
  const { finisher, deletions } = stage(staging, destination, site);
  onCommit?.();
  await finisher.finish();
  return isCleaned ? deletions.files.filter((file) => !file.startsWith(`${bundle}/`)) : [];
}

/** Stages what differs, with a journal of what is to be done. */
function stage(staging: string, destination: Destination, { files, paths, options }: Site): Staged {
  let finisher: Finisher | undefined;
  try {
    const changed = files.filter((file) => !destination.has(file));
    const links = destination.check(changed);
    const deletions = listDeletions(destination.folder, paths, options);
    finisher = createFinisher(staging, changed.length + deletions.files.length, options.finishScript);
    // Another name for each build: what finishes an interrupted one touches no files of the next.
    const staged = randomUUID();
    stageFiles(path.join(staging, staged), changed);
    writeJournal(staging, {
      staged,
      links,
      files: changed.map((file) => file.path),
      deletions: deletions.files,
      folders: deletions.folders,
    });
    return { finisher, deletions };
  } catch (error) {
    finisher?.cancel();
    removeStaging(staging);
    throw error;
  }
}

function listDeletions(folder: string, paths: readonly string[], options: WriteOptions): Deletions {
  if (options.isCleaned) return listUnwritten(folder, paths);
  const files = listStaleAssets(folder, options.bundle, paths);
  const folders = new Set(files.map((file) => path.posix.dirname(file)));
  return { files, folders: [...folders].sort().reverse() };
}

function stageFiles(staged: string, files: readonly SiteFile[]): void {
  const made = new Set<string>();
  for (const { path: name, content } of files) {
    const file = path.join(staged, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else {
      copyFileSync(content.copyOf, file);
      setTimes(file, statSync(content.copyOf));
    }
  }
}

/** Finishes what an interrupted build has left in a destination; does nothing while its process runs. */
export function finishBuild(folder: string): void {
  finishInterrupted(stagingFolder(new Destination(folder).folder));
}

export type { SiteFile } from './site-file.ts';
