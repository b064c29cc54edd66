/** What the formats of front matter, configuration and data have in common. The list of them is in formats.ts. */
import type { FormatName } from '../types.ts';

/** What a parser could not read, with the place in the text that it was given. */
export class FormatError extends Error {
  /** UTF-16 code units from the beginning of the parsed text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'FormatError';
    this.offset = offset;
  }
}

/** A key that stands more than once in one table. */
export interface RepeatedKey {
  readonly key: string;
  /** All places of it, from the beginning of the parsed text. */
  readonly offsets: readonly number[];
}

/** One format: how it is named, read, and where a key of it stands. */
export interface Format {
  readonly name: FormatName;
  readonly extensions: readonly string[];
  /**
   * Reads a text. Of a key that stands twice the last one counts, where the format lets it pass at all.
   * @throws {FormatError} with the place of the mistake
   */
  parse(text: string, repeated?: (key: RepeatedKey) => void): unknown;
  /**
   * The offset of a key, given as a path in any case; a number in it counts the items of a list, from 0. Where the
   * text does not have the whole path, the offset of the part that it has; `undefined` where it has none of it.
   */
  locate(text: string, keys: readonly string[]): number | undefined;
}

/** The first line of a parser's message, without the place that it may name: that is said better by the diagnostic. */
export function firstLine(message: string): string {
  const [first = message] = message.split('\n', 1);
  return first.replace(/ at (?:row \d+, col \d+, pos \d+|line \d+, column \d+):?$/, '').replace(/[.:]$/, '');
}

/** A byte order mark is no part of what an author wrote; a space in its place keeps all offsets. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}
