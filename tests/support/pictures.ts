/** Pictures in the formats of the web, drawn by the browser of the specs, and a video. */
import path from 'node:path';
import type { Browser } from 'playwright-core';

/** A picture of one colour. */
export async function drawPicture(
  browser: Browser,
  type: 'png' | 'jpeg' | 'webp',
  [width, height]: readonly [width: number, height: number],
): Promise<Buffer> {
  const page = await browser.newPage();
  const address = await page.evaluate(
    ([type, width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (context) context.fillStyle = 'teal';
      context?.fillRect(0, 0, width, height);
      return canvas.toDataURL(`image/${type}`);
    },
    [type, width, height] as const,
  );
  await page.close();
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** A photo that was taken with the camera on its side: the same bytes, and a word that says so. */
export function turn(jpeg: Buffer): Buffer {
  // Exif in the order of Intel's: one entry, the orientation (0x0112), which is 6, a quarter to the right.
  const exif = Buffer.from('45786966000049492a00080000000100120103000100000006000000', 'hex');
  const tail = Buffer.alloc(4);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + tail.length + 2);
  const segment = Buffer.concat([Buffer.from('ffe1', 'hex'), length, exif, tail]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** The file of a video of twelve frames without sound: WebM, VP8, 160 by 90. */
export const VIDEO = path.resolve(import.meta.dirname, '..', 'fixtures', 'video.webm');
