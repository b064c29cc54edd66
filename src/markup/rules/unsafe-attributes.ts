/** Attributes of headings and blocks on sites with `unsafe = false`: those that run code are left out. */
import type { MarkdownIt, StateCore } from 'markdown-it';
import { withoutUnsafeAttributes } from '../../attribute-safety.ts';
import type { MarkupConfig } from '../../types.ts';

export function unsafeAttributes(markdown: MarkdownIt, config: MarkupConfig): void {
  if (config.unsafe !== false) return;
  markdown.core.ruler.before('inline', 'unsafe_attributes', (state: StateCore) => {
    for (const token of state.tokens) {
      if (token.attrs) token.attrs = Object.entries(withoutUnsafeAttributes(Object.fromEntries(token.attrs)));
    }
  });
}
