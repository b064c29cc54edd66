/** Images that are shown larger than they are. */
import type { PageTools } from '../page-tools.ts';
import type { Measure, PageRule } from '../types.ts';

declare const deckCheck: PageTools;

export const imageBlurry: PageRule = {
  kind: 'page',
  code: 'image-blurry',
  when: 'slide',
  measure,
  report({ values: { address = '', width = 0, height = 0, shownWidth = 0, shownHeight = 0 } }) {
    const times = Math.round((Number(shownWidth) / Number(width)) * 10) / 10;
    return {
      message: `the image ${address} has ${width}×${height} px and is shown at ${shownWidth}×${shownHeight} px, ${times} times its resolution`,
      hint: 'Use a larger version of the image, or show it smaller.',
    };
  },
};

function measure(): readonly Measure[] {
  const { scale } = deckCheck.area();
  /** A little enlargement is not seen. */
  const tolerance = 1.25;
  return deckCheck.items().flatMap(({ element }) => {
    if (!(element instanceof HTMLImageElement) || !element.complete || element.naturalWidth === 0) return [];
    const address = element.currentSrc || element.src;
    const { imageRendering, objectFit } = getComputedStyle(element);
    // Drawings have no resolution, pixel art is enlarged on purpose, and an icon or a line of a pixel is no photo.
    if (/\.svg(?:[?#]|$)|^data:image\/svg/i.test(address) || imageRendering === 'pixelated') return [];
    if (element.closest('[aria-hidden=true], [role=presentation], [role=none]')) return [];
    if (Math.min(element.naturalWidth, element.naturalHeight) < 24) return [];
    const box = element.getBoundingClientRect();
    const ratios = [box.width / element.naturalWidth, box.height / element.naturalHeight];
    const ratio =
      (objectFit === 'cover' || objectFit === 'fill' ? Math.max(...ratios) : Math.min(...ratios)) / scale;
    if (ratio <= tolerance) return [];
    const values = {
      address: (element.getAttribute('src') ?? address).slice(0, 120),
      width: element.naturalWidth,
      height: element.naturalHeight,
      shownWidth: Math.round(element.naturalWidth * ratio),
      shownHeight: Math.round(element.naturalHeight * ratio),
    };
    return [{ place: deckCheck.place(element), detail: '', values }];
  });
}
