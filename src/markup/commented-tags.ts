/**
 * Tags of shortcodes in HTML comments. Hugo runs them, though all that they write stays in the comment; here they do
 * not run, so that nothing is loaded or told for what stands in a comment. What is a comment is for Markdown to
 * say: in code there is none.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import type { Page } from '../types.ts';
import { createSilentEnvironment } from './environment.ts';
import { withoutComments } from './html-comments.ts';
import { Placeholders } from './placeholders.ts';
import { readShortcodeTokens, type ShortcodeToken, type TagToken } from './shortcode-lexer.ts';

/** The tags in comments among the tokens of a text. */
export function findCommentedTags(
  tokens: readonly ShortcodeToken[],
  text: string,
  markdown: MarkdownIt,
): ReadonlySet<TagToken> {
  const placeholders = new Placeholders(text);
  const candidates = new Map<TagToken, string>();
  // A comment without an end is none: it is told, and hides what is left of its text.
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
  return new Set([...candidates].filter(([, word]) => !visibleText.includes(word)).map(([tag]) => tag));
}

/** Whether a comment can be open where words end; `wasOpen` says whether one can be where they begin. */
function canBeOpen(words: string, wasOpen: boolean): boolean {
  const end = words.lastIndexOf('-->');
  return (end < 0 && wasOpen) || words.includes('<!--', end + 1);
}

/** The tokens of a page. What is no shortcode is told when it is rendered. */
export function readActiveTokens(
  { source: { text }, bodyOffset }: Page,
  markdown: MarkdownIt,
): { readonly active: readonly ShortcodeToken[]; readonly commented: ReadonlySet<TagToken> } {
  const tokens = readShortcodeTokens(text, bodyOffset, text.length, () => undefined);
  const commented = findCommentedTags(tokens, text, markdown);
  return { active: tokens.filter((token) => token.kind !== 'tag' || !commented.has(token)), commented };
}

/** What a reader of the page can meet of a token: its words and its attributes, without comments. */
function visibleTextOf({ type, content, info, attrs, children }: Token): string {
  const isHtml = type === 'html_block' || type === 'html_inline';
  const own = isHtml ? withoutComments(content) : children ? '' : content;
  const values = (attrs ?? []).map(([, value]) => value);
  return [own, info, ...values, ...(children ?? []).map(visibleTextOf)].join('\n');
}
