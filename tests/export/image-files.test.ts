/** Which files of images a presentation can hold as they are. */
import { expect, test } from 'vitest';
import { formatOf, isTurned, readImageFile } from '../../src/export/pptx/image-files.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['a PNG', '\u0089PNG\r\n\u001a\n', 'png'],
  ['a JPEG', '\u00ff\u00d8\u00ff\u00e0', 'jpeg'],
  ['a GIF', 'GIF89a', 'gif'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  ['an SVG after a declaration and a comment', '<?xml version="1.0"?>\n<!-- a -->\n<svg>', 'svg'],
  ['a WebP', 'RIFF\0\0\0\0WEBP', undefined],
  ['a page', '<!doctype html><html><svg></svg></html>', undefined],
  ['nothing', '', undefined],
])('%s', (_, text, format) => {
  expect(formatOf(bytes(text))).toBe(format);
});

/** A JPEG whose camera says how it was held: 1 is upright. */
function photograph(orientation: number, isLittle = true): Uint8Array {
  const short = (value: number): string =>
    String.fromCharCode(...(isLittle ? [value & 255, value >> 8] : [value >> 8, value & 255]));
  const long = (value: number): string => (isLittle ? short(value) + short(0) : short(0) + short(value));
  const entry = short(0x01_12) + short(3) + long(1) + short(orientation) + short(0);
  const tiff = `${isLittle ? 'II' : 'MM'}${short(42)}${long(8)}${short(1)}${entry}${long(0)}`;
  return bytes(`\u00ff\u00d8\u00ff\u00e1\0\u0020Exif\0\0${tiff}`);
}

test.each([
  [1, true, false],
  [6, true, true],
  [8, false, true],
  [1, false, false],
])('orientation %d, little endian: %s', (orientation, isLittle, isTurnedRound) => {
  expect(isTurned(photograph(orientation, isLittle))).toBe(isTurnedRound);
});

test('a file that is cut off is not turned', () => {
  expect(isTurned(photograph(6).subarray(0, 24))).toBe(false);
});

test('only files of this machine and of the page are read', async () => {
  expect(await readImageFile('https://example.org/a.png')).toBeUndefined();
  expect(await readImageFile('file:///etc/passwd')).toBeUndefined();
  expect((await readImageFile('data:image/gif;base64,R0lGODlhAQABAAAAACw='))?.format).toBe('gif');
});
