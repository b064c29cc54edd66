/**
 * Shortcode tags in HTML comments. Hugo runs them, though their output stays in the comment; here they don't run, so
 * that nothing is loaded or reported for them. Only Markdown can tell what a comment is: in code there is none.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import type { Page } from '../../types.ts';
import { createSilentEnvironment } from '../environment.ts';
import { withoutComments } from '../html-comments.ts';
import { Placeholders } from './placeholders.ts';
import { readShortcodeTokens, type ShortcodeToken, type TagToken } from './lexer.ts';

/** Finds the tags in comments among the tokens of a text. */
export function findCommentedTags(
  tokens: readonly ShortcodeToken[],
  text: string,
  markdown: MarkdownIt,
): ReadonlySet<TagToken> {
  const placeholders = new Placeholders(text);
  const candidates = new Map<TagToken, string>();
  // An unclosed comment does not count: it is reported, and hides the rest of its text.
  const pending = new Map<TagToken, string>();
  let [words, isOpen] = ['', false];
  for (const token of tokens) {
    const isTag = token.kind === 'tag';
    const word = isTag
      ? placeholders.add({ kind: 'html', html: '' }, token.start)
      : text.slice(token.start, token.end);
    words += word;
    if (isTag && isOpen) pending.set(token, word);
    if (isTag) continue;
    if (word.includes('-->')) {
      for (const [tag, placeholder] of pending) candidates.set(tag, placeholder);
      pending.clear();
    }
    isOpen = canBeOpen(word, isOpen);
  }
  if (candidates.size === 0) return new Set();
  const visibleText = markdown
    .parse(words, createSilentEnvironment(placeholders))
    .map(visibleTextOf)
    .join('\n');
  const visible = placeholders.findIn(visibleText);
  return new Set([...candidates].filter(([, word]) => !visible.has(word)).map(([tag]) => tag));
}

/** Whether a comment can be open at the end of a piece of text; `wasOpen` says whether one can be at its start. */
function canBeOpen(words: string, wasOpen: boolean): boolean {
  const end = words.lastIndexOf('-->');
  return (end < 0 && wasOpen) || words.includes('<!--', end + 1);
}

/**
 * Reads the tokens of a page, and which of them are in comments. Syntax errors are reported when the page is rendered.
 */
export function readActiveTokens(
  { source: { text }, bodyOffset }: Page,
  markdown: MarkdownIt,
): { readonly active: readonly ShortcodeToken[]; readonly commented: ReadonlySet<TagToken> } {
  const tokens = readShortcodeTokens(text, bodyOffset, text.length, () => undefined);
  const commented = findCommentedTags(tokens, text, markdown);
  return { active: tokens.filter((token) => token.kind !== 'tag' || !commented.has(token)), commented };
}

/** The text of a token that can appear on the page: its content and its attributes, without comments. */
function visibleTextOf({ type, content, info, attrs, children }: Token): string {
  const isHtml = type === 'html_block' || type === 'html_inline';
  const own = isHtml ? withoutComments(content) : children ? '' : content;
  const values = (attrs ?? []).map(([, value]) => value);
  return [own, info, ...values, ...(children ?? []).map(visibleTextOf)].join('\n');
}
