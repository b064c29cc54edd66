/**
 * HTML in Markdown. Hugo keeps it with `unsafe = true` and drops it otherwise. Here it is kept unless the site sets
 * `unsafe = false`, and tags that are not elements, such as `<NodeIP>`, are text.
 */
import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { findEnds, readHtml } from '../../html.ts';
import { countUpTo } from '../../line-index.ts';
import type { MarkupConfig } from '../../types.ts';
import { createReadTag, isKnownElement, readElements, readTagName, type ReadTag } from '../elements.ts';
import { getEnvironment, type Environment } from '../environment.ts';
import { findFormulas, type FormulaRanges } from '../formulas.ts';
import { isMarkdownSection } from '../slides/markdown-sections.ts';
import { findBuiltInRule } from './built-in-rule.ts';

export function rawHtml(markdown: MarkdownIt, config: MarkupConfig): void {
  const block = findBuiltInRule(markdown.block.ruler.getRules(''), 'html_block');
  const inline = findBuiltInRule(markdown.inline.ruler.getRules(''), 'html_inline');
  const readTag = createReadTag(markdown);
  const isInFormula = createFormulaTest();
  const unclosed: Unclosed = new WeakMap();
  markdown.core.ruler.before('block', 'unknown_elements', (state) => {
    const environment = getEnvironment(state.env);
    environment.elements = readElements(state.src, readTag);
  });
  markdown.block.ruler.at(
    'html_block',
    (state, startLine, endLine, silent) => {
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
      const placeholder = placeholderAt(state.src, start, readTag, getEnvironment(state.env));
      if (placeholder !== undefined || !block(state, startLine, endLine, silent)) return false;
      if (!silent) takeMarkdownSections(state, startLine, endLine, unclosed);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  markdown.inline.ruler.at('html_inline', (state, silent) => {
    const environment = getEnvironment(state.env);
    const placeholder = placeholderAt(state.src, state.pos, readTag, environment);
    if (placeholder === undefined) return inline(state, silent);
    if (!silent && !isInFormula(state)) warnOfPlaceholder(environment, placeholder);
    return false;
  });
  if (config.unsafe === false) markdown.core.ruler.push('omit_raw_html', omitRawHtml);
}

/** The number of lines that are read first for the end of a section, and of sections that are sought to the end. */
const FIRST_LINES = 100;
const MAX_UNCLOSED = 20;

/**
 * Extends an HTML block to the end of a Markdown section. Empty lines end HTML in Markdown, but those in `<section
 * data-markdown>` belong to the section's own Markdown. The block continues to the line that closes the section, and
 * from there to the next empty line. As many lines are read as that takes: in a text with many unclosed sections, the
 * last of them are not sought.
 */
function takeMarkdownSections(
  state: StateBlock,
  startLine: number,
  endLine: number,
  unclosed: Unclosed,
): void {
  const token = state.tokens.at(-1);
  if (!token || !/data-markdown/i.test(token.content)) return;
  let length: number | undefined = endOfSections(token.content, token.content.length);
  let html = token.content;
  for (let count = FIRST_LINES; length === undefined; count *= 2) {
    if ((unclosed.get(state) ?? 0) >= MAX_UNCLOSED) return;
    const line = Math.min(Math.max(state.line, startLine + count), endLine);
    html = state.getLines(startLine, line, state.blkIndent, true);
    const isWhole = line === endLine;
    length = endOfSections(html, token.content.length, isWhole);
    if (isWhole && length === token.content.length) unclosed.set(state, (unclosed.get(state) ?? 0) + 1);
  }
  if (length === token.content.length) return;
  const lines = html.slice(0, length).replace(/\n$/, '').split('\n').length;
  state.line = startLine + lines;
  token.content = state.getLines(startLine, state.line, state.blkIndent, true);
  token.map = [startLine, state.line];
}

/** The number of unclosed sections in a text so far. */
type Unclosed = WeakMap<StateBlock, number>;

/**
 * Finds the end of the Markdown sections that begin in the first characters of HTML, and of the text up to the next empty
 * line; `undefined` if it is not in this HTML, unless that is all there is.
 */
function endOfSections(html: string, start: number, isWhole = false): number | undefined {
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  let length = start;
  for (const [n, tag] of tokens.entries()) {
    if (tag.start >= length) break;
    if (!isMarkdownSection(tag)) continue;
    const end = tokens[ends[n] ?? Infinity]?.end;
    if (end === undefined && !isWhole) return undefined;
    if (end === undefined || end <= length) continue;
    length = emptyLineAfter(html, end);
    if (length === html.length && !isWhole) return undefined;
  }
  return length;
}

/** Finds the first empty line after an offset. */
function emptyLineAfter(html: string, offset: number): number {
  const end = html.indexOf('\n', offset);
  if (end < 0) return html.length;
  const emptyLine = /^[ \t]*$/m.exec(html.slice(end + 1));
  return emptyLine ? end + 1 + emptyLine.index : html.length;
}

/**
 * The tag at an offset if it is a placeholder of the author: its name is neither an element of HTML, SVG or MathML nor
 * a custom element, it has no attribute with a value, and nothing closes it.
 */
function placeholderAt(
  text: string,
  at: number,
  readTag: ReadTag,
  { elements }: Environment,
): string | undefined {
  const name = readTagName(text, at)?.name;
  if (name === undefined || isKnownElement(name) || elements?.has(name)) return undefined;
  return readTag(text, at);
}

/** Creates a test whether the position of a text is inside a formula, where `<` means less than. */
function createFormulaTest(): (state: StateInline) => boolean {
  const known = new WeakMap<StateInline, FormulaRanges>();
  return (state) => {
    const { starts, ends } = known.get(state) ?? findFormulas(state.src);
    known.set(state, { starts, ends });
    const n = countUpTo(starts, state.pos) - 1;
    return n >= 0 && state.pos < (ends[n] ?? 0);
  };
}

function warnOfPlaceholder(environment: Environment, tag: string): void {
  environment.report(tag, {
    code: 'html-unknown-element',
    severity: 'warning',
    message: `${tag} is not an HTML element, so it is shown as text`,
    hint: `Write it as code, \`${tag}\`, or as &lt;${tag.slice(1, -1)}&gt;, if that is what you want.`,
  });
}

function omitRawHtml(state: StateCore): void {
  const environment = getEnvironment(state.env);
  const isKept = (token: Token): boolean => {
    if (token.type !== 'html_block' && token.type !== 'html_inline') return true;
    if (token.map) environment.lines = token.map;
    warnOfOmission(environment, token.content.trim());
    return false;
  };
  state.tokens = state.tokens.filter(isKept);
  for (const token of state.tokens) {
    if (token.map) environment.lines = token.map;
    token.children = token.children?.filter(isKept) ?? null;
  }
}

/** Reports omitted HTML. Comments are dropped silently, as in Hugo: nobody misses them. */
function warnOfOmission(environment: Environment, html: string): void {
  if (html.startsWith('<!--')) return;
  const [tag = html] = html.split('\n', 1);
  environment.report(tag, {
    code: 'html-omitted',
    severity: 'warning',
    message: `the HTML ${tag} is omitted, because the site sets unsafe = false`,
    hint: 'Set unsafe = true under [markup.goldmark.renderer] to keep it.',
  });
}
