/** The type of Hugo's functions: each is a row in the file of its namespace. */
import { type FunctionTable, TemplateFailure } from '../gotemplate/values.ts';
import type { TemplateHost } from '../host.ts';

/** The context of a function besides its arguments, one per set of functions. */
export interface FunctionContext {
  readonly host: TemplateHost;
  /** All functions by name, for `apply`. */
  readonly functions: FunctionTable;
  /** Results of `partialCached`, counts of `math.Counter`, and messages of `warnidf`. */
  readonly cache: Map<string, unknown>;
}

/** A function of Hugo. To add one, add a row. */
export interface FunctionRow {
  /** Name with its namespace: `strings.HasSuffix`. */
  readonly name: string;
  /** Names without the namespace: `hasSuffix`. */
  readonly aliases?: readonly string[];
  /** Minimum and maximum number of arguments. */
  readonly args: readonly [number, number];
  /**
   * Runs the function.
   * @throws {TemplateFailure} where Hugo's function returns an error
   */
  run(values: readonly unknown[], context: FunctionContext): unknown;
}

/** The maximum of functions that accept any number of arguments. */
export const ANY = Number.POSITIVE_INFINITY;

/** Checks the number of arguments of a call, and fails in Go's words. */
export function checkArguments(name: string, [least, most]: FunctionRow['args'], count: number): void {
  if (count >= least && count <= most) return;
  const wanted =
    count < least && most > least ? `at least ${least}` : most > least ? `at most ${most}` : least;
  throw new TemplateFailure(`wrong number of args for ${name}: want ${wanted} got ${count}`);
}
