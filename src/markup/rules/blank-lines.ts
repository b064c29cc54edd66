/** Trims whitespace-only lines in a list item, which are empty to Hugo, also in the item's code and raw HTML. */
import type { MarkdownIt, StateCore } from 'markdown-it';

const verbatim = new Set(['fence', 'code_block', 'html_block']);
const containers = /^(?:list_item|blockquote|dd|footnote)_(open|close)$/;

export function blankLines(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'blank_lines', trimBlankLines);
}

/**
 * Trims the lines of list items, but not those of a blockquote in an item: after a `>`, no line is empty to the item.
 */
function trimBlankLines({ tokens }: StateCore): void {
  const open: string[] = [];
  for (const token of tokens) {
    const edge = containers.exec(token.type)?.[1];
    if (edge === 'open') open.push(token.type);
    else if (edge === 'close') open.pop();
    else if (open.at(-1) === 'list_item_open' && verbatim.has(token.type)) {
      token.content = token.content.replace(/^[ \t]+$/gm, '');
    }
  }
}
