/** Limits how deep values nest: parsers and everything that reads their values call themselves once per level. */
import { callPackage } from '../../call-package.ts';
import { type Format, FormatError } from './format.ts';

/** Far more than people write, and far less than the stack can take. */
export const MAX_NESTING = 250;

/** Creates a format that reports values that are nested too deep, and whatever its parser throws. */
export function withLimitedNesting(format: Format): Format {
  return {
    ...format,
    parse(text, repeated) {
      const value = callPackage(
        () => format.parse(text, repeated),
        ({ exhausted, reason }) => {
          throw exhausted === 'stack' ? tooDeep(text) : new FormatError(reason, 0);
        },
      );
      if (isDeeper(value, MAX_NESTING)) throw tooDeep(text);
      return value;
    },
    createLocator: (text) => findLocator(format, text),
  };
}

/** The keys of a text that can't be read whole, as front matter of which only the start can be, are nowhere. */
function findLocator(format: Format, text: string): ReturnType<Format['createLocator']> {
  try {
    return callPackage(
      () => format.createLocator(text),
      () => () => undefined,
    );
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return () => undefined;
  }
}

/** Whether a value has more levels than a limit. Goes level by level, without calling itself. */
function isDeeper(value: unknown, limit: number): boolean {
  // A value that several aliases share is visited once per level.
  let level = new Set<object>(isObject(value) ? [value] : []);
  for (let depth = 0; level.size > 0; depth++) {
    if (depth > limit) return true;
    const next = new Set<object>();
    for (const item of level) for (const child of Object.values(item)) if (isObject(child)) next.add(child);
    level = next;
  }
  return false;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The mistake in a text that nests too deep, at an offset if it is known. */
export function tooDeep(text: string, offset = deepOffset(text)): FormatError {
  return new FormatError(`it is nested more than ${MAX_NESTING} levels deep`, offset);
}

/** Finds the first bracket that is too deep; the start of a text that nests in another way. */
function deepOffset(text: string): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAX_NESTING) return index;
  }
  return 0;
}
