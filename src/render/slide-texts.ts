/** Reads the texts of slides with their indices in addresses. */
import type { Section } from '../types.ts';
import { numberShownSlides } from '../shown-slides.ts';

/** The text of one slide. */
export interface SlideText {
  /** The indices in `#/h/v`, counted from 0 without hidden slides, which reveal.js removes. */
  readonly h: number;
  readonly v: number;
  /** The text of the first heading; empty if there is none. */
  readonly heading: string;
  /** All other text, without speaker notes. */
  readonly text: string;
}

/** The texts of all visible slides; `sections` are the top-level sections. */
export function readSlideTexts(sections: readonly Section[]): readonly SlideText[] {
  return numberShownSlides(sections).map(({ h, v, slide: { heading, text } }) => ({ h, v, heading, text }));
}
