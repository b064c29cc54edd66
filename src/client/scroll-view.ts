/** The scroll view, in which a key scrolls from one step of the deck to the next. */
import type { RevealApi } from 'reveal.js';

/** Whether the deck is in the scroll view, as on phones. */
export function isScrollView(deck: RevealApi): boolean {
  return deck.getViewportElement()?.classList.contains('reveal-scroll') ?? false;
}

/**
 * Scrolls to a slide that a number, a link or the hash asks for: reveal.js stops slightly before it, and from the
 * middle of the deck on at the previous slide (hakimel/reveal.js #3815, #3569). On phones it even overwrites the hash
 * with the first slide before reading it.
 */
export function takeOverScrolling(deck: RevealApi): void {
  const { hash } = location;
  deck.on('ready', () => {
    if (isScrollView(deck) && hash && hash !== location.hash) location.replace(hash);
  });
  deck.on('beforeslidechange', (event) => {
    if (!isScrollView(deck)) return;
    event.preventDefault();
    const { indexh, indexv } = event as unknown as { readonly indexh: number; readonly indexv?: number };
    scrollToStep(deck, [indexh, indexv ?? 0, -1]);
  });
}

/** Indexes of a slide and its fragment; -1 before the first fragment. */
type StepPosition = readonly [h: number, v: number, f: number];

/** Scrolls to a step. reveal.js has a snap point for each step, in the order of the pages. */
export function scrollToStep(deck: RevealApi, [h, v, f]: StepPosition): void {
  const points = document.querySelectorAll<HTMLElement>('.scroll-snap-point');
  let step = f + 1;
  for (const slide of deck.getSlidesElement()?.querySelectorAll('[data-index-h]') ?? []) {
    if (slide.matches(`[data-index-h="${h}"][data-index-v="${v}"]`)) {
      const point = points[step];
      return point?.scrollIntoView({ block: point.style.scrollSnapAlign as ScrollLogicalPosition });
    }
    step += countSteps(slide);
  }
}

/** Counts the steps of a slide: one more than it has consecutive fragments. */
function countSteps(slide: Element): number {
  const fragments = [...slide.querySelectorAll<HTMLElement>('.fragment')];
  return new Set(fragments.map(({ dataset }) => dataset['fragmentIndex'])).size + 1;
}
