/** Finds what looks like a formula in a text, whether or not the site has formulas: `$a<b$`, `$$a<b$$`, `\\(a<b\\)`. */

/** The offsets at which formulas start, in ascending order, and where they end. */
export interface FormulaRanges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const START_RE = /\$|\\[([]/g;
const SPACE_RE = /\s/;

/** Closing delimiters by the opening ones that can't be confused with others. */
const CLOSING: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]' };

/** Finds the formulas in a text. */
export function findFormulas(text: string): FormulaRanges {
  const starts: number[] = [];
  const ends: number[] = [];
  // Delimiters that do not occur in the rest of the text.
  const missing = new Set<string>();
  const find = (close: string, from: number): number => {
    const at = missing.has(close) ? -1 : text.indexOf(close, from);
    if (at < 0) missing.add(close);
    return at;
  };
  const start = new RegExp(START_RE);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const end = endOf(text, match, find);
    start.lastIndex = end ?? match.index + 1;
    if (end === undefined) continue;
    starts.push(match.index);
    ends.push(end);
  }
  return { starts, ends };
}

type Find = (close: string, from: number) => number;

function endOf(text: string, { 0: open, index }: RegExpExecArray, find: Find): number | undefined {
  const close = CLOSING[open];
  if (close !== undefined) {
    const at = find(close, index + open.length);
    return at < 0 ? undefined : at + close.length;
  }
  const width = text[index + 1] === '$' ? 2 : 1;
  const inside = index + width;
  const at = SPACE_RE.test(text.charAt(inside)) ? -1 : find('$', inside);
  return at > inside && text.startsWith('$'.repeat(width), at) ? at + width : undefined;
}
