/** The output of a template. */
import { builtins } from './builtins.ts';
import { sprint } from './print.ts';

/** Functions that, at the end of a pipe, replace the escaper that would do the same. */
export type PredefinedEscaper = 'html' | 'urlquery';

/** Receives the output of a template, in order. */
export interface Writer {
  /** Writes text of the template. */
  text(text: string): void;
  /** Writes the value of an action. */
  value(value: unknown, predefined?: PredefinedEscaper): void;
  readonly written: string;
  /** Where the output ends, if that is not in the text of a document: `in a tag`. */
  readonly unfinished?: string | undefined;
}

/** The output for a missing value. */
export type Missing = 'zero' | 'no value';

/** Creates a writer without escaping, as in `text/template`. */
export function createPlainWriter(missing: Missing): Writer {
  const parts: string[] = [];
  return {
    text: (text) => void parts.push(text),
    value: (value, predefined) =>
      void parts.push(predefined ? runPredefined(predefined, value) : printable(value, missing)),
    get written() {
      return parts.join('');
    },
  };
}

/** Formats a value as text. */
export function printable(value: unknown, missing: Missing): string {
  if (value !== undefined && value !== null) return sprint([value]);
  return missing === 'zero' ? '' : '<no value>';
}

/** Runs the escaper that an author has written at the end of a pipe. */
export function runPredefined(name: PredefinedEscaper, value: unknown): string {
  return String(builtins[name]?.(value));
}
