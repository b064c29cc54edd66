/** When two pictures count as different. */
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { comparePictures } from '../../../src/export/diff/compare-pictures.ts';
import { drawPicture } from '../../support/slide-states.ts';

test('the same bytes, and shades that nobody tells apart', () => {
  expect(comparePictures(drawPicture(100), drawPicture(100))).toBeUndefined();
  expect(comparePictures(drawPicture(100), drawPicture(102))).toBeUndefined();
});

test('other colours count, with a picture that marks them', () => {
  const difference = comparePictures(drawPicture(0), drawPicture(200));
  expect(difference?.share).toBeCloseTo(36 / 200);
  const marked = PNG.sync.read(Buffer.from(difference?.marked ?? []));
  const colorAt = (x: number, y: number): readonly number[] => [
    ...marked.data.subarray((y * 20 + x) * 4, (y * 20 + x) * 4 + 3),
  ];
  expect(colorAt(4, 4)).toEqual([214, 0, 102]);
  expect(colorAt(15, 5).every((value) => value > 240)).toBe(true);
});

test('of pictures with different sizes, what only one has counts', () => {
  const difference = comparePictures(drawPicture(0), drawPicture(0, 2, { width: 40, height: 10 }));
  expect(difference?.share).toBeCloseTo(0.5);
});
