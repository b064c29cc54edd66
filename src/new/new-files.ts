/** Writes files that are not there yet: all of them, or none. */
import { lstatSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError, type Diagnostic } from '../diagnostics.ts';
import { isWithin } from '../files.ts';

/** A file that is to be written. */
export interface NewFile {
  /** Path below the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files below a folder, which is made where it is not there.
 * @throws {DeckError} when one of them exists, would lie outside of the folder, or can't be written; none is written then
 */
export function createFiles(folder: string, files: readonly NewFile[]): void {
  const made: string[] = [];
  try {
    checkFree(folder, files);
    for (const file of files) writeNew(path.join(folder, file.path), file.content, made);
  } catch (error) {
    for (const one of made.reverse()) rmSync(one, { recursive: true, force: true });
    throw error instanceof DeckError ? error : new DeckError([writeFailed(error, folder)]);
  }
}

function checkFree(folder: string, files: readonly NewFile[]): void {
  const taken = files.filter((file) => exists(path.join(folder, file.path)));
  if (taken.length > 0) throw new DeckError([filesExist(folder, taken)]);
  const [bar] = files.flatMap((file) => barTo(folder, file.path));
  if (bar) throw new DeckError([bar]);
}

/** A link that leads nowhere is there, too; below a file, there is nothing. */
function exists(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Takes down what it makes, so that it can be taken back. */
function writeNew(file: string, content: NewFile['content'], made: string[]): void {
  const folder = mkdirSync(path.dirname(file), { recursive: true });
  if (folder !== undefined) made.push(folder);
  writeFileSync(file, content, { flag: 'wx' });
  made.push(file);
}

/** What stands in the way to a file: a file where a folder is needed, or a link that leads out of the folder. */
function barTo(folder: string, file: string): Diagnostic[] {
  const parts = file.split('/').slice(0, -1);
  const above = [folder, ...parts.map((_, n) => path.join(folder, ...parts.slice(0, n + 1)))];
  const there = above.filter(exists);
  const wrong = there.find((one) => !statSync(one, { throwIfNoEntry: false })?.isDirectory());
  if (wrong !== undefined) {
    return [
      createDiagnostic({
        code: 'folder-is-file',
        message: `${wrong} is no folder, so nothing can be written below it`,
        hint: 'Choose another folder, or move that file away.',
      }),
    ];
  }
  const last = there.at(-1);
  return last === undefined || isWithin(realpathSync(folder), realpathSync(last))
    ? []
    : [outsideOf(folder, file)];
}

/** What is said of a path that leads out of the folder. */
export function outsideOf(folder: string, file: string): Diagnostic {
  return createDiagnostic({
    code: 'path-outside',
    message: `${file} leads out of ${folder}, where nothing is written`,
    hint: 'Name a place inside of that folder.',
  });
}

function filesExist(folder: string, taken: readonly NewFile[]): Diagnostic {
  const names = taken.map((file) => file.path).join(', ');
  return createDiagnostic({
    code: 'files-exist',
    message: `${taken.length === 1 ? 'this file is' : 'these files are'} already in ${folder}: ${names}`,
    hint: 'Nothing was written. Choose another folder, or move what is there away.',
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it may only be read',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'a name is too long',
};

/** Anything that is no trouble with the disk is thrown on. */
function writeFailed(error: unknown, folder: string): Diagnostic {
  const code = codeOf(error);
  if (code === '') throw error;
  return createDiagnostic({
    code: 'write-failed',
    message: `nothing can be written to ${folder}: ${REASONS[code] ?? code}`,
    hint: 'Nothing was written. Choose another folder, or look at the rights of this one.',
  });
}
