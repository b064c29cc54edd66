/** Counts the slides of decks. */
import type { RenderedDeck, SlideFacts } from '../types.ts';

/** The number of decks, of the slides in them, and of slides with speaker notes. */
export interface SlideCounts {
  readonly decks: number;
  readonly slides: number;
  readonly notes: number;
}

/** Counts the slides of some decks: in a stack, each of its slides counts. */
export function countSlides(decks: readonly RenderedDeck[]): SlideCounts {
  let [slides, notes] = [0, 0];
  for (const { sections } of decks)
    for (const { facts } of sections)
      for (const slide of facts.children.length > 0 ? facts.children : [facts.own]) {
        slides++;
        if (hasNotes(slide)) notes++;
      }
  return { decks: decks.length, slides, notes };
}

/** Whether a slide has a notes element, or reveal.js's attribute for notes. */
const hasNotes = ({ notes, tag }: SlideFacts): boolean => notes.length > 0 || 'data-notes' in tag.attributes;
