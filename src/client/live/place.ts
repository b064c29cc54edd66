/** The place where the author is: a slide and a step of it, by their elements and not by their numbers. */
import type { RevealApi } from 'reveal.js';
import { itemOf } from './morph.ts';

/** A slide that is gone. */
interface LostPlace {
  readonly names: readonly string[];
  /** Where the author is instead. */
  readonly stayed: HTMLElement;
}

/** By decks: a slide may be gone because its file is only half written, or because a mistake is undone in a moment. */
const lostPlaces = new WeakMap<RevealApi, LostPlace>();

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
  const lost = lostPlaces.get(deck);
  // Who has gone on since then does not want to be taken back.
  const isLost = current !== undefined && lost?.stayed === current;
  const wanted = isLost ? lost.names : current ? itemOf(current).names : [];
  return (after) => {
    const named = after.find((slide) => !before.includes(slide) && isNamed(slide, wanted));
    const slide = isLost && named ? named : nearest(current, { before, after, named });
    if (!slide) return;
    const isThere = slide === named || (slide === current && !isLost);
    if (isThere) lostPlaces.delete(deck);
    else lostPlaces.set(deck, { names: wanted, stayed: slide });
    // Without steps, a number would be taken for one.
    const hasSteps = slide.querySelector('.fragment') !== null;
    const step = hasSteps ? (slide === current ? stepOf(slide, steps, f) : -1) : undefined;
    const isStill = isSame(before, after) && slide === current && slide.querySelector(PLAYED) === null;
    // Showing a slide makes reveal.js look at all others; one that was shown all the time only counts its steps anew.
    if (isStill) {
      if (step !== undefined) deck.navigateFragment(step);
      return;
    }
    const { h, v } = deck.getIndices(slide);
    deck.slide(h, v, step);
  };
}

/** What begins when its slide is shown. */
const PLAYED = 'audio, video, iframe, object, embed';

/** Whether the slides are the same elements, in the same order. */
export function isSame(before: readonly Element[], after: readonly Element[]): boolean {
  return before.length === after.length && before.every((slide, n) => slide === after[n]);
}

/** Whether a slide has one of these names. */
export function isNamed(slide: Element, names: readonly string[]): boolean {
  return itemOf(slide).names.some((name, n) => name !== '' && name === names[n]);
}

interface Slides {
  readonly before: readonly HTMLElement[];
  readonly after: readonly HTMLElement[];
  /** A new one of the same name. */
  readonly named: HTMLElement | undefined;
}

/** The slide itself; where it is gone, one of its name, the next one that is left, or else the last one before it. */
function nearest(
  current: HTMLElement | undefined,
  { before, after, named }: Slides,
): HTMLElement | undefined {
  const isLeft = (slide: HTMLElement): boolean => after.includes(slide);
  if (!current || isLeft(current)) return current ?? after[0];
  const place = before.indexOf(current);
  return (
    named ??
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
