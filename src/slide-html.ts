/** What tags mean on slides: the one definition each of speaker notes, of a hidden slide and of a break in raw HTML. */
import type { StartTag } from './html.ts';

/** The classes of an element. */
export function readClasses({ attributes }: StartTag): readonly string[] {
  return attributes['class']?.match(/\S+/g) ?? [];
}

/** Whether the element holds words for the speaker: `<aside class="notes">`, whatever else it carries. */
export function isNotes(tag: StartTag): boolean {
  return tag.name === 'aside' && readClasses(tag).includes('notes');
}

/** Whether it opens a slide that reveal.js takes out of the deck. */
export function isHiddenSlide({ name, attributes }: StartTag): boolean {
  return name === 'section' && attributes['data-visibility'] === 'hidden';
}

/** Whether it parts two slides, as the reveal-hugo theme splits content: an `<hr>` without attributes. */
export function isRawBreak({ name, attributes }: StartTag): boolean {
  return name === 'hr' && Object.keys(attributes).length === 0;
}
