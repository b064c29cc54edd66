/** Keeps the position of the author: a slide and a fragment, identified by elements instead of numbers. */
import type { RevealApi } from 'reveal.js';
import { createItem } from './morph.ts';

/** The position of a slide that was removed. */
interface LostPosition {
  readonly names: readonly string[];
  /** The slide that is shown instead. */
  readonly fallbackSlide: HTMLElement;
}

/** By deck: a removed slide may come back, when its file is complete or a mistake is undone. */
const lostPositions = new WeakMap<RevealApi, LostPosition>();

/**
 * Saves the position before the slides are changed.
 * @returns a function that restores it among the new slides
 */
export function keepPosition(
  deck: RevealApi,
  before: readonly HTMLElement[],
): (after: readonly HTMLElement[]) => void {
  const current = deck.getCurrentSlide();
  const { f } = deck.getIndices();
  const steps = [...(current?.querySelectorAll('.fragment.current-fragment') ?? [])];
  const lost = lostPositions.get(deck);
  // If the author has navigated since then, the new position counts.
  const isLost = current !== undefined && lost?.fallbackSlide === current;
  const wanted = isLost ? lost.names : current ? createItem(current).names : [];
  return (after) => {
    const named = after.find((slide) => !before.includes(slide) && isNamed(slide, wanted));
    const slide = isLost && named ? named : nearest(current, { before, after, named });
    if (!slide) return;
    const isThere = slide === named || (slide === current && !isLost);
    if (isThere) lostPositions.delete(deck);
    else lostPositions.set(deck, { names: wanted, fallbackSlide: slide });
    // On a slide without fragments, reveal.js would misread an index.
    const hasSteps = slide.querySelector('.fragment') !== null;
    const step = hasSteps ? (slide === current ? readStep(slide, steps, f) : -1) : undefined;
    const isStill =
      isSame(before, after) && slide === current && slide.querySelector(STARTS_WHEN_SHOWN) === null;
    // `slide` makes reveal.js update all slides; for one that stayed visible, updating its fragments is enough.
    if (isStill) {
      if (step !== undefined) deck.navigateFragment(step);
      return;
    }
    const { h, v } = deck.getIndices(slide);
    deck.slide(h, v, step);
  };
}

/** Elements that start when their slide is shown. */
const STARTS_WHEN_SHOWN = 'audio, video, iframe, object, embed';

/** Whether two lists have the same elements in the same order. */
export function isSame(before: readonly Element[], after: readonly Element[]): boolean {
  return before.length === after.length && before.every((slide, n) => slide === after[n]);
}

/** Whether a slide has one of some names. */
export function isNamed(slide: Element, names: readonly string[]): boolean {
  return createItem(slide).names.some((name, n) => name !== '' && name === names[n]);
}

interface Slides {
  readonly before: readonly HTMLElement[];
  readonly after: readonly HTMLElement[];
  /** A new slide with the same name. */
  readonly named: HTMLElement | undefined;
}

/** Finds the slide itself; if it was removed, one with its name, the next remaining one, or the last one before. */
function nearest(
  current: HTMLElement | undefined,
  { before, after, named }: Slides,
): HTMLElement | undefined {
  const isLeft = (slide: HTMLElement): boolean => after.includes(slide);
  if (!current || isLeft(current)) return current ?? after[0];
  const index = before.indexOf(current);
  return (
    named ??
    before.slice(index + 1).find(isLeft) ??
    before.slice(0, Math.max(index, 0)).findLast(isLeft) ??
    after[0]
  );
}

/** Reads the index of the current fragment, in the current numbering. */
function readStep(slide: Element, steps: readonly Element[], before: number): number {
  const numbers = steps
    .filter((step) => slide.contains(step))
    .map((step) => Number(step.getAttribute('data-fragment-index')));
  if (numbers.length > 0) return Math.max(...numbers);
  const counted = [...slide.querySelectorAll('.fragment')].map((step) =>
    Number(step.getAttribute('data-fragment-index')),
  );
  return Math.min(before, Math.max(...counted));
}
