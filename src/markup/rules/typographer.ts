/** Dashes, dots and angle quotes, as Goldmark's typographer sets them. markdown-it's own sets more: `(c)`, `+-`, `!!`. */
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

/** These stand in for quotes that stay straight, while the others are set; no author writes them. */
const STRAIGHT = { "'": '\uE000', '"': '\uE001' } as const;

/** Quotes that no pair of quotes is made of: feet and inches, empty quotes, and letters left out at the head of a word. */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)'(?=\d)/g, STRAIGHT["'"]],
  [/(?<=\d)"(?=\s|$)/g, STRAIGHT['"']],
  [/""/g, STRAIGHT['"'].repeat(2)],
  [/(?<![\p{L}\p{N}])'(?=(?:twas|tis|til|em|cause)\b|\d\ds?\b)/giu, '\u2019'],
  [/(?<=\s)'n'(?=\s)/g, '\u2019n\u2019'],
];

/** In this order: the longer first. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/---/g, '\u2014'],
  [/--/g, '\u2013'],
  [/\.\.\./g, '\u2026'],
  [/>>/g, '\u00BB'],
];

export function typographer(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('html_inline', 'left_guillemet', leftGuillemet);
  markdown.core.ruler.at('replacements', (state: StateCore) => {
    if (!state.md.options.typographer) return;
    for (const token of state.tokens) replaceIn(token.children ?? [], [...QUOTES, ...REPLACEMENTS]);
  });
  markdown.core.ruler.after('smartquotes', 'straight_quotes', (state: StateCore) => {
    if (!state.md.options.typographer) return;
    for (const token of state.tokens) replaceIn(token.children ?? [], STRAIGHT_AGAIN);
  });
}

const STRAIGHT_AGAIN = Object.entries(STRAIGHT).map(
  ([quote, stand]) => [new RegExp(stand, 'g'), quote] as const,
);

function replaceIn(tokens: readonly Token[], replacements: readonly (readonly [RegExp, string])[]): void {
  let linkDepth = 0;
  for (const token of tokens) {
    // A bare address shows itself, so its text must stay as it is.
    if (token.info === 'auto') linkDepth += token.nesting;
    if (token.type !== 'text' || linkDepth > 0) continue;
    token.content = replacements.reduce(
      (text, [pattern, character]) => text.replace(pattern, character),
      token.content,
    );
  }
}

/** `<<` is read before the tag that it would make of `<<a>>`; a tag of its own still comes first. */
function leftGuillemet(state: StateInline, silent: boolean): boolean {
  if (!state.md.options.typographer || !state.src.startsWith('<<', state.pos)) return false;
  if (!silent) state.pending += '\u00AB';
  state.pos += 2;
  return true;
}
