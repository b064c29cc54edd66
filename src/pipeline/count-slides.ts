/** How much there is to see in some decks. */
import type { RenderedDeck, Slide } from '../types.ts';

/** Counts of decks, of the slides in them, and of those with words for the speaker. */
export interface SlideCounts {
  readonly decks: number;
  readonly slides: number;
  readonly notes: number;
}

/** Counts them. A stack is as many slides as stand in it. */
export function countSlides(decks: readonly RenderedDeck[]): SlideCounts {
  const shown = decks
    .flatMap(({ slides }) => slides)
    .flatMap((slide) => (slide.slides.length > 0 ? slide.slides : [slide]));
  return { decks: decks.length, slides: shown.length, notes: shown.filter(hasNotes).length };
}

/** An element of the notes, or an attribute that reveal.js takes for them. */
function hasNotes({ html, attributes, slides }: Slide): boolean {
  return html.includes('<aside class="notes') || 'data-notes' in attributes || slides.some(hasNotes);
}
