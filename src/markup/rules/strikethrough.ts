/** `~~text~~` is `<del>` in Goldmark, `<s>` in markdown-it. */
import type { MarkdownIt } from 'markdown-it';

export function strikethrough(markdown: MarkdownIt): void {
  markdown.renderer.rules['s_open'] = () => '<del>';
  markdown.renderer.rules['s_close'] = () => '</del>';
}
