/** `:name:` becomes an emoji if the site sets `enableEmoji = true`. Smileys such as `:)` never do, as in Hugo. */
import type { MarkdownIt } from 'markdown-it';
import { full } from 'markdown-it-emoji';
import type { MarkupConfig } from '../../types.ts';

export function emoji(markdown: MarkdownIt, config: MarkupConfig): void {
  if (config.emoji) markdown.use(full, { shortcuts: {} });
}
