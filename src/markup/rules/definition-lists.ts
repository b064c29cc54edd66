/** `Term` and `: definition`. */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import type { MarkupConfig } from '../../types.ts';
import { stockRule } from './stock-rule.ts';

export function definitionLists(markdown: MarkdownIt, config: MarkupConfig): void {
  if (!config.definitionList) return;
  markdown.use(deflist);
  const rule = stockRule(markdown.block.ruler.getRules(''), 'deflist');
  markdown.block.ruler.at(
    'deflist',
    (state, startLine, endLine, silent) =>
      !isUnderTilde(state, startLine, endLine) && rule(state, startLine, endLine, silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
}

/** The plugin takes `~ definition` too; Goldmark knows the colon alone. */
function isUnderTilde(
  { src, bMarks, tShift, eMarks }: StateBlock,
  startLine: number,
  endLine: number,
): boolean {
  for (let line = startLine + 1; line < endLine; line++) {
    const text = src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
    if (text.trim() !== '') return text.startsWith('~');
  }
  return false;
}
