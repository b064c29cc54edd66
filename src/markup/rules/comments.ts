/**
 * Comments that an HTML block leaves open. CommonMark ends the block at the next empty line, and in a browser the
 * comment would go on to the end of another one, across all slides between. Here the block extends to the end of its
 * comment, and an unclosed comment is closed where its text ends.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { readTagName } from '../elements.ts';
import { getEnvironment } from '../environment.ts';
import { leavesCommentOpen } from '../html-comments.ts';
import { findBuiltInRule } from './built-in-rule.ts';

/** Elements whose text is not HTML, and that end with their closing tag alone. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'pre', 'style', 'textarea']);

function isRawText(html: string): boolean {
  const tag = readTagName(html, html.length - html.trimStart().length);
  return tag !== undefined && !tag.isClosing && RAW_TEXT.has(tag.name);
}

export function comments(markdown: MarkdownIt): void {
  const block = findBuiltInRule(markdown.block.ruler.getRules(''), 'html_block');
  // Other rules look for this one by its name.
  const rule = Object.defineProperty(
    (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
      if (!block(state, startLine, endLine, silent)) return false;
      if (!silent) closeComment(state, startLine, endLine);
      return true;
    },
    'name',
    { value: 'html_block' },
  );
  markdown.block.ruler.at('html_block', rule, { alt: ['paragraph', 'reference', 'blockquote'] });
}

function closeComment(state: StateBlock, startLine: number, endLine: number): void {
  const token = state.tokens.at(-1);
  if (!token || isRawText(token.content) || !leavesCommentOpen(token.content)) return;
  const { line, isOpen } = findCommentEnd(state, endLine);
  token.content = state.getLines(startLine, line, state.blkIndent, true);
  token.map = [startLine, (state.line = line)];
  if (!isOpen) return;
  token.content = `${token.content.trimEnd()}\n-->\n`;
  const environment = getEnvironment(state.env);
  environment.lines = token.map;
  environment.report('<!--', commentUnclosed);
}

/** The ends of comments in a browser. */
const COMMENT_END_RE = /--!?>/;

/**
 * Finds the line after the end of the comment that is open at the current line. Another comment may begin after that
 * end, so the rest of the line is read, too: each line once.
 */
function findCommentEnd(
  state: StateBlock,
  endLine: number,
): { readonly line: number; readonly isOpen: boolean } {
  for (let { line } = state; line < endLine; line++) {
    const words = state.getLines(line, line + 1, 0, false);
    const end = COMMENT_END_RE.exec(words);
    const isClosed = end !== null && !leavesCommentOpen(words.slice(end.index + end[0].length));
    if (isClosed) return { line: line + 1, isOpen: false };
  }
  return { line: endLine, isOpen: true };
}

const commentUnclosed = {
  code: 'comment-unclosed',
  severity: 'warning',
  message: 'the comment opened here is never closed, so the rest of this text is hidden',
  hint: 'Add --> where the comment ends.',
} as const;
