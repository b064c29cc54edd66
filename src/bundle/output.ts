/** The destination folder: what is written and copied there, and what is swept out of it. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import type { Output, PublishedAsset, StaticFile } from '../types.ts';

/** Writes texts. One that is there already is left alone, so that its time says when it last changed.
 * @throws {DeckError} when the folder can't be written
 */
export function writeTexts(destination: string, outputs: readonly Output[]): void {
  for (const output of outputs) {
    const file = path.join(destination, output.path);
    if (existsSync(file) && readFileSync(file, 'utf8') === output.text) continue;
    reportingRefusals(destination, () => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, output.text);
    });
  }
}

/** Writes files of any kind. One that is there already is left alone. */
export function writeAssets(destination: string, assets: readonly PublishedAsset[]): void {
  for (const asset of assets) {
    const file = path.join(destination, asset.path);
    if (existsSync(file) && readFileSync(file).equals(asset.bytes)) continue;
    reportingRefusals(destination, () => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, asset.bytes);
    });
  }
}

/** Copies files from one folder to another. Those that are there already, and unchanged, are left alone.
 * @throws {DeckError} when the folder can't be written
 */
export function copyFiles(folder: string, destination: string, files: readonly StaticFile[]): void {
  for (const { source, outputPath } of files) {
    const from = path.join(folder, source);
    const to = path.join(destination, outputPath);
    if (isSame(from, to)) continue;
    reportingRefusals(destination, () => {
      mkdirSync(path.dirname(to), { recursive: true });
      copyFileSync(from, to);
    });
    copyTimes(from, to);
  }
}

/** Where the time of a file is its owner's to set, a copy is made anew by every build, and is right all the same. */
function copyTimes(from: string, to: string): void {
  const { atime, mtime } = statSync(from);
  try {
    utimesSync(to, atime, mtime);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSALS.has(String(error.code)))) throw error;
  }
}

/**
 * Same size, and the same time, which a copy takes over. A copy that is newer may still be of another file: what comes
 * out of an archive, or from another branch, is often older than what it takes the place of.
 */
function isSame(from: string, to: string): boolean {
  if (!existsSync(to)) return false;
  const [source, copy] = [statSync(from), statSync(to)];
  return source.size === copy.size && source.mtime.getTime() === copy.mtime.getTime();
}

/** Deletes what earlier builds left in the folder of the bundle. `kept` are paths below the destination. */
export function deleteStaleAssets(destination: string, folder: string, current: readonly string[]): void {
  const full = path.join(destination, folder);
  if (!existsSync(full)) return;
  for (const name of readdirSync(full)) {
    const file = `${folder}/${name}`;
    if (!current.some((one) => one === file || one.startsWith(`${file}/`)))
      rmSync(path.join(full, name), { recursive: true });
  }
}

/** How many bytes some files have together; of paths below the destination. */
export function sumSizes(destination: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(path.join(destination, file)).size, 0);
}

const REFUSALS: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENOSPC',
]);

/** Does some work in a destination. One that refuses is the author's to mend; any other fault is ours.
 * @throws {DeckError} when it refuses
 */
export function reportingRefusals<T>(destination: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSALS.has(String(error.code)))) throw error;
    throw new DeckError([
      createDiagnostic({
        code: 'destination-refuses',
        message: `${destination} can't be written: ${error.message}`,
        hint: 'Look at its permissions and at the space on its disk, or name another folder with --destination.',
      }),
    ]);
  }
}
