/** `.TableOfContents`: the headings of a page as nested lists. Source of the levels: Hugo's `markup.tableOfContents`. */

const HEADING_RE = /<h([1-6])\b[^>]*\bid="([^"]*)"[^>]*>([\s\S]*?)<\/h\1>/g;
const FIRST_LEVEL = 2;
const LAST_LEVEL = 3;

/** One heading with those below it. */
interface Entry {
  readonly level: number;
  readonly link: string;
  readonly entries: Entry[];
}

/** The table of contents of a page's HTML; empty lists where it has no headings. */
export function tableOfContents(html: string): string {
  const top: Entry = { level: FIRST_LEVEL - 1, link: '', entries: [] };
  const open = [top];
  for (const [, digit, id = '', text = ''] of html.matchAll(HEADING_RE)) {
    const level = Number(digit);
    if (level < FIRST_LEVEL || level > LAST_LEVEL) continue;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const entry: Entry = {
      level,
      link: `<a href="#${id}">${text.replace(/<\/?a\b[^>]*>/g, '')}</a>`,
      entries: [],
    };
    (open.at(-1) ?? top).entries.push(entry);
    open.push(entry);
  }
  return `<nav id="TableOfContents">${writeList(top.entries)}</nav>`;
}

function writeList(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  return `<ul>${entries.map(({ link, entries: below }) => `<li>${link}${writeList(below)}</li>`).join('')}</ul>`;
}
