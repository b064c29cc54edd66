/**
 * Layout of slides with images and videos that load late: reveal.js measures slides without them, which puts them too
 * low (hakimel/reveal.js #1127, #3174), and gives a stretched one no height at all. So slides are laid out again.
 */
import type { RevealApi } from 'reveal.js';

const EVENTS = ['load', 'loadedmetadata'];

export function setup(deck: RevealApi): void {
  let isAsked = false;
  const layOut = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      deck.layout();
    });
  };
  for (const event of EVENTS) {
    const isIn = ({ target }: Event): boolean => deck.getSlidesElement()?.contains(target as Node) ?? false;
    document.addEventListener(event, (arrival) => isIn(arrival) && layOut(), true);
  }
  layOut();
}
