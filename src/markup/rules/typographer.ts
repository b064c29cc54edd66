/** Dashes, dots and angle quotes, as Goldmark's typographer sets them. markdown-it's own sets more: `(c)`, `+-`, `!!`. */
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

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
    for (const token of state.tokens) replaceIn(token.children ?? []);
  });
}

function replaceIn(tokens: readonly Token[]): void {
  let linkDepth = 0;
  for (const token of tokens) {
    // A bare address shows itself, so its text must stay as it is.
    if (token.info === 'auto') linkDepth += token.nesting;
    if (token.type !== 'text' || linkDepth > 0) continue;
    token.content = REPLACEMENTS.reduce(
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
