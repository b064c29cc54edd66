/** HTML as text, and text as HTML. */
import { decodeHTML } from 'entities';
import { stripTags } from '../gotemplate/escape/html-values.ts';

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

/** What Hugo takes for the end of a line, to the letter. */
const LINE_ENDS = ['</p>', '<br>', '<br />'];

/** What HTML says without its tags. A paragraph ends a line, as `<br>` does, and spaces become one; entities stay. */
export function stripHtml(html: string): string {
  if (!/[<>]/.test(html)) return html;
  const lines = LINE_ENDS.reduce((text, tag) => text.replaceAll(tag, '\n'), html.replaceAll('\n', ' '));
  return stripTags(lines).replace(/(\s)\s+/g, '$1');
}
