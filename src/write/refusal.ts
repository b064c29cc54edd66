/** Errors of the file system that an author can do something about. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError, type SourceFile } from '../diagnostics.ts';
import { isWithin } from '../files.ts';

/** Whether an error comes from the system, as all errors of files do. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** What asks for a file: a page, a static file, or a template's asset. */
export interface FileOrigin {
  /** As in a message: `the page of content/talk.md`. */
  readonly name: string;
  /** The file of the author that asks, and where in it. */
  readonly source?: SourceFile;
  readonly findOffset?: () => number;
}

/** A file that can't be written. */
export interface RefusedFile {
  /** Relative to the destination. */
  readonly path: string;
  readonly origin?: FileOrigin;
  /** The absolute path of the file that it is a copy of. */
  readonly original?: string;
}

/** What is known of a refusal besides its reason. */
interface RefusalDetails {
  readonly hint?: string;
  readonly file?: RefusedFile | undefined;
}

/** Creates the error for a destination that can't be written. It is reported at what asks for the file, if that is known. */
export function refusal(
  destination: string,
  reason: string,
  { hint = HINT, file }: RefusalDetails = {},
): DeckError {
  const { name, source, findOffset } = file?.origin ?? {};
  return new DeckError([
    createDiagnostic({
      code: 'destination-refuses',
      message: `${destination} can't be written: ${reason}${name === undefined ? '' : `; ${name} asks for it`}`,
      hint,
      ...(source && { source }),
      ...(source && findOffset && { offset: findOffset() }),
    }),
  ]);
}

const HINT = 'Check its permissions and the free disk space, or choose another folder with --destination.';

/** The part of an error that says what is wrong, without the paths of staged files: `ENOSPC: no space left on device`. */
const describeError = ({ message, syscall = '' }: NodeJS.ErrnoException): string =>
  message.split(`, ${syscall}`)[0] ?? message;

/** Where a build writes. */
export interface WrittenFolders {
  /** The destination as the author knows it. */
  readonly name: string;
  /** The destination, and the folder in which new files are staged; absolute, without links. */
  readonly destination: string;
  readonly staging: string;
}

/** Creates the error for an error of the file system, which is about one of the files, or about none. */
export function createRefusal(
  folders: WrittenFolders,
  error: NodeJS.ErrnoException,
  files: readonly RefusedFile[],
): DeckError {
  const copy = files.find(({ original }) => original !== undefined && original === error.path);
  if (copy?.original !== undefined && !isReadable(copy.original))
    return refusal(folders.name, `${describeError(error)}: ${copy.original}`, {
      hint: 'Check the permissions of the file, or remove it.',
      file: copy,
    });
  const file = findRefused(folders, error, files);
  if (!file) return refusal(folders.name, error.message);
  const hint = error.code === 'ENAMETOOLONG' ? LENGTH_HINT : HINT;
  return refusal(folders.name, `${describeError(error)}: ${file.path}`, { file, hint });
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

const LENGTH_HINT = 'Use a shorter name, slug or url: most systems allow 255 bytes between two slashes.';

/** Finds the file that an error is about, or the first one in the folder that it is about. */
function findRefused(
  { destination, staging }: WrittenFolders,
  error: NodeJS.ErrnoException,
  files: readonly RefusedFile[],
): RefusedFile | undefined {
  const refused = 'dest' in error && typeof error.dest === 'string' ? error.dest : (error.path ?? '');
  // Staged files are in a subfolder.
  const parts = isWithin(staging, refused)
    ? path.relative(staging, refused).split(path.sep).slice(1)
    : path.relative(destination, refused).split(path.sep);
  const name = parts.join('/');
  if (name === '') return undefined;
  return files.find((file) => file.path === name) ?? files.find((file) => file.path.startsWith(`${name}/`));
}

/** Runs `work`, and reports errors of the file system.
 * @throws {DeckError} when the destination can't be written
 */
export function reportingRefusals<T>(destination: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw refusal(destination, error.message);
  }
}
