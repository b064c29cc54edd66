/** Which slides of a deck are shown: reveal.js takes hidden ones out before it starts. */
import type { Section, SectionFacts, SlideFacts } from '../types.ts';

/** The number of the section that is shown first; -1 where none is. */
export function firstVisibleIndex(sections: readonly Section[]): number {
  return sections.findIndex(({ facts }) => !facts.own.isHidden);
}

/** The slides of a section that is shown: those of a stack, else itself. The first one is seen first. */
export function shownSlides({ own, children }: SectionFacts): readonly [SlideFacts, ...SlideFacts[]] {
  const [first, ...others] = children.filter(({ isHidden }) => !isHidden);
  return first ? [first, ...others] : [own];
}
