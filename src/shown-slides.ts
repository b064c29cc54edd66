/** Finds and numbers the visible slides of a deck: reveal.js removes hidden ones when it starts. */
import type { Section, SectionFacts, SlideFacts } from './types.ts';

/** Whether a section stays in the deck. As reveal.js does it, a stack goes with its slides if all of them are hidden. */
export function isShownSection({ own, children }: SectionFacts): boolean {
  if (own.isHidden) return false;
  const isEmpty = own.heading === '' && own.text === '';
  return children.length === 0 || !isEmpty || children.some(({ isHidden }) => !isHidden);
}

/** The index of the first visible section; -1 if there is none. */
export function firstVisibleIndex(sections: readonly Section[]): number {
  return sections.findIndex(({ facts }) => isShownSection(facts));
}

/** The visible slides of a section: those of a stack, or else the section itself. */
export function shownSlides({ own, children }: SectionFacts): readonly [SlideFacts, ...SlideFacts[]] {
  const [first, ...others] = children.filter(({ isHidden }) => !isHidden);
  return first ? [first, ...others] : [own];
}

/** A slide as reveal.js counts it. */
export interface NumberedSlide {
  /** The indices in `#/h/v`, counted from 0. */
  readonly h: number;
  readonly v: number;
  /** As readers count: `3`, or `3.2` in a stack. */
  readonly number: string;
  readonly slide: SlideFacts;
  readonly section: Section;
}

/** Numbers the visible slides, in the order of presentation; `sections` are the top-level sections. */
export function numberShownSlides(sections: readonly Section[]): readonly NumberedSlide[] {
  return sections
    .filter(({ facts }) => isShownSection(facts))
    .flatMap((section, h) =>
      shownSlides(section.facts).map((slide, v) => {
        const number = slide === section.facts.own ? `${h + 1}` : `${h + 1}.${v + 1}`;
        return { h, v, number, slide, section };
      }),
    );
}
