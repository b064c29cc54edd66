/** HTML comments, by the rules of browsers: an unclosed one reaches to the end, and there are none in scripts. */
import { type HtmlToken, readHtml } from '../html.ts';

/** Replaces each comment in HTML. */
export function replaceComments(html: string, replace: (comment: string) => string): string {
  if (!html.includes('<!--')) return html;
  const write = ({ kind, start, end }: HtmlToken): string => {
    const words = html.slice(start, end);
    return kind === 'comment' && words.startsWith('<!--') ? replace(words) : words;
  };
  return readHtml(html).map(write).join('');
}

export const withoutComments = (html: string): string => replaceComments(html, () => '');

/** Whether a comment is open at the end of HTML. */
export function leavesCommentOpen(html: string): boolean {
  if (!html.includes('<!--')) return false;
  const last = readHtml(html).at(-1);
  if (last?.kind !== 'comment') return false;
  const words = html.slice(last.start, last.end);
  return words.startsWith('<!--') && !/--!?>$/.test(words);
}
