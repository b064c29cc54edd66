/** Lengths of the standard: EMU for places, hundredths of a point for text. */

const EMU_PER_PIXEL = 9525;

/** The smallest and the largest side of a slide, in EMU. */
const MIN_SIDE = 914_400;
const MAX_SIDE = 51_206_400;

/** Converts pixels of a deck. */
export interface Units {
  emu(pixels: number): number;
  /** Hundredths of a point: the size of text, and distances in it. */
  points(pixels: number): number;
}

/**
 * Creates the units of a deck: a pixel is 1/96 inch, unless the slides would be smaller or larger than presentations
 * can be.
 */
export function createUnits({ width, height }: { readonly width: number; readonly height: number }): Units {
  const larger = Math.max(width, height) * EMU_PER_PIXEL;
  const smaller = Math.min(width, height) * EMU_PER_PIXEL;
  const scale = larger > MAX_SIDE ? MAX_SIDE / larger : Math.max(1, MIN_SIDE / smaller);
  return {
    emu: (pixels) => Math.round(pixels * EMU_PER_PIXEL * scale),
    points: (pixels) => Math.round(pixels * 75 * scale),
  };
}

/** The side of a slide, which the standard limits. */
export const limitSide = (emu: number): number => Math.min(MAX_SIDE, Math.max(MIN_SIDE, emu));
