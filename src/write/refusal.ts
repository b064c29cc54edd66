/** Errors of the file system that an author can do something about. */
import { createDiagnostic, DeckError } from '../diagnostics.ts';

/** Whether an error comes from the system, as all errors of files do. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** Creates the error for a destination that can't be written. */
export function refusal(destination: string, reason: string, hint = HINT): DeckError {
  return new DeckError([
    createDiagnostic({
      code: 'destination-refuses',
      message: `${destination} can't be written: ${reason}`,
      hint,
    }),
  ]);
}

const HINT = 'Check its permissions and the free disk space, or choose another folder with --destination.';

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
