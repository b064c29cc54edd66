/** Numbers slides as the addresses of a deck count, which leave hidden slides out. */
import type { ShownSlide } from '../browser/page-steps.ts';
import type { ExportSlide } from './types.ts';

/** Numbers the slides of a deck. */
export const numberSlides = (slides: readonly ShownSlide[]): readonly ExportSlide[] =>
  addressSlides(slides).map(({ h, v, isInStack, isHidden }, index) => {
    const number = isInStack ? `${Math.ceil(h) + 1}.${Math.ceil(v) + 1}` : `${Math.ceil(h) + 1}`;
    return {
      ...(slides[index] as ShownSlide),
      number: isHidden ? `before ${number} (hidden)` : number,
      place: index + 1,
    };
  });

/**
 * The slides with their indices in addresses: a page that shows hidden slides counts them, too. A hidden slide is
 * halfway between those before and after it.
 */
export const addressSlides = <T extends ShownSlide>(slides: readonly T[]): readonly T[] =>
  slides.map((slide, index) => {
    const before = slides.slice(0, index).filter(({ isHidden }) => !isHidden);
    const h = new Set(before.map((one) => one.h).filter((one) => one !== slide.h)).size;
    const v = before.filter((one) => one.h === slide.h).length;
    if (!slide.isHidden) return { ...slide, h, v };
    const isStackShown = slides.some((one) => one.h === slide.h && !one.isHidden);
    return isStackShown ? { ...slide, h, v: v - 0.5 } : { ...slide, h: h - 0.5, v: 0 };
  });
