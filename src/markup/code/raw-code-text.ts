/** The content of an author's `<code>`: its text, and the tags that are kept in it. */
import { type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { escapeHtml } from '../../escape-html.ts';
import { countUpTo } from '../../line-index.ts';

/** The text of a piece of code. */
export interface RawText {
  readonly text: string;
  /** Tags in source order. */
  readonly tags: readonly PlacedTag[];
}

/** A tag or a comment before a character of the text. */
interface PlacedTag {
  readonly at: number;
  readonly html: string;
}

/**
 * Reads the content of `<code>`. As in reveal.js, a script of type `text/template` in it is the code. Tags count as
 * text unless `data-noescape` is set: then they stay tags, with highlighted code between them.
 */
export function readRawText(code: StartTag, tokens: readonly HtmlToken[], html: string): RawText {
  const template = tokens.findIndex((token) => token.kind === 'start' && isTemplate(token));
  if (template >= 0) {
    const inside = tokens[template + 1];
    return { text: inside?.kind === 'text' ? inside.text : '', tags: [] };
  }
  const keepsTags = 'data-noescape' in code.attributes;
  const tags: PlacedTag[] = [];
  let text = '';
  for (const token of tokens) {
    const words = html.slice(token.start, token.end);
    if (token.kind === 'text') text += token.text;
    else if (keepsTags) tags.push({ at: text.length, html: words });
    else text += words;
  }
  return { text, tags };
}

const isTemplate = ({ name, attributes }: StartTag): boolean =>
  name === 'script' && attributes['type'] === 'text/template';

/** Whitespace at the start of a line; a space that is written as `&nbsp;` does not count. */
const INDENTATION_RE = /^[^\S\u00A0]*/;

/** Removes the empty lines around the code, and the indentation that all of its lines share. */
export function trimRawText({ text, tags }: RawText): RawText {
  const lines = text.split('\n');
  const indentationOf = (line: string): number => INDENTATION_RE.exec(line)?.[0].length ?? 0;
  const isBlank = (line: string): boolean => indentationOf(line) === line.length;
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return { text: '', tags: tags.map(({ html }) => ({ at: 0, html })) };
  const last = lines.findLastIndex((line) => !isBlank(line));
  const width = lines.reduce(
    (least, line) => (isBlank(line) ? least : Math.min(least, indentationOf(line))),
    Infinity,
  );
  let trimmed = '';
  let at = 0;
  const starts: number[] = [];
  const targets: number[] = [];
  for (const [n, line] of lines.entries()) {
    const isKept = n >= first && n <= last;
    const cut = isKept ? Math.min(width, line.length) : line.length;
    starts.push(at, at + cut);
    targets.push(trimmed.length, trimmed.length);
    if (isKept) trimmed += line.slice(cut) + (n < last ? '\n' : '');
    at += line.length + 1;
  }
  // Converts an offset of the text to one of the trimmed text.
  const moved = (offset: number): number => {
    const n = Math.max(countUpTo(starts, offset) - 1, 0);
    return Math.min((targets[n] ?? 0) + offset - (starts[n] ?? 0), targets[n + 1] ?? trimmed.length);
  };
  return { text: trimmed, tags: tags.map((tag) => ({ ...tag, at: moved(tag.at) })) };
}

/** Puts the tags back into the highlighted text; colours that span a tag are closed and opened again. */
export function writeRawText(coloured: string, tags: readonly PlacedTag[]): string {
  if (tags.length === 0) return coloured;
  const open: string[] = [];
  let next = 0;
  let written = '';
  let at = 0;
  const writeTags = (): void => {
    const first = next;
    while ((tags[next]?.at ?? Infinity) <= at) next++;
    if (next === first) return;
    const here = tags.slice(first, next).map(({ html }) => html);
    written += '</span>'.repeat(open.length) + here.join('') + open.join('');
  };
  for (const token of readHtml(coloured)) {
    if (token.kind === 'start') {
      writeTags();
      open.push(coloured.slice(token.start, token.end));
      written += open.at(-1) ?? '';
    } else if (token.kind === 'end') {
      open.pop();
      written += '</span>';
    } else {
      for (const char of token.text) {
        writeTags();
        written += escapeHtml(char);
        at += char.length;
      }
    }
  }
  return (
    written +
    tags
      .slice(next)
      .map(({ html }) => html)
      .join('')
  );
}
