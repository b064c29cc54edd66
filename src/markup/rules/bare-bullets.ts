/** Items of lists that are nothing but a fragment: their bullet is there before the text. */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../../escape-html.ts';
import { findEnds, readHtml } from '../../html.ts';
import { isHiddenFragment } from '../../slide-html.ts';
import { type Environment, getEnvironment } from '../environment.ts';

export function bareBullets(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'bare_bullets', ({ tokens, env }) => {
    for (const [n, item] of tokens.entries()) {
      if (item.type !== 'list_item_open') continue;
      const environment = getEnvironment(env);
      const html = onlyText(tokens, n, environment);
      if (html === undefined || !isOneFragment(html)) continue;
      if (item.map) environment.lines = item.map;
      environment.report(item.info + item.markup, {
        code: 'fragment-bare-bullet',
        severity: 'warning',
        message: 'this item is nothing but its fragment, so its bullet is there before the text',
        hint: 'Write the list in HTML, with <li class="fragment">…</li>, so that the bullet appears with the text.',
      });
    }
  });
}

/** The HTML of an item that is one paragraph, or a shortcode alone; `undefined` for others. */
function onlyText(tokens: readonly Token[], n: number, { placeholders }: Environment): string | undefined {
  const [item, first, second, third] = tokens.slice(n, n + 4);
  if (first?.type === 'shortcode' && second?.type === 'list_item_close')
    return placeholders.preview(first.content);
  const isParagraph = first?.type === 'paragraph_open' && third?.type === 'paragraph_close';
  const end = tokens[n + 4];
  if (!item || !isParagraph || end?.type !== 'list_item_close' || end.level !== item.level) return undefined;
  const [start] = second?.children ?? [];
  if (start?.type !== 'html_inline' && !placeholders.startsText(start?.content ?? '')) return undefined;
  return placeholders.preview((second?.children ?? []).map(htmlOf).join(''));
}

const htmlOf = ({ type, content }: Token): string => (type === 'html_inline' ? content : escapeHtml(content));

/** Whether HTML is a single element that appears in a step of its own. */
function isOneFragment(html: string): boolean {
  const text = html.trim();
  if (!text.includes('fragment')) return false;
  const tokens = readHtml(text);
  const [first] = tokens;
  const end = tokens[findEnds(tokens)[0] ?? Infinity]?.end;
  return first?.kind === 'start' && end === text.length && isHiddenFragment(first);
}
