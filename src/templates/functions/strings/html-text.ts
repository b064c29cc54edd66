/** Converts HTML to text, and text to HTML. */
import { decodeHTML } from 'entities';
import { type HtmlToken, readHtml } from '../../../html.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&#34;',
};

/** Escapes a text as HTML, with Go's entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[<>&'"]/g, (char) => ESCAPES[char] ?? char);
}

/** Decodes entities. */
export function unescapeHtml(text: string): string {
  return decodeHTML(text);
}

/**
 * Removes the tags of HTML. A paragraph and `<br>` end a line, other blocks separate words, and whitespace is
 * collapsed; entities stay. Source: `plainify` of Hugo 0.169.
 */
export function stripHtml(html: string): string {
  return html.includes('<') ? wordsOf(html.replaceAll('\n', ' ')).replace(/(\s)\s+/g, '$1') : html;
}

/** Elements whose text is not shown. */
const SILENT: readonly string[] = ['script', 'style'];

/** Elements that separate the words around them. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

function wordsOf(html: string): string {
  const tokens = readHtml(html);
  let written = '';
  let isApart = false;
  for (const [n, token] of tokens.entries()) {
    const words = isLineEnd(token) ? '\n' : textOf(token, tokens[n - 1], html);
    if ('name' in token && BLOCKS.has(token.name)) isApart = true;
    if (words === '') continue;
    written += isApart && /\S$/.test(written) && /^\S/.test(words) ? ` ${words}` : words;
    isApart = false;
  }
  return written;
}

const isLineEnd = (token: HtmlToken): boolean =>
  (token.kind === 'start' && token.name === 'br') || (token.kind === 'end' && token.name === 'p');

/** Reads the text of a token. Unlike browsers, Hugo removes tags in a title or a textarea, too. */
function textOf({ kind, start, end }: HtmlToken, before: HtmlToken | undefined, html: string): string {
  if (kind !== 'text') return '';
  const words = html.slice(start, end);
  if (before?.kind !== 'start') return words;
  return SILENT.includes(before.name) ? '' : wordsOf(words);
}
