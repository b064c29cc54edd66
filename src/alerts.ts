/** Alerts, `> [!NOTE] title`: blockquotes that a render hook may show as boxes. Without one they stay blockquotes. */
import type { BlockquoteHook } from './types.ts';

/** The tags of a paragraph and of line ends, as Markdown writes them. */
const OPEN = '<p>';
const CLOSE = '</p>';
const LINE_ENDS = ['<br>', '<br />', CLOSE];

const ALERT_RE = /^\[!([A-Za-z]+)\]([-+])?[^\S\r\n]?([^\n]*)\n?/;

/** Reads a blockquote that is already HTML; its first line says whether it is an alert. */
export function readAlert(html: string): Omit<BlockquoteHook, 'Ordinal' | 'Position' | 'Attributes'> {
  const words = html.startsWith(OPEN) ? html.slice(OPEN.length) : '';
  const [first, type = '', sign = '', line = ''] = ALERT_RE.exec(words) ?? [];
  if (first === undefined)
    return { Type: 'regular', Text: html, AlertType: '', AlertTitle: '', AlertSign: '' };
  const rest = words.slice(first.length);
  const lineEnd = LINE_ENDS.find((end) => line.endsWith(end)) ?? '';
  return {
    Type: 'alert',
    // The first line may be a paragraph of its own, or the first of one.
    Text: lineEnd === CLOSE ? rest : OPEN + rest,
    AlertType: type.toLowerCase(),
    AlertTitle: line.slice(0, line.length - lineEnd.length).trim(),
    AlertSign: sign,
  };
}
