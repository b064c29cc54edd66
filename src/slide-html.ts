/** Defines what speaker notes, hidden slides and breaks in raw HTML are, for all of deckwright. */
import { findEnds, readHtml, type StartTag } from './html.ts';

/** The classes of an element. */
export function readClasses({ attributes }: StartTag): readonly string[] {
  return attributes['class']?.match(/\S+/g) ?? [];
}

/** Fragments with these classes are visible before their step. */
const VISIBLE_RE = /^(?:highlight-.*|fade-out|semi-fade-out|grow|shrink|strike|custom)$/;

/** Whether an element is a fragment that appears in its step. */
export function isHiddenFragment(tag: StartTag): boolean {
  const classes = readClasses(tag);
  return classes.includes('fragment') && !classes.some((name) => VISIBLE_RE.test(name));
}

/** Whether an element contains speaker notes: `<aside class="notes">`, whatever its other classes and attributes. */
export function isNotes(tag: StartTag): boolean {
  return tag.name === 'aside' && readClasses(tag).includes('notes');
}

/** Whether a tag opens a slide that reveal.js removes from the deck. */
export function isHiddenSlide({ name, attributes }: Pick<StartTag, 'name' | 'attributes'>): boolean {
  return name === 'section' && attributes['data-visibility'] === 'hidden';
}

/** Removes speaker notes from HTML. Unclosed notes reach to its end, as in browsers. */
export function withoutNotes(html: string): string {
  if (!/notes/i.test(html)) return html;
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  let written = '';
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    if (token.start < at || token.kind !== 'start' || !isNotes(token)) continue;
    written += html.slice(at, token.start);
    at = tokens[ends[n] ?? tokens.length]?.end ?? html.length;
  }
  return written + html.slice(at);
}

/** The tags at which the reveal-hugo theme splits content; any other spelling is a horizontal line on its slide. */
const RAW_BREAKS: readonly string[] = ['<hr>', '<hr />'];

/** Whether a tag, as it is written in `html`, separates two slides. */
export function isRawBreak({ start, end }: Pick<StartTag, 'start' | 'end'>, html: string): boolean {
  return RAW_BREAKS.includes(html.slice(start, end));
}

/** The length of the slide break at the start of HTML, including the whitespace before it; 0 if there is none. */
export function leadingRawBreak(html: string): number {
  const start = html.length - html.trimStart().length;
  const found = RAW_BREAKS.find((tag) => html.startsWith(tag, start));
  return found === undefined ? 0 : start + found.length;
}

/** What a table of contents contains until the sections of the whole deck are known. */
export const TOC_MARK = '<!-- deckwright: contents -->';
