/** Limits how deep values nest: parsers and everything that reads their values call themselves once per level. */
import { type Format, FormatError } from './format.ts';

/** Far more than people write, and far less than the stack can take. */
const MAX_NESTING = 250;

/** Creates a format that reports values that are nested too deep, and overflows of the stack of its parser. */
export function withLimitedNesting(format: Format): Format {
  return {
    ...format,
    parse(text, repeated) {
      const value = withinStack(
        () => format.parse(text, repeated),
        () => tooDeep(text),
      );
      if (isDeeper(value, MAX_NESTING)) throw tooDeep(text);
      return value;
    },
    createLocator: (text) =>
      withinStack(
        () => format.createLocator(text),
        () => () => undefined,
      ),
  };
}

/** Runs a parser; at the end of the stack, what `overflow` returns is used, or thrown if it is an error. */
function withinStack<T>(run: () => T, overflow: () => T | FormatError): T {
  try {
    return run();
  } catch (error) {
    const isOverflow = error instanceof Error && error.message.includes('Maximum call stack');
    if (!isOverflow) throw error;
    const value = overflow();
    if (value instanceof FormatError) throw value;
    return value;
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

function tooDeep(text: string): FormatError {
  return new FormatError(`it is nested more than ${MAX_NESTING} levels deep`, deepOffset(text));
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
