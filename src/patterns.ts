/**
 * Regular expressions as Go reads them (RE2): an author's pattern means what it means to Hugo, and finds its matches in
 * a time that grows with the text alone, whatever the pattern is.
 */
import { RE2JS, RE2JSSyntaxException } from 're2js';
import { callPackage } from './call-package.ts';

/** One place where a pattern fits. */
export interface PatternMatch {
  /** Where the match begins in the text. In UTF-16 code units. */
  readonly index: number;
  /** The match and its groups; a group that has no part in it is empty. */
  readonly groups: readonly string[];
  /** The group of that name; empty where there is none. */
  named(name: string): string;
}

/** A pattern that can't be read. The message is Go's. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** A compiled pattern. Two of the same source are equal to `isDeepStrictEqual`. */
export class Pattern {
  readonly source: string;
  readonly #compiled: RE2JS;

  /**
   * `^` and `$` are the ends of the text unless `(?m)` is set.
   * @throws {PatternError} where the source can't be read
   */
  constructor(source: string) {
    this.source = source;
    this.#compiled = parse(source);
  }

  /** Whether the pattern fits anywhere in a text. */
  test(text: string): boolean {
    return this.#compiled.test(text);
  }

  /**
   * The matches in a text, at most as many as the limit says; a negative limit is none.
   * @throws {RangeError} if there are too many to keep
   */
  matches(text: string, limit = -1): readonly PatternMatch[] {
    return findMatches(this.#compiled, text, limit);
  }
}

/**
 * Compiles a pattern.
 * @throws {PatternError} where it can't be read
 */
export type CompilePattern = (source: string) => Pattern;

/** Creates a compiler that compiles each pattern once. */
export function createPatternCompiler(): CompilePattern {
  const compiled = new Map<string, Pattern>();
  return (source) => {
    const pattern = compiled.get(source) ?? new Pattern(source);
    compiled.set(source, pattern);
    return pattern;
  };
}

function parse(expression: string): RE2JS {
  return callPackage(
    () => RE2JS.compile(expression),
    ({ error, reason }) => {
      const message = error instanceof RE2JSSyntaxException ? error.message : reason;
      throw new PatternError(message, { cause: error });
    },
  );
}

/** Far more than a text of an author has, and few enough to keep them all. */
const MAX_MATCHES = 1_000_000;

function findMatches(compiled: RE2JS, text: string, limit: number): readonly PatternMatch[] {
  const matcher = compiled.matcher(text);
  const names = compiled.namedGroups();
  const found: PatternMatch[] = [];
  let end = -1;
  while (found.length !== limit && matcher.find()) {
    if (found.length === MAX_MATCHES) throw new RangeError(`more than ${MAX_MATCHES} matches of a pattern`);
    const index = matcher.start();
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, n) => matcher.group(n) ?? '');
    // Go takes no empty match directly after another match.
    if (groups[0] === '' && index === end) continue;
    end = matcher.end();
    found.push({
      index,
      groups,
      named: (name) => (Object.hasOwn(names, name) ? (groups[names[name] ?? 0] ?? '') : ''),
    });
  }
  return found;
}
