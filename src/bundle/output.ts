/** Writes, copies and deletes files in the destination folder. */
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

/** Writes texts. An unchanged file is not written again, so that its modification time is right.
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

/** Writes files of any kind. An unchanged file is not written again.
 * @throws {DeckError} when the folder can't be written
 */
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

/** Copies files from one folder to another. An unchanged file is not copied again.
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

/** Copies the times of a file. Where only the owner may set them, the file is copied again by every build. */
function copyTimes(from: string, to: string): void {
  const { atime, mtime } = statSync(from);
  try {
    utimesSync(to, atime, mtime);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && REFUSALS.has(String(error.code)))) throw error;
  }
}

/**
 * Compares size and modification time. A newer copy may still be outdated: files from an archive or from another branch
 * are often older than those that they replace.
 */
function isSame(from: string, to: string): boolean {
  if (!existsSync(to)) return false;
  const [source, copy] = [statSync(from), statSync(to)];
  return source.size === copy.size && source.mtime.getTime() === copy.mtime.getTime();
}

/** Deletes files of earlier builds from the folder of the bundle. `current` are paths relative to the destination. */
export function deleteStaleAssets(destination: string, folder: string, current: readonly string[]): void {
  const full = path.join(destination, folder);
  if (!existsSync(full)) return;
  for (const name of readdirSync(full)) {
    const file = `${folder}/${name}`;
    if (!current.some((one) => one === file || one.startsWith(`${file}/`)))
      rmSync(path.join(full, name), { recursive: true });
  }
}

/** The total size of files in bytes; `files` are paths relative to the destination. */
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

/** Runs `work`, and reports refusals of the file system as errors that the author can fix.
 * @throws {DeckError} when the destination can't be written
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
        hint: 'Check its permissions and the free disk space, or choose another folder with --destination.',
      }),
    ]);
  }
}
