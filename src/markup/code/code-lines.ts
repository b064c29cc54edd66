/** Splits highlighted code into lines, so that each can be numbered, animated and highlighted. */
import { type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { countUpTo } from '../../line-index.ts';
import { joinClasses } from '../write-html.ts';

/** The lines of a piece of code. */
export interface CodeLines {
  /** The highlighted lines, step by step: `1,3-4|6`; empty numbers the lines and highlights none. */
  readonly highlightedLines: string;
  /** The id of a line, counted from 0; `undefined` where it needs none. */
  readonly idOf?: ((line: number) => string | undefined) | undefined;
  readonly isNumbered: boolean;
  /** The class that gives highlighted lines a background; without one, all other lines are dimmed. */
  readonly background?: string | undefined;
}

/**
 * Wraps every line in an element; colours that span a line end are closed and opened again. The lines of the first step
 * are highlighted for readers without scripts; the client does the other steps. Classes are those of reveal.js's
 * highlighter, which authors write rules for: `.hljs-ln-numbers { display: none }`.
 */
export function wrapLines(
  html: string,
  { highlightedLines, idOf, isNumbered, background }: CodeLines,
): readonly string[] {
  const isFirst = createLineTest(highlightedLines.split('|', 1)[0] ?? '');
  const number = isNumbered ? '<span class="hljs-ln-numbers"></span>' : '';
  return splitLines(html).map((line, n) => {
    const id = idOf?.(n);
    const classes = joinClasses('code-line', ...(isFirst(n + 1) ? ['highlight-line', background] : []));
    const words = `${number}<span class="hljs-ln-code">${line}\n</span>`;
    return `<span class="${classes}"${id === undefined ? '' : ` id="${id}"`}>${words}</span>`;
  });
}

/**
 * Writes every step but the first as a fragment, so that keys, print and the speaker view treat it as one.
 * @param index fragment index of the first of them; the others follow as in reveal.js
 */
export function stepFragments(highlightedLines: string, index?: number): string {
  return Array.from({ length: highlightedLines.split('|').length - 1 }, (_, n) => {
    const attribute = index === undefined ? '' : ` data-fragment-index="${index + n}"`;
    return `<span class="fragment code-step"${attribute}></span>`;
  }).join('');
}

const EMPTY_LINE_RE = /\r?\n(?=[ \t]*\r?\n)/g;

/**
 * Writes line ends before empty lines as entities. They look the same, but Markdown around the code has no empty line
 * there, which would end the HTML. Hugo's highlighter leaves none either.
 */
export function fillEmptyLines(html: string): string {
  return html.replace(EMPTY_LINE_RE, '&#10;');
}

/** Void elements, none of which is open at a line end. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);

function splitLines(html: string): string[] {
  const source = html.replace(/\n$/, '');
  const lines: string[] = [];
  const open: StartTag[] = [];
  let line = '';
  const openAgain = (): string => open.map(({ start, end }) => source.slice(start, end)).join('');
  for (const token of readHtml(source)) {
    const words = source.slice(token.start, token.end);
    const [first = '', ...others] = token.kind === 'text' ? words.split('\n') : [words];
    noteTag(token, open);
    line += first;
    for (const other of others) {
      lines.push(
        line +
          [...open]
            .reverse()
            .map(({ name }) => `</${name}>`)
            .join(''),
      );
      line = openAgain() + other;
    }
  }
  return [...lines, line];
}

/** Updates the list of open elements. */
function noteTag(token: HtmlToken, open: StartTag[]): void {
  if (token.kind === 'start' && !VOID.has(token.name)) open.push(token);
  if (token.kind !== 'end') return;
  const at = open.findLastIndex(({ name }) => name === token.name);
  if (at >= 0) open.splice(at);
}

/** Creates a test for the lines in `1,3-4`; as in reveal.js, `3-` is line 3. Ranges may be as long as they like. */
function createLineTest(step: string): (line: number) => boolean {
  const ranges = step
    .split(',')
    .map((part) => part.split('-').filter(Boolean).map(Number))
    .flatMap(([from = 0, to = from]) => (Number.isInteger(from) && from > 0 ? [{ from, to }] : []))
    .sort((a, b) => a.from - b.from);
  const starts = ranges.map(({ from }) => from);
  let last = 0;
  // The last line of each range and of those before it.
  const ends = ranges.map(({ to }) => (last = Math.max(last, to || 0)));
  return (line) => line <= (ends[countUpTo(starts, line) - 1] ?? 0);
}
