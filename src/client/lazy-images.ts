/** Lazy images: loaded before their slide is shown, and all of them for printing and for the overview. */
import type { RevealApi } from 'reveal.js';

/** Events after which other slides are near. */
const EVENTS = ['ready', 'slidechanged', 'sync', 'slidesync'];

/** Loads the images of the next slides in advance. */
export function loadImagesAhead(deck: RevealApi): void {
  const loadNear = (): void => {
    for (const slide of nearSlides(deck)) startLoading(slide, 'img[loading=lazy]');
  };
  for (const event of EVENTS) deck.on(event, loadNear);
  deck.on('overviewshown', () => startLoading(document, 'img[loading=lazy]'));
  window.addEventListener('beforeprint', () => startLoading(document, ALL_LAZY));
  releaseReservedSpace();
}

/** Everything that is loaded lazily. */
export const ALL_LAZY = 'img[loading=lazy], iframe[loading=lazy]';

/** Starts loading what is lazy within an element. */
export function startLoading(root: ParentNode, selector: string): void {
  for (const element of root.querySelectorAll(selector)) element.setAttribute('loading', 'eager');
}

/** Lists the current slide and the next two in each direction. */
function nearSlides(deck: RevealApi): readonly Element[] {
  const { h } = deck.getIndices();
  const slides = deck.getSlides();
  const index = slides.indexOf(deck.getCurrentSlide());
  const neighbours = [h + 1, h + 2].map((n) => deck.getSlide(n, 0));
  return [...slides.slice(Math.max(index, 0), index + 3), ...neighbours].filter(
    (slide) => slide instanceof Element,
  );
}

/** Images for which the page reserves space until they are loaded. */
const RESERVED = 'img[style*="contain-intrinsic-size"]';

/** Releases the space that is reserved for an image once it is loaded or has failed. */
function releaseReservedSpace(): void {
  const free = (target: EventTarget | null): void => {
    if (target instanceof HTMLImageElement && target.matches(RESERVED)) target.style.contain = 'none';
  };
  for (const image of document.images) if (image.complete) free(image);
  for (const event of ['load', 'error']) document.addEventListener(event, ({ target }) => free(target), true);
}
