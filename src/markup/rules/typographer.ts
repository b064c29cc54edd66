/**
 * Dashes, dots and angle quotes, as Goldmark's typographer sets them. markdown-it's own replaces more: `(c)`, `+-`,
 * `!!`.
 */
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import type { MarkupConfig, TypographicReplacements } from '../../types.ts';
import { inReadingOrder } from '../plain-text.ts';
import { readTypographicReplacements } from '../typographic-replacements.ts';

/** Replacements in this order: longer sequences first. */
const REPLACEMENTS: readonly (readonly [RegExp, keyof TypographicReplacements])[] = [
  [/---/g, 'emDash'],
  [/--/g, 'enDash'],
  [/\.\.\./g, 'ellipsis'],
  [/>>/g, 'rightAngleQuote'],
];

export function typographer(markdown: MarkdownIt, config: MarkupConfig): void {
  const replacements = readTypographicReplacements(markdown, config);
  if (!replacements) return;
  if (replacements.leftAngleQuote)
    markdown.inline.ruler.after('html_inline', 'left_guillemet', (state, silent) =>
      leftGuillemet(state, silent, replacements.leftAngleQuote),
    );
  markdown.core.ruler.at('replacements', (state: StateCore) => {
    for (const { children } of state.tokens) replaceIn(inReadingOrder(children ?? []), replacements);
  });
}

function replaceIn(tokens: readonly Token[], replacements: TypographicReplacements): void {
  let addressDepth = 0;
  for (const token of tokens) {
    // A bare URL is its own text, which must stay as it is.
    if (token.info === 'auto') addressDepth += token.nesting;
    if (token.type !== 'text' || addressDepth > 0) continue;
    for (const [pattern, name] of REPLACEMENTS)
      token.content = token.content.replace(pattern, (mark) => replacements[name] || mark);
  }
}

/** Reads `<<` as a quote before `<a>` in `<<a>>` is read as a tag; a tag that begins at the first `<` still wins. */
function leftGuillemet(state: StateInline, silent: boolean, replacement: string): boolean {
  if (!state.src.startsWith('<<', state.pos)) return false;
  if (!silent) state.pending += replacement;
  state.pos += 2;
  return true;
}
