/** Writes new files: all of them, or none. */
import { lstatSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError, type Diagnostic } from '../diagnostics.ts';
import { isWithin } from '../files.ts';

/** A file to write. */
export interface NewFile {
  /** Path below the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes new files to a folder, which is created if it does not exist.
 * @throws {DeckError} if a file exists, is outside the folder or can't be written; no file is written then
 */
export function createFiles(folder: string, files: readonly NewFile[]): void {
  const made: string[] = [];
  try {
    checkFolder(folder, files);
    for (const file of files) writeNew(path.join(folder, file.path), file.content, made);
  } catch (error) {
    for (const one of made.reverse()) rmSync(one, { recursive: true, force: true });
    throw error instanceof DeckError ? error : new DeckError([writeFailed(error, folder)]);
  }
}

function checkFolder(folder: string, files: readonly NewFile[]): void {
  const taken = files.filter((file) => exists(path.join(folder, file.path)));
  if (taken.length > 0) throw new DeckError([filesExist(folder, taken)]);
  const [obstacle] = files.flatMap((file) => findObstacle(folder, file.path));
  if (obstacle) throw new DeckError([obstacle]);
}

/** Whether a file exists; broken links do, and paths below a file do not. */
function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Writes a file and adds what it created to `made`, so that it can be undone. */
function writeNew(file: string, content: NewFile['content'], made: string[]): void {
  const folder = mkdirSync(path.dirname(file), { recursive: true });
  if (folder !== undefined) made.push(folder);
  writeFileSync(file, content, { flag: 'wx' });
  made.push(file);
}

/** Checks the folders above a file: each must be a folder, and no link may point out of the target folder. */
function findObstacle(folder: string, file: string): Diagnostic[] {
  const parts = file.split('/').slice(0, -1);
  const above = [folder, ...parts.map((_, n) => path.join(folder, ...parts.slice(0, n + 1)))];
  const there = above.filter(exists);
  const wrong = there.find((one) => !statSync(one, { throwIfNoEntry: false })?.isDirectory());
  if (wrong !== undefined) {
    return [
      createDiagnostic({
        code: 'folder-is-file',
        message: `${wrong} is not a folder, so no files can be written to it`,
        hint: 'Choose another folder, or move that file.',
      }),
    ];
  }
  const last = there.at(-1);
  return last === undefined || isWithin(realpathSync(folder), realpathSync(last))
    ? []
    : [pathOutside(folder, file)];
}

/** The diagnostic for a path outside a folder. */
export function pathOutside(folder: string, file: string): Diagnostic {
  return createDiagnostic({
    code: 'path-outside',
    message: `${file} is outside ${folder}`,
    hint: 'Use a path inside that folder.',
  });
}

function filesExist(folder: string, taken: readonly NewFile[]): Diagnostic {
  const names = taken.map((file) => file.path).join(', ');
  return createDiagnostic({
    code: 'files-exist',
    message: `${taken.length === 1 ? 'this file already exists' : 'these files already exist'} in ${folder}: ${names}`,
    hint: 'Nothing was written. Choose another folder, or move the existing files.',
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'read-only file system',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};

/** Turns an error of the file system into a diagnostic and rethrows any other. */
function writeFailed(error: unknown, folder: string): Diagnostic {
  const code = errorCode(error);
  if (code === '') throw error;
  return createDiagnostic({
    code: 'write-failed',
    message: `can't write to ${folder}: ${REASONS[code] ?? code}`,
    hint: 'Nothing was written. Choose another folder, or check its permissions.',
  });
}
