/** `> [!NOTE] title`: blockquotes that a template of the author may show as boxes. Without one they are blockquotes. */
import type { BlockquoteHook } from '../types.ts';

const ALERT_RE = /^<p>\[!([A-Za-z]+)\]([-+])?[^\S\r\n]?([^\n]*)\n?/;
const LINE_END_RE = /(?:<br(?: \/)?>|<\/p>)$/;

/** Reads the first line of a blockquote that is HTML already. */
export function readAlert(html: string): Omit<BlockquoteHook, 'Ordinal' | 'Position' | 'Attributes'> {
  const [first, type = '', sign = '', line = ''] = ALERT_RE.exec(html) ?? [];
  if (first === undefined)
    return { Type: 'regular', Text: html, AlertType: '', AlertTitle: '', AlertSign: '' };
  const rest = html.slice(first.length);
  return {
    Type: 'alert',
    // The first line may be a paragraph of its own, or the first of one.
    Text: line.endsWith('</p>') ? rest : `<p>${rest}`,
    AlertType: type.toLowerCase(),
    AlertTitle: line.replace(LINE_END_RE, '').trim(),
    AlertSign: sign,
  };
}
