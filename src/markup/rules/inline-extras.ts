/** Goldmark's extras, each of which a site has to enable: `==mark==`, `++insert++`, `~sub~`, `^sup^`. */
import type { MarkdownIt } from 'markdown-it';
import ins from 'markdown-it-ins';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import type { MarkupConfig } from '../../types.ts';

/** Plugins by Goldmark's names. `delete` is handled by strikethrough. */
const PLUGINS = { insert: ins, mark, subscript: sub, superscript: sup };

export function inlineExtras(markdown: MarkdownIt, config: MarkupConfig): void {
  for (const [name, plugin] of Object.entries(PLUGINS))
    if (config.extras[name as keyof typeof PLUGINS]) markdown.use(plugin);
}
