/** Finds the visible slides of a deck: reveal.js removes hidden ones when it starts. */
import type { Section, SectionFacts, SlideFacts } from '../types.ts';

/** The index of the first visible section; -1 if there is none. */
export function firstVisibleIndex(sections: readonly Section[]): number {
  return sections.findIndex(({ facts }) => !facts.own.isHidden);
}

/** The visible slides of a section: those of a stack, or else the section itself. */
export function shownSlides({ own, children }: SectionFacts): readonly [SlideFacts, ...SlideFacts[]] {
  const [first, ...others] = children.filter(({ isHidden }) => !isHidden);
  return first ? [first, ...others] : [own];
}
