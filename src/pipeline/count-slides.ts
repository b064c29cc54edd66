/** How much there is to see in some decks. */
import type { RenderedDeck, SlideFacts } from '../types.ts';

/** Counts of decks, of the slides in them, and of those with words for the speaker. */
export interface SlideCounts {
  readonly decks: number;
  readonly slides: number;
  readonly notes: number;
}

/** Counts them. A stack is as many slides as it has. */
export function countSlides(decks: readonly RenderedDeck[]): SlideCounts {
  const slides = decks
    .flatMap(({ sections }) => sections)
    .flatMap(({ facts: { own, children } }) => (children.length > 0 ? children : [own]));
  return { decks: decks.length, slides: slides.length, notes: slides.filter(hasNotes).length };
}

/** An element of the notes, or an attribute that reveal.js takes for them. */
const hasNotes = ({ notes, tag }: SlideFacts): boolean => notes.length > 0 || 'data-notes' in tag.attributes;
