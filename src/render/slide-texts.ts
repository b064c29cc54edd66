/** What the slides of a deck say, each with the place by which an address leads to it. */
import type { Section } from '../types.ts';
import { shownSlides } from './shown-slides.ts';

/** The words of one slide. */
export interface SlideText {
  /** As in `#/h/v`, counted from 0: hidden slides do not count, because reveal.js takes them out. */
  readonly h: number;
  readonly v: number;
  /** Of its first heading; empty where there is none. */
  readonly heading: string;
  /** All other words, notes of the speaker excepted. */
  readonly text: string;
}

/** The words of slides; `sections` are those at the top. */
export function readSlideTexts(sections: readonly Section[]): readonly SlideText[] {
  return sections
    .filter(({ facts }) => !facts.own.isHidden)
    .flatMap(({ facts }, h) => shownSlides(facts).map(({ heading, text }, v) => ({ h, v, heading, text })));
}
