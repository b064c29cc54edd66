/** The number of any slide, as reveal.js shows it on the screen. */
import type { RevealApi } from 'reveal.js';

/** Formats the number of a slide as HTML, as the deck's options ask for. */
export function formatNumber(deck: RevealApi, slide: HTMLElement): string {
  const { slideNumber } = deck.getConfig();
  // Scripts may set a function.
  const parts = typeof slideNumber === 'function' ? slideNumber(slide) : countParts(deck, slide);
  const [number, delimiter, last] = typeof parts === 'string' ? [parts] : parts;
  const span = (name: string, text: unknown): string =>
    `<span class="slide-number-${name}">${String(text)}</span>`;
  return typeof last === 'number' && !Number.isNaN(last)
    ? span('a', number) + span('delimiter', delimiter) + span('b', last)
    : span('a', number);
}

type Parts = readonly (string | number)[];

function countParts(deck: RevealApi, slide: HTMLElement): Parts {
  const { slideNumber } = deck.getConfig();
  const asked = typeof slideNumber === 'string' ? slideNumber : 'h.v';
  // With a single stack, the first number would never change.
  const format = asked.includes('c') || deck.getHorizontalSlides().length > 1 ? asked : 'c';
  const one = slide.dataset['visibility'] === 'uncounted' ? 0 : 1;
  if (format === 'c') return [deck.getSlidePastCount(slide) + one];
  if (format === 'c/t') return [deck.getSlidePastCount(slide) + one, '/', deck.getTotalSlides()];
  const { h, v } = deck.getIndices(slide);
  if (!deck.isVerticalSlide(slide)) return [h + one];
  return [h + one, format === 'h/v' ? '/' : '.', v + 1];
}
