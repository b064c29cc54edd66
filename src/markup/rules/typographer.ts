/** Dashes, dots and angle quotes, as Goldmark's typographer sets them. markdown-it's own sets more: `(c)`, `+-`, `!!`. */
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import type { MarkupConfig, TypographerSigns } from '../../types.ts';
import { inReadingOrder } from '../plain-text.ts';
import { readSigns } from '../signs.ts';

/** In this order: the longer first. */
const SIGNS: readonly (readonly [RegExp, keyof TypographerSigns])[] = [
  [/---/g, 'emDash'],
  [/--/g, 'enDash'],
  [/\.\.\./g, 'ellipsis'],
  [/>>/g, 'rightAngleQuote'],
];

export function typographer(markdown: MarkdownIt, config: MarkupConfig): void {
  const signs = readSigns(markdown, config);
  if (!signs) return;
  if (signs.leftAngleQuote)
    markdown.inline.ruler.after('html_inline', 'left_guillemet', (state, silent) =>
      leftGuillemet(state, silent, signs.leftAngleQuote),
    );
  markdown.core.ruler.at('replacements', (state: StateCore) => {
    for (const { children } of state.tokens) replaceIn(inReadingOrder(children ?? []), signs);
  });
}

function replaceIn(tokens: readonly Token[], signs: TypographerSigns): void {
  let addressDepth = 0;
  for (const token of tokens) {
    // A bare address shows itself, so its text must stay as it is.
    if (token.info === 'auto') addressDepth += token.nesting;
    if (token.type !== 'text' || addressDepth > 0) continue;
    for (const [pattern, sign] of SIGNS)
      token.content = token.content.replace(pattern, (mark) => signs[sign] || mark);
  }
}

/** `<<` is read before the tag that it would make of `<<a>>`; a tag of its own still comes first. */
function leftGuillemet(state: StateInline, silent: boolean, sign: string): boolean {
  if (!state.src.startsWith('<<', state.pos)) return false;
  if (!silent) state.pending += sign;
  state.pos += 2;
  return true;
}
