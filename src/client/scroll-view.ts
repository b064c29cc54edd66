/** The scroll view, in which every step of a deck is as far below the one before it as a key scrolls. */
import type { RevealApi } from 'reveal.js';

/** Whether the deck is a page that is scrolled, as on phones. */
export function isScrollView(deck: RevealApi): boolean {
  return deck.getViewportElement()?.classList.contains('reveal-scroll') ?? false;
}

/**
 * Goes to slides itself when one is asked for by its number, a link or the address: reveal.js stops a bit short of it,
 * and from the middle of the deck on at the slide before (hakimel/reveal.js #3815, #3569). On phones it has even written
 * the first slide into the address before it reads it.
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

/** The numbers of a slide and of its fragment; -1 before the first one. */
type StepPlace = readonly [h: number, v: number, f: number];

/** Scrolls to a step: reveal.js has set a point for each, one page after the other. */
export function scrollToStep(deck: RevealApi, [h, v, f]: StepPlace): void {
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

/** A slide has one step more than it has fragments that come one after the other. */
function countSteps(slide: Element): number {
  const fragments = [...slide.querySelectorAll<HTMLElement>('.fragment')];
  return new Set(fragments.map(({ dataset }) => dataset['fragmentIndex'])).size + 1;
}
