/** Lines of blanks inside a list item, which are empty to Hugo: also in the code and in the raw HTML of the item. */
import type { MarkdownIt, StateCore } from 'markdown-it';

const verbatim = new Set(['fence', 'code_block', 'html_block']);
const containers = /^(?:list_item|blockquote|dd|footnote)_(open|close)$/;

export function blankLines(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'blank_lines', trimBlankLines);
}

/** A block quote inside the item keeps its lines as they are: behind a `>` none is blank to the item. */
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
