/** Addresses of links and images. Goldmark blanks those that run code, unless the site says `unsafe = true`. */
import type { MarkdownIt } from 'markdown-it';
import type { MarkupConfig } from '../../types.ts';

const RUNNING_RE = /^\s*(?:javascript|vbscript|file|data(?!:image\/(?:png|gif|jpeg|webp|svg)[;,])):/i;

export function links(markdown: MarkdownIt, config: MarkupConfig): void {
  // markdown-it shows a link that it mistrusts as text; Goldmark keeps the link and takes its address away.
  markdown.validateLink = () => true;
  if (config.unsafe !== false) return;
  markdown.core.ruler.push('blank_links', (state) => {
    const tokens = state.tokens.flatMap((token) => token.children ?? []);
    for (const token of tokens) {
      if (token.type === 'link_open' && RUNNING_RE.test(String(token.attrGet('href'))))
        token.attrSet('href', '');
    }
  });
}
