/** An image that is alone in its paragraph; the site may want it as a block, without the paragraph. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

export function images(markdown: MarkdownIt, config: MarkupConfig): void {
  if (config.wrapImages) return;
  markdown.core.ruler.push('image_blocks', (state: StateCore) => {
    for (const [n, open] of state.tokens.entries()) {
      const [inline, close] = state.tokens.slice(n + 1, n + 3);
      const image = open.type === 'paragraph_open' && inline ? standaloneImage(inline) : undefined;
      if (!image || !close) continue;
      // markdown-it hides the paragraphs of tight lists in the same way.
      open.hidden = true;
      close.hidden = true;
      image.meta = { ...image.meta, isBlock: true };
      for (const [name, value] of open.attrs ?? []) image.attrSet(name, value);
    }
  });
}

function standaloneImage({ children }: Token): Token | undefined {
  const [first, ...others] = children ?? [];
  return first?.type === 'image' && others.length === 0 ? first : undefined;
}
