/** Images that the page puts off: loaded before their slide is shown, and all of them to be printed or to be surveyed. */
import type { RevealApi } from 'reveal.js';

/** After any of these, other slides are near. */
const EVENTS = ['ready', 'slidechanged', 'sync', 'slidesync'];

/** Loads the images of the slides that come next. */
export function loadImagesAhead(deck: RevealApi): void {
  const loadNear = (): void => {
    for (const slide of nearSlides(deck)) startLoading(slide, 'img[loading=lazy]');
  };
  for (const event of EVENTS) deck.on(event, loadNear);
  deck.on('overviewshown', () => startLoading(document, 'img[loading=lazy]'));
  window.addEventListener('beforeprint', () => startLoading(document, ALL));
  freePlaces();
}

/** Loads the images of all slides, and waits for them. One that can't be loaded is no reason to wait. */
export async function loadAllImages(): Promise<void> {
  startLoading(document, ALL);
  await Promise.allSettled([...document.images].map((image) => image.decode()));
}

const ALL = 'img[loading=lazy], iframe[loading=lazy]';

function startLoading(place: ParentNode, selector: string): void {
  for (const element of place.querySelectorAll(selector)) element.setAttribute('loading', 'eager');
}

/** The slide that is shown, and the two that come next in each direction that leads on. */
function nearSlides(deck: RevealApi): readonly Element[] {
  const { h } = deck.getIndices();
  const slides = deck.getSlides();
  const place = slides.indexOf(deck.getCurrentSlide());
  const beside = [h + 1, h + 2].map((n) => deck.getSlide(n, 0));
  return [...slides.slice(Math.max(place, 0), place + 3), ...beside].filter(
    (slide) => slide instanceof Element,
  );
}

/** Set on an image by the page: the place that is held for it until it is there. */
const HELD = 'img[style*="contain-intrinsic-size"]';

/** An image that is there, or will never be, needs no place held for it, and is laid out as any other. */
function freePlaces(): void {
  const free = (target: EventTarget | null): void => {
    if (target instanceof HTMLImageElement && target.matches(HELD)) target.style.contain = 'none';
  };
  for (const image of document.images) if (image.complete) free(image);
  for (const event of ['load', 'error']) document.addEventListener(event, ({ target }) => free(target), true);
}
