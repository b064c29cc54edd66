/** Pictures and films in the formats of the web, drawn by the browser of the specs. */
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

/** A film of a few frames without sound. */
export async function recordFilm(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 12; frame++) {
      if (context) context.fillStyle = `hsl(${frame * 30} 80% 50%)`;
      context?.fillRect(0, 0, 160, 90);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  await page.close();
  return Buffer.from(bytes);
}
