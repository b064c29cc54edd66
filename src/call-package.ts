/**
 * Calls code of packages with what authors wrote. Whatever it throws has its cause in a file of the site, or in a
 * package that the site installed, and becomes a diagnostic there instead of a bug of deckwright.
 */
import { AuthorError } from './diagnostics.ts';

/** What ended a call. */
export interface PackageFailure {
  /** The reason as one clause, without a full stop: `it is nested too deep`. */
  readonly reason: string;
  /** What ran out: the stack, or the space for a text, list or number. */
  readonly exhausted?: 'stack' | 'space';
  readonly error: unknown;
}

/**
 * Calls a package.
 * @param onFailure returns a replacement for the result, or throws the error that is reported
 * @throws {AuthorError} unchanged if our own code, called by the package, threw it
 */
export function callPackage<T>(call: () => T, onFailure: (failure: PackageFailure) => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof AuthorError) throw error;
    return onFailure(describeFailure(error));
  }
}

/**
 * Runs our own code, which calls itself for each level of what an author nests: only the end of the stack, and of the
 * space for values, is caused by the author. Other errors are bugs, and are thrown unchanged.
 */
export function withinCapacity<T>(run: () => T, onFailure: (failure: PackageFailure) => T): T {
  try {
    return run();
  } catch (error) {
    const failure = describeFailure(error);
    if (failure.exhausted === undefined) throw error;
    return onFailure(failure);
  }
}

/** The last of them is what regular expressions throw, which are compiled on the stack, too. */
const STACK_ENDS = ['Maximum call stack size exceeded', 'Stack overflow'];

function describeFailure(error: unknown): PackageFailure {
  const message = error instanceof Error ? error.message : String(error);
  // At the end of the stack, not even a regular expression can be compiled.
  if (STACK_ENDS.some((words) => message.endsWith(words)))
    return { reason: 'it is nested too deep', exhausted: 'stack', error };
  if (error instanceof RangeError)
    return { reason: `a value is too large: ${message}`, exhausted: 'space', error };
  return { reason: firstClause(message), error };
}

/** The first line of a message, without its full stop. */
function firstClause(message: string): string {
  const [line = ''] = message.trim().split('\n', 1);
  return (line.endsWith('.') || line.endsWith(':') ? line.slice(0, -1) : line) || 'it gives no reason';
}
