/** Reads the files of images that presentations can hold as they are. */
import type { Media, MediaFormat, PictureShape } from '../ooxml/model.ts';
import type { MeasuredImage } from './measured.ts';

/** Milliseconds that a file may take. */
const LIMIT = 10_000;

/**
 * Reads the file of an image from the server of the export, or from its data URL; `undefined` for one that a
 * presentation can't hold, that is on another host, or that does not arrive.
 */
export async function readImageFile(url: string): Promise<Media | undefined> {
  if (!/^(?:data:image\/|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])/.test(url)) return undefined;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LIMIT) });
    if (!response.ok) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const format = formatOf(bytes);
    return format === undefined || isTurned(bytes) ? undefined : { bytes, format };
  } catch {
    // A picture of the image is taken.
    return undefined;
  }
}

const SIGNATURES: readonly (readonly [format: MediaFormat, start: string])[] = [
  ['png', '\u0089PNG\r\n'],
  ['jpeg', '\u00ff\u00d8\u00ff'],
  ['gif', 'GIF8'],
];

/** The format that the bytes say; addresses and types may be wrong. */
export function formatOf(bytes: Uint8Array): MediaFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const found = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (found) return found[0];
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i.test(
    start,
  )
    ? 'svg'
    : undefined;
}

/** The tag of Exif that says how a photograph is held. */
const ORIENTATION = 0x01_12;

/** Whether browsers turn a JPEG as its camera says, which programs for presentations do not. */
export function isTurned(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.subarray(0, 65_536));
  const start = buffer.indexOf('Exif\0\0', 0, 'latin1') + 6;
  if (start < 6 || buffer[0] !== 0xff || start + 14 > buffer.length) return false;
  const isLittle = buffer.toString('latin1', start, start + 2) === 'II';
  const read16 = (at: number): number =>
    at + 2 > buffer.length ? 0 : isLittle ? buffer.readUInt16LE(at) : buffer.readUInt16BE(at);
  const offset = isLittle ? buffer.readUInt32LE(start + 4) : buffer.readUInt32BE(start + 4);
  const table = start + offset;
  for (let n = 0; n < read16(table); n++) {
    const entry = table + 2 + n * 12;
    if (read16(entry) === ORIENTATION) return read16(entry + 8) > 1;
  }
  return false;
}

/** The shape of an image that is a file of its own. */
export function imageShape(item: MeasuredImage, media: Media): PictureShape {
  const { box, full, alt, radius, border, link } = item;
  const crop = {
    left: (box.left - full.left) / full.width,
    top: (box.top - full.top) / full.height,
    right: (full.left + full.width - box.left - box.width) / full.width,
    bottom: (full.top + full.height - box.top - box.height) / full.height,
  };
  const isCut = Object.values(crop).some((share) => share > 0.001);
  return { kind: 'picture', box, media, alt, radius, border, link, ...(isCut && { crop }) };
}
