/** The shape of Hugo's functions: each is a row of the file of its namespace. */
import { type FunctionTable, TemplateFailure } from '../gotemplate/values.ts';
import type { TemplateHost } from '../host.ts';

/** What a function has besides its arguments. One for each set of functions. */
export interface FunctionContext {
  readonly host: TemplateHost;
  /** All functions by name, for `apply`. */
  readonly functions: FunctionTable;
  /** What `partialCached` has run, `math.Counter` has counted and `warnidf` has said. */
  readonly cache: Map<string, unknown>;
}

/** One function of Hugo. To add one, add a row. */
export interface FunctionRow {
  /** With its namespace: `strings.HasSuffix`. */
  readonly name: string;
  /** The names that it has without its namespace: `hasSuffix`. */
  readonly aliases?: readonly string[];
  /** How many arguments it takes at least and at most. */
  readonly args: readonly [number, number];
  /** @throws {TemplateFailure} where Hugo's returns an error */
  run(values: readonly unknown[], context: FunctionContext): unknown;
}

/** The upper number of arguments of functions that take any number. */
export const ANY = Number.POSITIVE_INFINITY;

/** Says that a call has the wrong number of arguments, in Go's words. */
export function checkArguments(name: string, [least, most]: FunctionRow['args'], count: number): void {
  if (count >= least && count <= most) return;
  const wanted =
    count < least && most > least ? `at least ${least}` : most > least ? `at most ${most}` : least;
  throw new TemplateFailure(`wrong number of args for ${name}: want ${wanted} got ${count}`);
}
