/** The pixels of pictures of pages, and how well a colour can be read on them. */
import type { Page } from 'playwright-core';
import { contrastRatio, readColour } from '../../src/rgb.ts';

/** The lightest and the darkest pixel of a picture. */
export const extremePixels = (page: Page, picture: Buffer): Promise<readonly string[]> =>
  page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.height) ?? {};
      const pixels = Array.from({ length: data.length / 4 }, (_, n) => [...data.subarray(4 * n, 4 * n + 3)]);
      const sum = (pixel: readonly number[]): number => pixel.reduce((total, value) => total + value, 0);
      pixels.sort((a, b) => sum(a) - sum(b));
      return [pixels[0], pixels.at(-1)].map((pixel = []) => `rgb(${pixel.join(',')})`);
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );

/** The least contrast of a colour to others. */
export const leastContrast = (colour: string, others: readonly string[]): number =>
  Math.min(
    ...others.map((other) => contrastRatio(readColour(colour) ?? [0, 0, 0], readColour(other) ?? [0, 0, 0])),
  );
