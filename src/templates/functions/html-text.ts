/** HTML as text, and text as HTML. */
import { decodeHTML } from 'entities';

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&#34;',
};

/** A text as HTML, with the entities that Go writes. */
export function escapeHtml(text: string): string {
  return text.replace(/[<>&'"]/g, (char) => ESCAPES[char] ?? char);
}

/** The characters that entities stand for. */
export function unescapeHtml(text: string): string {
  return decodeHTML(text);
}

/** Comments, and tags with what stands in quotes in them. */
const TAG_RE = /<!--[\s\S]*?(?:-->|$)|<[/!?]?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*(?:>|$)/gi;

/** What HTML says without its tags. A paragraph ends a line, as `<br>` does, and spaces become one; entities stay. */
export function stripHtml(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const text = html
    .replaceAll('\n', ' ')
    .replace(/<\/p>|<br>|<br \/>/g, '\n')
    .replace(TAG_RE, '');
  return text.replace(/(\s)\s+/g, '$1');
}
