/** Common types of the formats of front matter, configuration and data, which are listed in `formats.ts`. */
import { AuthorError } from '../../diagnostics.ts';
import type { FormatName } from '../../types.ts';

/** A syntax error with its position. */
export class FormatError extends AuthorError {
  /** UTF-16 code units from the start of the parsed text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'FormatError';
    this.offset = offset;
  }
}

/** A duplicate key of a table. */
export interface RepeatedKey {
  readonly key: string;
  /** Offsets of all occurrences, from the start of the parsed text. */
  readonly offsets: readonly number[];
}

/** A format: its name, its parser, and how to locate keys. */
export interface Format {
  readonly name: FormatName;
  readonly extensions: readonly string[];
  /**
   * Parses a text. The last of duplicate keys is used if the format allows duplicates.
   * @throws {FormatError} on a syntax error
   */
  parse(text: string, repeated?: (key: RepeatedKey) => void): unknown;
  /** Reads the text once for all keys that are located in it. */
  createLocator(text: string): Locator;
}

/**
 * Finds the offset of a key by its path, in any case; numbers are indexes of lists, from 0. If the path is not complete
 * in the text, returns the offset of the part that is; `undefined` if none is.
 */
export type Locator = (keys: readonly string[]) => number | undefined;

/** Returns the first line of a parser's message without its position, which the diagnostic shows. */
export function firstLine(message: string): string {
  const [first = message] = message.split('\n', 1);
  return first.replace(/ at (?:row \d+, col \d+, pos \d+|line \d+, column \d+):?$/, '').replace(/[.:]$/, '');
}

/** Replaces a byte order mark with a space, which keeps all offsets. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}
