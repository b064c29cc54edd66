/** East Asian texts: a line end between wide characters is not a space, and an escaped space is dropped. */
import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';
import { firstCharacter, lastCharacter } from '../characters.ts';

/** Characters that take two columns. */
const WIDE_RE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FC\uFF01-\uFF60\uFFE0-\uFFE6]/u;

export function lineBreaks(markdown: MarkdownIt, config: MarkupConfig): void {
  if (config.escapedSpace) markdown.inline.ruler.before('escape', 'escaped_space', dropEscapedSpace);
  const style = config.eastAsianLineBreaks;
  if (!style) return;
  // By the draft of CSS, one wide side is enough; otherwise both must be wide.
  const needed = style === 'css3draft' ? 1 : 2;
  markdown.core.ruler.push('east_asian_line_breaks', (state: StateCore) => {
    for (const { children } of state.tokens)
      for (const [n, token] of (children ?? []).entries()) {
        if (token.type !== 'softbreak') continue;
        const sides = [
          lastCharacter(children?.[n - 1]?.content ?? ''),
          firstCharacter(children?.[n + 1]?.content ?? ''),
        ];
        if (sides.filter((side) => WIDE_RE.test(side ?? '')).length >= needed)
          Object.assign(token, { type: 'text', tag: '', content: '' });
      }
  });
}

function dropEscapedSpace(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('\\ ', state.pos)) return false;
  if (!silent) state.push('text', '', 0);
  state.pos += 2;
  return true;
}
