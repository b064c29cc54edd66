/**
 * HTML in Markdown. Hugo keeps it under `unsafe = true` and drops it otherwise. Here it is kept unless the site says
 * `unsafe = false`, and what is no element at all, such as `<NodeIP>`, is text that the author wrote.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { findEnd, readHtml } from '../../html.ts';
import type { MarkupConfig } from '../../types.ts';
import { createReadTag, isKnownElement, readElements, readTagName, type ReadTag } from '../elements.ts';
import { getEnvironment, type Environment } from '../environment.ts';
import { isMarkdownSection } from '../markdown-sections.ts';
import { findBuiltInRule } from './built-in-rule.ts';

export function rawHtml(markdown: MarkdownIt, config: MarkupConfig): void {
  const block = findBuiltInRule(markdown.block.ruler.getRules(''), 'html_block');
  const inline = findBuiltInRule(markdown.inline.ruler.getRules(''), 'html_inline');
  const readTag = createReadTag(markdown);
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
      if (!silent) takeMarkdownSections(state, startLine, endLine);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  markdown.inline.ruler.at('html_inline', (state, silent) => {
    const environment = getEnvironment(state.env);
    const placeholder = placeholderAt(state.src, state.pos, readTag, environment);
    if (placeholder === undefined) return inline(state, silent);
    if (!silent && !isInFormula(state.src, state.pos)) warnOfPlaceholder(environment, placeholder);
    return false;
  });
  if (config.unsafe === false) markdown.core.ruler.push('omit_raw_html', omitRawHtml);
}

/**
 * Empty lines end HTML in Markdown. In `<section data-markdown>` they are words of a Markdown of its own, so that the
 * block goes on to the line that closes it, and from there to the next empty line.
 */
function takeMarkdownSections(state: StateBlock, startLine: number, endLine: number): void {
  const token = state.tokens.at(-1);
  if (!token || !/data-markdown/i.test(token.content)) return;
  const html = state.getLines(startLine, endLine, state.blkIndent, true);
  const tokens = readHtml(html);
  let length = token.content.length;
  for (const [n, tag] of tokens.entries()) {
    if (tag.start >= length) break;
    const end = isMarkdownSection(tag) ? tokens[findEnd(tokens, n) ?? Infinity]?.end : undefined;
    if (end !== undefined && end > length) length = emptyLineAfter(html, end);
  }
  if (length === token.content.length) return;
  const lines = html.slice(0, length).replace(/\n$/, '').split('\n').length;
  state.line = startLine + lines;
  token.content = state.getLines(startLine, state.line, state.blkIndent, true);
  token.map = [startLine, state.line];
}

/** Where the first empty line behind a place begins. */
function emptyLineAfter(html: string, offset: number): number {
  const end = html.indexOf('\n', offset);
  if (end < 0) return html.length;
  const emptyLine = /^[ \t]*$/m.exec(html.slice(end + 1));
  return emptyLine ? end + 1 + emptyLine.index : html.length;
}

/**
 * The tag at a place if it stands for something else: its name is no element of HTML, SVG or MathML, and no custom
 * element either, nothing has a value in it, and nothing closes it.
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

const FORMULA_RE = /(\$\$?)(?!\s)[^$]+\1|\\\(.*?\\\)|\\\[.*?\\\]/gs;

/** Whether a place is in a formula, where `<` is less than. */
function isInFormula(text: string, at: number): boolean {
  return [...text.matchAll(FORMULA_RE)].some(
    ({ 0: formula, index }) => index < at && at < index + formula.length,
  );
}

function warnOfPlaceholder(environment: Environment, tag: string): void {
  environment.report(tag, {
    code: 'html-unknown-element',
    severity: 'warning',
    message: `${tag} is no HTML element, so it is shown as text`,
    hint: `Write it as code, \`${tag}\`, or as &lt;${tag.slice(1, -1)}&gt;, to say that it is meant so.`,
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

/** Hugo drops comments without a word, and so do we: nobody misses them. */
function warnOfOmission(environment: Environment, html: string): void {
  if (html.startsWith('<!--')) return;
  const [tag = html] = html.split('\n', 1);
  environment.report(tag, {
    code: 'html-omitted',
    severity: 'warning',
    message: `the HTML ${tag} is left out, because the site says unsafe = false`,
    hint: 'Set unsafe = true under [markup.goldmark.renderer] to keep it.',
  });
}
