/**
 * Splits a page into segments: the text between breaks that nothing reaches across. Each is a text of its own, so an
 * unchanged one need not be rendered again.
 */
import { fenceAfter } from '../code/code-fences.ts';
import type { MarkupNode } from '../shortcodes/nodes.ts';
import type { SourceRange } from '../shortcodes/tree.ts';
import { isRowOfDashes } from './slide-break.ts';

/** The text between two breaks. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly MarkupNode[];
  /** The number of shortcodes before the segment. */
  readonly ordinal: number;
}

/** Definitions of links, and footnotes: slides share them. */
const SHARED_DEFINITION_RE = /^[ \t>*+-]*(?:\d+[.)][ \t]+)*\[[^\]\n]+\]:|\[\^/;

/** Starts and ends, in lower case, of blocks that continue over empty lines. */
const BLOCK_PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<script', '</script'],
  ['<pre', '</pre'],
  ['<style', '</style'],
  ['<textarea', '</textarea'],
  ['\\[', '\\]'],
];

/** Characters of these starts and ends: most lines have none of them. */
const MAY_BE_BLOCK_RE = /[<\\$]|-->|data-markdown/i;

/** Splits a page. If its slides share something, the whole page is one segment. */
export function splitSegments(nodes: readonly MarkupNode[], range: SourceRange): readonly Segment[] {
  const whole = [{ start: range.start, end: range.end, nodes, ordinal: 0 }];
  const breaks = findBreaks(range, nodes);
  return breaks ? splitNodes(nodes, breaks, range) : whole;
}

/** Whether a text defines nothing for the texts after it, and no block of it reaches into them. */
export function isIndependent(text: string): boolean {
  const scan = new LineScan();
  for (const line of text.split('\n')) scan.read(line);
  return !scan.isShared && scan.fence === undefined && scan.isClosed;
}

/** Tracks line by line whether a block is open, and whether slides share something. */
class LineScan {
  fence: string | undefined;
  isShared = false;
  #counts = new BlockCounts();

  read(line: string): void {
    const before = this.fence;
    this.fence = fenceAfter(line, before);
    if (!before && !this.fence && SHARED_DEFINITION_RE.test(line)) this.isShared = true;
    this.#counts.read(line);
  }

  /** Whether no block of the lines continues after them; if in doubt, one does. */
  get isClosed(): boolean {
    return this.#counts.areEven;
  }

  /** Begins a segment, in which no block is open. */
  restart(): void {
    this.#counts = new BlockCounts();
  }
}

/** Counts the starts and ends of blocks in lines. */
class BlockCounts {
  /** Ends without a start count below zero. */
  readonly #open = BLOCK_PAIRS.map(() => 0);
  /** Declarations, processing instructions and reveal.js's Markdown end by rules of their own. */
  #hasOthers = false;
  #hasSections = false;
  #hasMarkdown = false;
  #dollars = 0;

  read(line: string): void {
    if (!MAY_BE_BLOCK_RE.test(line)) return;
    const text = line.toLowerCase();
    const count = (words: string): number => countOf(text, words);
    for (const [n, [open, close]] of BLOCK_PAIRS.entries())
      this.#open[n] = (this.#open[n] ?? 0) + count(open) - count(close);
    this.#hasOthers ||= text.includes('<?') || count('<!') !== count('<!--');
    this.#hasSections ||= text.includes('<section');
    this.#hasMarkdown ||= text.includes('data-markdown');
    this.#dollars += count('$$');
  }

  get areEven(): boolean {
    if (this.#hasOthers || (this.#hasSections && this.#hasMarkdown)) return false;
    return this.#dollars % 2 === 0 && this.#open.every((number) => number === 0);
  }
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}

interface Break {
  /** The offset of the line of the break. */
  readonly start: number;
  /** The offset of the next line. */
  readonly end: number;
}

/** Finds the breaks between segments; `undefined` if slides share something. */
function findBreaks(
  { source: { text }, start, end }: SourceRange,
  nodes: readonly MarkupNode[],
): Break[] | undefined {
  const scan = new LineScan();
  const breaks: Break[] = [];
  const isInText = createOwnTextTest(nodes);
  let [at, isAfterEmptyLine] = [start, true];
  for (const line of text.slice(start, end).split('\n')) {
    const next = at + line.length + 1;
    const isOwn = isInText(at, at + line.length);
    const { isClosed } = scan;
    scan.read(line);
    if (scan.isShared) return undefined;
    const isBreak =
      isOwn &&
      isAfterEmptyLine &&
      !scan.fence &&
      line.startsWith('-') &&
      isRowOfDashes(line) &&
      text[next] !== '{';
    if (isBreak && isClosed) {
      breaks.push({ start: at, end: Math.min(next, end) });
      scan.restart();
    }
    isAfterEmptyLine = isOwn && line.trim() === '';
    at = next;
  }
  return breaks;
}

/** Creates a test for ascending ranges: whether a range is text of the page itself, without shortcodes. */
function createOwnTextTest(nodes: readonly MarkupNode[]): (start: number, end: number) => boolean {
  let n = 0;
  return (start, end) => {
    while (
      n < nodes.length - 1 &&
      (nodes[n + 1] ? startOffset(nodes[n + 1] as MarkupNode) : Infinity) <= start
    )
      n++;
    const node = nodes[n];
    return node?.kind === 'text' && node.start <= start && end <= node.end;
  };
}

const startOffset = (node: MarkupNode): number => (node.kind === 'shortcode' ? node.tag.start : node.start);

function splitNodes(
  nodes: readonly MarkupNode[],
  breaks: readonly Break[],
  { start, end }: SourceRange,
): readonly Segment[] {
  const edges = [{ start, end: start }, ...breaks, { start: end, end }];
  const segments: Segment[] = [];
  let [n, ordinal] = [0, 0];
  for (const [index, edge] of edges.slice(0, -1).entries()) {
    const [from, to] = [edge.end, edges[index + 1]?.start ?? end];
    const own: MarkupNode[] = [];
    for (; n < nodes.length; n++) {
      const node = nodes[n] as MarkupNode;
      if (startOffset(node) >= to) break;
      if (node.kind !== 'text') own.push(node);
      else if (node.end > from)
        own.push({ kind: 'text', start: Math.max(node.start, from), end: Math.min(node.end, to) });
      // The rest belongs to the next segment.
      if (node.kind === 'text' && node.end > to) break;
    }
    segments.push({ start: from, end: to, nodes: own, ordinal });
    ordinal += own.filter(({ kind }) => kind === 'shortcode').length;
  }
  return segments;
}
