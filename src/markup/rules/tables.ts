/** Tables, with Goldmark's style for the cells of aligned columns. */
import type { MarkdownIt, StateCore } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

export function tables(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.table) markdown.block.ruler.disable('table');
  markdown.core.ruler.push('cell_styles', (state: StateCore) => {
    for (const token of state.tokens) {
      const style = token.type === 'th_open' || token.type === 'td_open' ? token.attrGet('style') : null;
      if (style !== null) token.attrSet('style', String(style).replace(/:(?=\w)/, ': '));
    }
  });
}
