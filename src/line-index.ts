/** Finds the lines of a text by their offsets: the text is scanned once, however many positions are computed. */

/** A position in a text: line and column, both from 1. */
export interface LinePosition {
  readonly line: number;
  /** UTF-16 code units. */
  readonly column: number;
}

/** The lines of a text. */
export class LineIndex {
  readonly #text: string;
  /** The offset of each line. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.#text = text;
    this.#starts = starts;
  }

  /** The number of lines; there is none after the last line break. */
  get count(): number {
    const hasLineEnd = this.#text.endsWith('\n') && this.#starts.length > 1;
    return this.#starts.length - (hasLineEnd ? 1 : 0);
  }

  /** Converts an offset to a position. */
  positionOf(offset: number): LinePosition {
    const at = Math.min(offset, this.#text.length);
    const line = countUpTo(this.#starts, at);
    return { line, column: at - (this.#starts[line - 1] ?? 0) + 1 };
  }

  /** The offset of a line, counted from 1; the end of the text if there is no such line. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** The text of a line, counted from 1, without its line end. */
  textOf(line: number): string {
    const next = this.#starts[line];
    const words = this.#text.slice(this.startOf(line), next === undefined ? undefined : next - 1);
    return next !== undefined && words.endsWith('\r') ? words.slice(0, -1) : words;
  }
}

/** Counts the numbers of an ascending list that are not greater than a limit. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
