/** Where a template writes to. */
import { builtins } from './builtins.ts';
import { sprint } from './print.ts';

/** The functions that, at the end of a pipe, take the place of the escaper that would do the same. */
export type PredefinedEscaper = 'html' | 'urlquery';

/** Takes what a template writes, in order. */
export interface Writer {
  /** Text that stands in the template. */
  text(text: string): void;
  /** What an action gives. */
  value(value: unknown, predefined?: PredefinedEscaper): void;
  readonly written: string;
}

/** What is printed for a value that is not there. */
export type Missing = 'zero' | 'no value';

/** Writes values as they are, as `text/template` does. */
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

/** A value as text. */
export function printable(value: unknown, missing: Missing): string {
  if (value !== undefined && value !== null) return sprint([value]);
  return missing === 'zero' ? '' : '<no value>';
}

/** The function that an author has written at the end of a pipe. */
export function runPredefined(name: PredefinedEscaper, value: unknown): string {
  return String(builtins[name]?.(value));
}
