/** The cells of an ASCII diagram, and which of them are strokes: the others are text. */

/** Characters of lines, joints and line ends. */
const DRAWN = new Set("-_|/\\.'+*o<>^v()");

/** Characters that continue a stroke, which is no text then even if it is next to text. */
const JOINTS = ".'+*o";
const BESIDE: Readonly<Record<string, readonly (readonly [dx: number, dy: number, chars: string])[]>> = {
  '-': [
    [-1, 0, ".'"],
    [1, 0, ".'"],
  ],
  '|': [
    [0, -1, `|${JOINTS}`],
    [0, 1, `|${JOINTS}`],
    [-1, -1, '.'],
    [1, -1, '.'],
    [-1, 1, "'"],
    [1, 1, "'"],
  ],
  '/': [
    [0, -1, '\\'],
    [0, 1, '\\'],
    [1, -1, `/${JOINTS}`],
    [-1, 1, `/${JOINTS}`],
  ],
  '\\': [
    [0, -1, '/'],
    [0, 1, '/'],
    [-1, -1, `\\${JOINTS}`],
    [1, 1, `\\${JOINTS}`],
  ],
};
const ENDS_OF_LINES: (typeof BESIDE)[string] = [
  [0, -1, '|'],
  [0, 1, '|'],
  [1, -1, '/'],
  [-1, 1, '/'],
  [-1, -1, '\\'],
  [1, 1, '\\'],
];
const TAB_WIDTH = 4;

/** Characters that take two columns in an editor: East Asian ones and emoji. */
const WIDE_RE =
  /^[\u1100-\u115F\u3000-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|^[\u{1F300}-\u{1F64F}\u{1F680}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const WORD_RE = /^[\p{L}\p{N}]$/u;

/** Marks the second cell of a wide character. */
const SECOND = '';

export class Grid {
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  readonly #text: readonly boolean[][];
  /** For each cell, whether it belongs to a word with another letter than `o` and `v`. */
  readonly #words: readonly (readonly boolean[])[];

  constructor(text: string) {
    // Not a constant of the module: the first one takes 15 ms, and few sites have drawings.
    const graphemes = new Intl.Segmenter();
    this.rows = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => readRow(line, graphemes));
    this.width = this.rows.reduce((width, { length }) => Math.max(width, length), 0);
    this.#words = this.rows.map(findWords);
    this.#text = this.rows.map((row) => row.map(() => false));
    for (const [y, row] of this.rows.entries())
      for (const x of row.keys()) if (this.#readAsText(x, y)) this.setText(x, y);
  }

  /** Returns the character of a cell; a space outside of the grid. */
  raw(x: number, y: number): string {
    return this.rows[y]?.[x] ?? ' ';
  }

  /** Returns the stroke of a cell; a space if it has none. */
  at(x: number, y: number): string {
    return this.isText(x, y) ? ' ' : this.raw(x, y);
  }

  isText(x: number, y: number): boolean {
    return this.#text[y]?.[x] ?? false;
  }

  setText(x: number, y: number, isText = true): void {
    const row = this.#text[y];
    if (row) row[x] = isText;
  }

  /**
   * Iterates over the strokes, row by row.
   * @yields the character with its cell
   */
  *strokes(): Generator<readonly [char: string, x: number, y: number]> {
    for (const [y, row] of this.rows.entries())
      for (const [x, char] of row.entries()) if (char !== ' ' && !this.isText(x, y)) yield [char, x, y];
  }

  #readAsText(x: number, y: number): boolean {
    const char = this.raw(x, y);
    if (char === ' ') return false;
    if (!DRAWN.has(char) || ((char === 'o' || char === 'v') && this.#words[y]?.[x])) return true;
    const isHeld = ([dx, dy, chars]: readonly [number, number, string]): boolean => {
      const other = this.raw(x + dx, y + dy);
      return other !== SECOND && chars.includes(other);
    };
    const beside = BESIDE[char] ?? ('+*o^v'.includes(char) ? ENDS_OF_LINES : ENDS_OF_LINES.slice(0, 2));
    if (!"_.'<>".includes(char) && beside.some(isHeld)) return false;
    if (this.isText(x - 1, y) || this.#isLetter(x + 1, y)) return true;
    // A separator between words, as in `a | b`; circles are not separators.
    const isAlone = this.raw(x - 1, y) === ' ' && this.raw(x + 1, y) === ' ';
    return isAlone && !'*o'.includes(char) && (this.#isLetter(x - 2, y) || this.#isLetter(x + 2, y));
  }

  /** Whether a cell has a character that is never part of a line. */
  #isLetter(x: number, y: number): boolean {
    const char = this.raw(x, y);
    return char !== ' ' && !DRAWN.has(char);
  }
}

/** Finds the cells in words that are more than circles and arrows. */
function findWords(row: readonly string[]): readonly boolean[] {
  const found: boolean[] = [];
  for (let x = 0; x < row.length; x++) {
    const start = x;
    let isWord = false;
    for (let char = row[x] ?? ''; WORD_RE.test(char); char = row[++x] ?? '')
      isWord ||= char !== 'o' && char !== 'v';
    for (let n = start; n <= x; n++) found[n] = isWord;
  }
  return found;
}

function readRow(line: string, graphemes: Intl.Segmenter): string[] {
  const cells: string[] = [];
  for (const { segment } of graphemes.segment(line.trimEnd()))
    if (segment === '\t')
      do cells.push(' ');
      while (cells.length % TAB_WIDTH > 0);
    else if (WIDE_RE.test(segment)) cells.push(segment, SECOND);
    else cells.push(segment);
  return cells;
}
