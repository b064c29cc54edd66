/** Titles that are still long at the smallest size that their layout gives them. */
import type { SlideTools } from './slide-tools.ts';
import type { InstantRule, Measure } from './types.ts';

declare const deckCheck: SlideTools;

export const titleLong: InstantRule<'title-long'> = {
  kind: 'page',
  code: 'title-long',
  when: 'slide',
  isOncePerSlide: true,
  measure,
  report: ({ values: { lines = 0 } }) => ({
    message: `the title takes ${lines} lines, although it is as small as its layout sets a title`,
    hint: 'Shorten it, or put a part of it into a paragraph below.',
  }),
};

function measure(): readonly Measure[] {
  const slide = deckCheck.slide();
  const { layout = '' } = slide.dataset;
  // In these layouts, other words have the size of a title.
  if (layout === '' || layout === 'quote' || layout === 'big-number') return [];
  const title = slide.querySelector(`:scope > :is(h1, h2, h3${layout === 'statement' ? ', p' : ''})`);
  if (!title) return [];
  // The limits of --deck-title-factor in look/layouts.css: from here on, the size stays the same.
  const style = getComputedStyle(slide);
  const letters = Number(slide.style.getPropertyValue('--deck-letters'));
  const fitting = Number(style.getPropertyValue('--deck-title-letters')) || 22;
  if (letters < fitting + 34) return [];
  const lines = Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight));
  return lines > 3 ? [{ place: deckCheck.place(deckCheck.unit(title)), detail: '', values: { lines } }] : [];
}
