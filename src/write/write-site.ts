/**
 * Writes a site to its destination, whole or not at all: new files are written next to the destination and then renamed
 * into it, the bundle before the pages that name it, and what no page needs any more is deleted last.
 */
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { DeckError } from '../diagnostics.ts';
import { BuildRecord } from './build-record.ts';
import { Destination } from './destination.ts';
import { findNameClash, type NameClash } from './file-names.ts';
import { createFinisher, type Finisher } from './finisher.ts';
import { writeJournal } from './journal.ts';
import { createRefusal, isSystemError, refusal, type RefusedFile, reportingRefusals } from './refusal.ts';
import { findEntry, type SiteFile } from './site-file.ts';
import { stageFiles } from './stage-files.ts';
import { stagingFolder } from './staging-folder.ts';
import { finishInterrupted, removeStaging, takeStaging, type WaitEvents } from './staging.ts';
import { listStaleAssets } from './stale-assets.ts';
import { type Deletions, listUnwritten } from './stale-files.ts';

/** How a site is written. */
export interface WriteOptions extends WaitEvents {
  /** The folder of the bundle: its files of earlier builds are deleted when no page names them. */
  readonly bundle: string;
  /** Whether all files are deleted that are not of this build. */
  readonly isCleaned?: boolean;
  /** Where builds keep what they have written to the destination: see build-record.ts; nowhere by default. */
  readonly buildRecord?: string;
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
  refuseNull(folder, files);
  const record = new BuildRecord(options.buildRecord);
  const site: Site = { files, record, options };
  try {
    const deleted = await writeChanges(folder, site);
    recordBundle(new Destination(folder, record), site);
    record.save();
    return deleted;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const destination = new Destination(folder).folder;
    const folders = { name: folder, destination, staging: stagingFolder(destination) };
    throw createRefusal(folders, error, files.map(describeFile));
  }
}

const describeFile = ({ path: name, origin, content }: SiteFile): RefusedFile => ({
  path: name,
  ...(origin && { origin }),
  ...(typeof content === 'object' && 'copyOf' in content && { original: content.copyOf }),
});

async function writeChanges(folder: string, site: Site): Promise<readonly string[]> {
  const staging = stagingFolder(new Destination(folder).folder);
  // What an interrupted build has left is finished first: no command may find it later, and put its files in place.
  if (!findEntry(staging) && isCurrent(new Destination(folder, site.record), site)) return [];
  if (await takeStaging(staging, site.options)) site.record.update();
  return replace(staging, new Destination(folder, site.record), site);
}

/** Records which files of the bundle are of a build. */
function recordBundle(destination: Destination, { files, record, options }: Site): void {
  for (const file of files.filter((one) => one.path.startsWith(`${options.bundle}/`))) {
    if (!destination.has(file)) continue;
    const found = findEntry(destination.resolve(file.path));
    if (found) record.addFile(file.path, found);
  }
}

/** Refuses names with U+0000, for which Node has no error of the system. */
function refuseNull(folder: string, files: readonly SiteFile[]): void {
  const file = files.find((one) => one.path.includes('\0'));
  if (!file && !folder.includes('\0')) return;
  throw refusal(
    folder.replaceAll('\0', '\\0'),
    `${JSON.stringify(file?.path ?? folder)} is not a file below it: its name contains U+0000`,
    {
      hint: 'Remove the character from publishDir, from the target of the mount, or from the code of the language.',
      file: file && describeFile(file),
    },
  );
}

/** Whether a destination needs no change, so that it may be read-only. */
function isCurrent(destination: Destination, site: Site): boolean {
  return (
    site.files.every((file) => destination.has(file)) &&
    listDeletions(destination, site, []).files.length === 0
  );
}

/** A build that is ready to replace its destination. */
interface Staged {
  readonly finisher: Finisher;
  readonly deletions: Deletions;
  /** What was copied, as it was before: it may change meanwhile. */
  readonly originals: ReadonlyMap<string, Stats>;
}

interface Site {
  readonly files: readonly SiteFile[];
  readonly record: BuildRecord;
  readonly options: WriteOptions;
}

/** Stages what differs, and replaces it. The folder of the staged files is gone afterwards: it is the next build's. */
async function replace(staging: string, destination: Destination, site: Site): Promise<readonly string[]> {
  const { record, options } = site;
  const { bundle, isCleaned, onCommit } = options;
  const { finisher, deletions, originals } = stage(staging, destination, site);
  onCommit?.();
  await finisher.finish();
  for (const [name, original] of originals) {
    const copy = findEntry(destination.resolve(name));
    if (copy?.isFile()) record.addCopy(name, original, copy);
  }
  return isCleaned ? deletions.files.filter((file) => !file.startsWith(`${bundle}/`)) : [];
}

/** Stages what differs, with a journal of what is to be done. */
function stage(staging: string, destination: Destination, site: Site): Staged {
  const { files, options } = site;
  let finisher: Finisher | undefined;
  try {
    const changed = files.filter((file) => !destination.has(file));
    const links = destination.check(changed);
    const deletions = listDeletions(destination, site, changed);
    finisher = createFinisher(staging, changed.length + deletions.files.length, options.finishScript);
    // Another name for each build: what finishes an interrupted one touches no files of the next.
    const staged = randomUUID();
    const originals = stageFiles(path.join(staging, staged), changed);
    const clash = findNameClash(files, [path.join(staging, staged), destination.folder]);
    if (clash) throw clashRefusal(destination.folder, clash);
    writeJournal(staging, {
      staged,
      links,
      files: changed.map((file) => file.path),
      deletions: deletions.files,
      folders: deletions.folders,
    });
    return { finisher, deletions, originals };
  } catch (error) {
    finisher?.cancel();
    removeStaging(staging);
    throw error;
  }
}

function clashRefusal(folder: string, [one, other]: NameClash): DeckError {
  const { name = one.path } = one.origin ?? {};
  return refusal(folder, `${other.path} and ${one.path}, of ${name}, are one file on this disk`, {
    hint: 'Give one of them a different url, slug or file name.',
    file: other,
  });
}

function listDeletions(
  { folder }: Destination,
  { files, record, options }: Site,
  changed: readonly SiteFile[],
): Deletions {
  if (options.isCleaned)
    return listUnwritten(
      folder,
      files.map((file) => file.path),
    );
  const stale = listStaleAssets({ destination: folder, folder: options.bundle, files, changed, record });
  return {
    files: stale,
    folders: [...new Set(stale.map((file) => path.posix.dirname(file)))].sort().reverse(),
  };
}

/**
 * Finishes what an interrupted build has left in a destination; does nothing while its process runs.
 * @throws {DeckError} when the destination can't be written
 */
export function finishBuild(folder: string): void {
  reportingRefusals(folder, () => finishInterrupted(stagingFolder(new Destination(folder).folder)));
}

export type { SiteFile } from './site-file.ts';
