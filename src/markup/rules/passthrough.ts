/**
 * Formulas between delimiters, if the site defines some. Hugo passes them through to a script in the browser; here they
 * are rendered at build time. Without `passthrough`, `$a_b$` is Markdown, as in Hugo.
 */
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import type { Delimiters, MarkupConfig } from '../../types.ts';
import { type Environment, getEnvironment } from '../environment.ts';
import { countUpTo } from '../../line-index.ts';
import { createMathWriter, type RenderMath } from '../render-math.ts';

/** Delimiters, and whether the formula between them is a block. */
interface MathDelimiters {
  readonly pair: Delimiters;
  readonly display: boolean;
}

/** What is known of a formula. */
interface MathMeta {
  readonly delimiters: Delimiters;
  /** The lines of the block around a formula in a line. */
  readonly lines?: Environment['lines'];
  /** The number of the formula in its text. */
  readonly ordinal?: number;
  /** The line where its block begins. */
  readonly line?: number;
}

/** Reads what the rules below have written. */
const readMeta = ({ meta }: Token): MathMeta => meta as unknown as MathMeta;

export function passthrough(
  markdown: MarkdownIt,
  { passthrough: config }: MarkupConfig,
  { math }: { readonly math: RenderMath },
): void {
  if (!config) return;
  const write = createMathWriter(math);
  const endOfMath = createEndFinder();
  const all = [
    ...config.block.map((pair): MathDelimiters => ({ pair, display: true })),
    ...config.inline.map((pair): MathDelimiters => ({ pair, display: false })),
    // Longer delimiters first, so that $$ is not read as two $.
  ].sort((a, b) => b.pair[0].length - a.pair[0].length);
  markdown.block.ruler.before(
    'table',
    'math',
    (state, startLine, endLine, silent) =>
      readLines(state, { pairs: config.block, startLine, endLine, silent, endOfMath }),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  markdown.inline.ruler.before('escape', 'math', (state, silent) =>
    readInline(state, silent, { all, endOfMath }),
  );
  markdown.core.ruler.push('math_ordinals', numberMath);
  markdown.renderer.rules['math'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    if (!token) return '';
    const environment = getEnvironment(env);
    const { lines, delimiters } = readMeta(token);
    if (lines) environment.lines = lines;
    const hooked = writeByHook(token, 'inline', environment);
    return (
      hooked ?? write({ tex: token.content, display: token.markup === 'display', delimiters }, environment)
    );
  };
  markdown.renderer.rules['math_block'] = (tokens, index, _options, env) => {
    const environment = getEnvironment(env);
    const token = tokens[index];
    if (token?.map) environment.lines = token.map;
    if (!token) return '';
    const hooked = writeByHook(token, 'block', environment);
    const { delimiters } = readMeta(token);
    return hooked ?? `<p>${write({ tex: token.content, display: true, delimiters }, environment)}</p>\n`;
  };
}

const MATH: readonly string[] = ['math', 'math_block'];

/** Numbers the formulas of a text, both blocks and inline ones, as in Hugo. */
function numberMath(state: StateCore): void {
  const all = state.tokens.flatMap((token) => [
    { token, line: token.map?.[0] ?? 0 },
    ...(token.children ?? []).map((child) => ({ token: child, line: token.map?.[0] ?? 0 })),
  ]);
  const formulas = all.filter(({ token }) => MATH.includes(token.type));
  for (const [ordinal, { token, line }] of formulas.entries()) token.meta = { ...token.meta, ordinal, line };
}

/** Writes a formula by the author's render hook, which comes before our own renderer. */
function writeByHook(
  token: Token,
  type: 'block' | 'inline',
  { hooks, offsetOf }: Environment,
): string | undefined {
  const { ordinal = 0, line = 0, delimiters } = readMeta(token);
  const [open, close] = delimiters;
  // One letter may be anywhere in the text; with its delimiters it is the formula.
  const words = type === 'inline' ? `${open}${token.content}${close}` : undefined;
  return hooks?.passthrough?.({
    Type: type,
    Inner: token.content,
    Ordinal: ordinal,
    Position: offsetOf?.(line, words, open.length) ?? 0,
  });
}

function readInline(
  state: StateInline,
  silent: boolean,
  { all, endOfMath }: { readonly all: readonly MathDelimiters[]; readonly endOfMath: FindEnd },
): boolean {
  const found = all.find(({ pair }) => state.src.startsWith(pair[0], state.pos));
  if (!found) return false;
  const [open, close] = found.pair;
  const start = state.pos + open.length;
  const end = endOfMath(state, start, close);
  if (end === undefined || end <= start) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = state.src.slice(start, end);
    token.markup = found.display ? 'display' : '';
    token.meta = { lines: getEnvironment(state.env).lines, delimiters: found.pair } satisfies MathMeta;
  }
  state.pos = end + close.length;
  return true;
}

/** Finds the closing delimiter from an offset on. After a backslash it is part of the formula: `$\$5$`. */
type FindEnd = (state: StateInline | StateBlock, start: number, close: string) => number | undefined;

/** Creates a function that finds each closing delimiter of a text once, however many formulas are not closed. */
function createEndFinder(): FindEnd {
  const found = new WeakMap<object, Map<string, { readonly from: number; readonly end: number }>>();
  return (state, start, close) => {
    const ends = found.get(state) ?? new Map<string, { from: number; end: number }>();
    found.set(state, ends);
    const known = ends.get(close);
    const end =
      known && known.from <= start && start <= known.end ? known.end : findEnd(state.src, start, close);
    ends.set(close, { from: known && known.end === end ? known.from : start, end });
    return end === Infinity ? undefined : end;
  };
}

function findEnd(text: string, start: number, close: string): number {
  let end = text.indexOf(close, start);
  while (end > 0 && text[end - 1] === '\\' && !close.startsWith('\\')) end = text.indexOf(close, end + 1);
  return end < 0 ? Infinity : end;
}

interface Lines {
  readonly pairs: readonly Delimiters[];
  readonly startLine: number;
  readonly endLine: number;
  readonly silent: boolean;
  readonly endOfMath: FindEnd;
}

/** Reads a formula on lines of its own. A line of it that begins with `-`, `=` or `#` starts no other block. */
function readLines(state: StateBlock, { pairs, startLine, endLine, silent, endOfMath }: Lines): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const pair = pairs.find(([open]) => state.src.startsWith(open, start));
  if (!pair) return false;
  const [open, close] = pair;
  const end = endOfMath(state, start + open.length, close);
  if (end === undefined) return false;
  const line = Math.max(countUpTo(state.eMarks, end + close.length - 1), startLine);
  if (line >= endLine || state.src.slice(end + close.length, state.eMarks[line]).trim()) return false;
  if (silent) return true;
  const token = state.push('math_block', '', 0);
  token.content = state.src.slice(start + open.length, end);
  token.meta = { delimiters: pair } satisfies MathMeta;
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}
