/** What tags mean on slides: the one definition each of speaker notes, of a hidden slide and of a break in raw HTML. */
import { findEnd, readHtml, type StartTag } from './html.ts';

/** The classes of an element. */
export function readClasses({ attributes }: StartTag): readonly string[] {
  return attributes['class']?.match(/\S+/g) ?? [];
}

/** Whether the element holds words for the speaker: `<aside class="notes">`, whatever else it carries. */
export function isNotes(tag: StartTag): boolean {
  return tag.name === 'aside' && readClasses(tag).includes('notes');
}

/** Whether it opens a slide that reveal.js takes out of the deck. */
export function isHiddenSlide({ name, attributes }: Pick<StartTag, 'name' | 'attributes'>): boolean {
  return name === 'section' && attributes['data-visibility'] === 'hidden';
}

/** HTML without its speaker notes; notes that are never closed reach to its end, as in browsers. */
export function withoutNotes(html: string): string {
  if (!/notes/i.test(html)) return html;
  const tokens = readHtml(html);
  let written = '';
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    if (token.start < at || token.kind !== 'start' || !isNotes(token)) continue;
    written += html.slice(at, token.start);
    at = tokens[findEnd(tokens, n) ?? tokens.length]?.end ?? html.length;
  }
  return written + html.slice(at);
}

/** The tags at which the reveal-hugo theme splits content; any other spelling is a rule on its slide. */
const RAW_BREAKS: readonly string[] = ['<hr>', '<hr />'];

/** Whether a tag, as it is written in `html`, separates two slides. */
export function isRawBreak({ start, end }: Pick<StartTag, 'start' | 'end'>, html: string): boolean {
  return RAW_BREAKS.includes(html.slice(start, end));
}

/** The length of the slide break that HTML begins with, and of the whitespace before it; 0 where it begins with none. */
export function leadingRawBreak(html: string): number {
  const start = html.length - html.trimStart().length;
  const found = RAW_BREAKS.find((tag) => html.startsWith(tag, start));
  return found === undefined ? 0 : start + found.length;
}
