/** Compares two pictures, pixel by pixel. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How two pictures differ. */
export interface PictureDifference {
  /** How many of the pixels have changed, from 0 to 1. */
  readonly share: number;
  /** A PNG of the pixels that have changed, on a pale copy of the new picture. */
  readonly marked: Uint8Array;
}

/** How far two colours may be apart and count as the same, from 0 to 1. */
const THRESHOLD = 0.1;

/**
 * Compares two PNGs; `undefined` if a reader sees no difference. Edges of letters that are drawn a little differently do
 * not count. Of pictures with different sizes, the pixels that only one has do.
 */
export function comparePictures(before: Uint8Array, after: Uint8Array): PictureDifference | undefined {
  if (Buffer.from(before).equals(after)) return undefined;
  const [old, fresh] = [before, after].map((bytes) => PNG.sync.read(Buffer.from(bytes)));
  if (!old || !fresh) return undefined;
  const width = Math.max(old.width, fresh.width);
  const height = Math.max(old.height, fresh.height);
  const marked = new PNG({ width, height });
  const [a, b] = [extend(old, width, height), extend(fresh, width, height)];
  const changed = pixelmatch(a.data, b.data, marked.data, width, height, {
    threshold: THRESHOLD,
    alpha: 0.15,
    diffColor: [214, 0, 102],
  });
  if (changed === 0) return undefined;
  return { share: changed / (width * height), marked: PNG.sync.write(marked) };
}

/** Puts a picture at the top left of a larger one, whose other pixels are transparent. */
function extend(picture: PNG, width: number, height: number): PNG {
  if (picture.width === width && picture.height === height) return picture;
  const larger = new PNG({ width, height });
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0);
  return larger;
}
