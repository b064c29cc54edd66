/** The place where the author is: a slide and a step of it, by their elements and not by their numbers. */
import type { RevealApi } from 'reveal.js';
import { itemOf } from './morph.ts';

/**
 * Remembers the place, before the slides are changed.
 * @returns a way back to it, for the slides as they are then
 */
export function keepPlace(
  deck: RevealApi,
  before: readonly HTMLElement[],
): (after: readonly HTMLElement[]) => void {
  const current = deck.getCurrentSlide();
  const { f } = deck.getIndices();
  const steps = [...(current?.querySelectorAll('.fragment.current-fragment') ?? [])];
  return (after) => {
    const slide = nearest(current, before, after);
    if (!slide) return;
    const { h, v } = deck.getIndices(slide);
    // Without steps, a number would be taken for one.
    const hasSteps = slide.querySelector('.fragment') !== null;
    deck.slide(h, v, hasSteps ? (slide === current ? stepOf(slide, steps, f) : -1) : undefined);
  };
}

/** The slide itself; where it is gone, one of its name, the next one that is left, or else the last one before it. */
function nearest(
  current: HTMLElement | undefined,
  before: readonly HTMLElement[],
  after: readonly HTMLElement[],
): HTMLElement | undefined {
  const isLeft = (slide: HTMLElement): boolean => after.includes(slide);
  if (!current || isLeft(current)) return current ?? after[0];
  const { names } = itemOf(current);
  const isNamed = (slide: HTMLElement): boolean =>
    !before.includes(slide) && itemOf(slide).names.some((name, n) => name !== '' && name === names[n]);
  const place = before.indexOf(current);
  return (
    after.find(isNamed) ??
    before.slice(place + 1).find(isLeft) ??
    before.slice(0, Math.max(place, 0)).findLast(isLeft) ??
    after[0]
  );
}

/** The number of the step that is shown, as steps are counted now. */
function stepOf(slide: Element, steps: readonly Element[], before: number): number {
  const numbers = steps
    .filter((step) => slide.contains(step))
    .map((step) => Number(step.getAttribute('data-fragment-index')));
  if (numbers.length > 0) return Math.max(...numbers);
  const counted = [...slide.querySelectorAll('.fragment')].map((step) =>
    Number(step.getAttribute('data-fragment-index')),
  );
  return Math.min(before, Math.max(...counted));
}
