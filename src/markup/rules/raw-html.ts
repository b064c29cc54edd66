/**
 * HTML in Markdown. Hugo keeps it with `unsafe = true` and drops it otherwise. Here it is kept unless the site sets
 * `unsafe = false`, and tags that are not elements, such as `<NodeIP>`, are text.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { findEnd, readHtml } from '../../html.ts';
import type { MarkupConfig } from '../../types.ts';
import { createReadTag, isKnownElement, readElements, readTagName, type ReadTag } from '../elements.ts';
import { getEnvironment, type Environment } from '../environment.ts';
import { isMarkdownSection } from '../slides/markdown-sections.ts';
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
 * Extends an HTML block to the end of a Markdown section. Empty lines end HTML in Markdown, but those in `<section
 * data-markdown>` belong to the section's own Markdown. The block continues to the line that closes the section, and
 * from there to the next empty line.
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

const FORMULA_RE = /(\$\$?)(?!\s)[^$]+\1|\\\(.*?\\\)|\\\[.*?\\\]/gs;

/** Whether an offset is inside a formula, where `<` means less than. */
function isInFormula(text: string, at: number): boolean {
  return [...text.matchAll(FORMULA_RE)].some(
    ({ 0: formula, index }) => index < at && at < index + formula.length,
  );
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
