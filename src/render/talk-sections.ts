/** The sections of a talk: what its table of contents lists, and what its progress counts. */
import { type NumberedSlide, numberShownSlides } from '../shown-slides.ts';
import type { DeckParams, Section, SlideFacts } from '../types.ts';

/** A section of a talk. */
export interface TalkSection {
  readonly title: string;
  /** The address of its first slide, for links in the deck. */
  readonly address: string;
  /** The index of its first slide among the slides that are shown. */
  readonly start: number;
  readonly first: NumberedSlide;
}

/** The slides of a deck that are shown, and the sections that they are in. */
export interface Talk {
  readonly slides: readonly NumberedSlide[];
  readonly sections: readonly TalkSection[];
}

/**
 * Divides a talk. A section begins at each slide with `layout="section"`; in decks without such slides at each stack;
 * and in decks without stacks at each slide with a heading of the first level, except for the first slide.
 */
export function divideTalk(sections: readonly Section[], { options }: DeckParams): Talk {
  const slides = numberShownSlides(sections);
  const base = options['hashOneBasedIndex'] === true ? 1 : 0;
  const starts = RULES.map((begins) => slides.filter(begins)).find((found) => found.length > 0) ?? [];
  return {
    slides,
    sections: starts.map((first) => ({
      title: titleOf(first),
      address: addressOf(first, base),
      start: slides.indexOf(first),
      first,
    })),
  };
}

/** Ways to begin a section; the first one that a deck uses counts. */
const RULES: readonly ((slide: NumberedSlide, index: number) => boolean)[] = [
  ({ slide, section, v }) => hasLayout(slide) || (v === 0 && hasLayout(section.facts.own)),
  ({ section, v }) => v === 0 && section.facts.children.length > 0,
  ({ slide }, index) => index > 0 && slide.headingLevel === 1,
];

const hasLayout = ({ tag }: SlideFacts): boolean => tag.attributes['data-layout'] === 'section';

/** The heading of the first slide, or else of a stack. */
function titleOf({ slide, section, number }: NumberedSlide): string {
  const { own, children } = section.facts;
  const headings = [slide, own, ...children].map(({ heading }) => heading);
  return headings.find((heading) => heading !== '') ?? number;
}

function addressOf({ slide, h, v }: NumberedSlide, base: number): string {
  const { id } = slide.tag.attributes;
  if (id) return `#/${encodeURIComponent(id)}`;
  return v === 0 ? `#/${h + base}` : `#/${h + base}/${v + base}`;
}
