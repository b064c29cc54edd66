/** Takes coloured code apart into lines, so that each can be numbered, can move and can be made to stand out. */
import { type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { joinClasses } from '../write-html.ts';

/** Which lines stand out in one step; none means all of them. */
type Step = ReadonlySet<number>;

/** The lines of a piece of code. */
export interface CodeLines {
  /** Which of them stand out, step by step: `1,3-4|6`; empty numbers the lines and marks none. */
  readonly highlightedLines: string;
  /** The id of a line, counted from 0; `undefined` where it needs none. */
  readonly idOf?: ((line: number) => string | undefined) | undefined;
  readonly isNumbered: boolean;
  /** The class by which those that stand out have a ground; without it, all others step back. */
  readonly background?: string | undefined;
}

/**
 * Puts every line into an element of its own; colours that go on over a line end are closed and opened again. The
 * lines of the first step are marked, for readers without script; the client marks those of the others. Classes are
 * those of reveal.js's highlighter, which authors write rules for: `.hljs-ln-numbers { display: none }`.
 */
export function wrapLines(
  html: string,
  { highlightedLines, idOf, isNumbered, background }: CodeLines,
): readonly string[] {
  const first = readStep(highlightedLines.split('|', 1)[0] ?? '');
  const number = isNumbered ? '<span class="hljs-ln-numbers"></span>' : '';
  return splitLines(html).map((line, n) => {
    const id = idOf?.(n);
    const classes = joinClasses('code-line', ...(first.has(n + 1) ? ['highlight-line', background] : []));
    const words = `${number}<span class="hljs-ln-code">${line}\n</span>`;
    return `<span class="${classes}"${id === undefined ? '' : ` id="${id}"`}>${words}</span>`;
  });
}

/**
 * Every step but the first is a fragment, so that keys, print and the speaker view treat it as one.
 * @param index of the first of them among the fragments of the slide; they follow one another as in reveal.js
 */
export function stepFragments(placeholders: string, index?: number): string {
  return Array.from({ length: placeholders.split('|').length - 1 }, (_, n) => {
    const place = index === undefined ? '' : ` data-fragment-index="${index + n}"`;
    return `<span class="fragment code-step"${place}></span>`;
  }).join('');
}

const EMPTY_LINE_RE = /\r?\n(?=[ \t]*\r?\n)/g;

/**
 * Writes line ends in front of empty lines as entities: a reader sees the same, and Markdown that the code is put into
 * no empty line, which would end the HTML there. Hugo's highlighter leaves none either.
 */
export function fillEmptyLines(html: string): string {
  return html.replace(EMPTY_LINE_RE, '&#10;');
}

/** Elements that hold nothing, so that none of them is open at a line end. */
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

/** Keeps the elements that are open. */
function noteTag(token: HtmlToken, open: StartTag[]): void {
  if (token.kind === 'start' && !VOID.has(token.name)) open.push(token);
  if (token.kind !== 'end') return;
  const at = open.findLastIndex(({ name }) => name === token.name);
  if (at >= 0) open.splice(at);
}

/** `1,3-4` as a set of line numbers; as in reveal.js, `3-` is line 3. */
function readStep(step: string): Step {
  const lines = new Set<number>();
  for (const part of step.split(',')) {
    const [from = 0, to = from] = part.split('-').filter(Boolean).map(Number);
    for (let n = from; n > 0 && n <= to; n++) lines.add(n);
  }
  return lines;
}
