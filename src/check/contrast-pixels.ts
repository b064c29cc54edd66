/** Contrast of text on pictures, where axe-core can't tell: measured in the pixels of a screenshot without the text. */
import type { DeckPage } from '../browser/open-deck.ts';
import type { Measured } from './walk.ts';

/** The share of pixels below the required contrast from which a text is hard to read. */
const TOO_MANY = 0.5;

/** The share up to which it is easy to read: the edge of a picture may be below the text. */
const FEW = 0.03;

/**
 * Measures what is unsure: drops what has enough contrast, and decides where the background leaves no doubt. One picture
 * of a step is enough for all of its texts: a slide with code on an image has hundreds.
 */
export async function resolveContrast(
  deckPage: DeckPage,
  measured: readonly Measured[],
): Promise<readonly Measured[]> {
  const byStep = new Map<string, Measured[]>();
  for (const one of measured.filter(({ measure }) => measure.isUnsure)) {
    const { h, v, step } = one.at;
    const key = [h, v, step].join('/');
    byStep.set(key, [...(byStep.get(key) ?? []), one]);
  }
  const resolved = new Map<Measured, readonly Measured[]>();
  for (const ofStep of byStep.values()) {
    const pixels = await pictureOf(deckPage, ofStep);
    for (const one of ofStep) resolved.set(one, judge(one, pixels.get(one)));
  }
  return mergeColours(measured.flatMap((one) => resolved.get(one) ?? [one]));
}

/** Texts of one colour on a picture are one finding, at the first of them, which says how many there are. */
function mergeColours(measured: readonly Measured[]): readonly Measured[] {
  const merged = new Map<Measured | string, Measured>();
  for (const one of measured) {
    const { at, measure } = one;
    const { color, required } = measure.values;
    const isOnPicture = measure.isUnsure === false;
    const key = isOnPicture ? [at.h, at.v, color, required].join('|') : one;
    const known = merged.get(key);
    const count = Number(known?.measure.values['count'] ?? 0) + 1;
    const first = known ?? one;
    const values = { ...first.measure.values, ...(isOnPicture && { count }) };
    merged.set(key, { ...first, measure: { ...first.measure, values } });
  }
  return [...merged.values()];
}

/** Takes a picture of a step without its texts, and measures the background of each; texts out of sight have none. */
async function pictureOf(
  deckPage: DeckPage,
  measured: readonly Measured[],
): Promise<ReadonlyMap<Measured, Pixels | undefined>> {
  const [first] = measured;
  const size = deckPage.page.viewportSize();
  const texts = measured.flatMap((one) => {
    const clip = clipTo(one.measure.place.box, size);
    const { color = '', required = 4.5 } = one.measure.values;
    return clip ? [{ one, clip, color: String(color), required: Number(required) }] : [];
  });
  if (!first || texts.length === 0) return new Map();
  await deckPage.show(first.at);
  await deckPage.run(first.at, hideText, true);
  const clip = surround(texts.map((text) => text.clip));
  const picture = await deckPage.page.screenshot({ clip, type: 'png' });
  await deckPage.run(first.at, hideText, false);
  const found = await deckPage.run(first.at, measurePixels, {
    picture: picture.toString('base64'),
    texts: texts.map(({ clip: { x, y, width, height }, color, required }) => ({
      clip: { x: x - clip.x, y: y - clip.y, width, height },
      color,
      required,
    })),
  });
  return new Map(texts.map(({ one }, index) => [one, found[index]]));
}

function judge(one: Measured, found: Pixels | undefined): readonly Measured[] {
  if (!found || found.share <= FEW) return found ? [] : [one];
  const { measure } = one;
  const { color } = measure.values;
  const values = {
    ...measure.values,
    ratio: Math.round(found.typical * 100) / 100,
    colours: `${color} on ${found.background}, in the pixels of a picture`,
  };
  return [{ ...one, measure: { ...measure, values, isUnsure: found.share < TOO_MANY } }];
}

/** A part of the window, in pixels. */
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest part, in whole pixels, that contains others. */
function surround(clips: readonly Clip[]): Clip {
  const [x, y] = [Math.min(...clips.map((clip) => clip.x)), Math.min(...clips.map((clip) => clip.y))];
  const right = Math.max(...clips.map((clip) => clip.x + clip.width));
  const bottom = Math.max(...clips.map((clip) => clip.y + clip.height));
  return { x, y, width: Math.ceil(right - x), height: Math.ceil(bottom - y) };
}

/** The part of a box inside of the window, in whole pixels; `undefined` if there is none. */
function clipTo(
  box: Measured['measure']['place']['box'],
  size: { readonly width: number; readonly height: number } | null,
): Clip | undefined {
  const { width, height } = size ?? { width: 0, height: 0 };
  const [x, y] = [Math.max(Math.floor(box.left), 0), Math.max(Math.floor(box.top), 0)];
  const [right, bottom] = [Math.min(box.left + box.width, width), Math.min(box.top + box.height, height)];
  return right - x >= 1 && bottom - y >= 1 ? { x, y, width: right - x, height: bottom - y } : undefined;
}

/** Hides the text of the page, or shows it again. Runs in the page. */
function hideText(isHidden: boolean): void {
  const id = 'deck-check-hidden-text';
  document.getElementById(id)?.remove();
  if (!isHidden) return;
  const style = document.createElement('style');
  style.id = id;
  style.textContent =
    '.slides * { color: transparent !important; -webkit-text-fill-color: transparent !important; text-shadow: none !important; text-decoration-color: transparent !important; }';
  document.head.append(style);
}

/** The share of pixels with too little contrast for a text, and the contrast of the pixel in the middle of them. */
interface Pixels {
  readonly share: number;
  readonly typical: number;
  /** The colour of the pixel in the middle. */
  readonly background: string;
}

/** What is measured in a picture. */
interface PictureOfTexts {
  /** A PNG, in base64. */
  readonly picture: string;
  readonly texts: readonly { readonly clip: Clip; readonly color: string; readonly required: number }[];
}

/** Measures the background of texts. Runs in the page. */
async function measurePixels({ picture, texts }: PictureOfTexts): Promise<readonly (Pixels | undefined)[]> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.codePointAt(0) ?? 0);
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  });
  context?.drawImage(bitmap, 0, 0);
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = (r: number, g: number, b: number): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return texts.map(({ clip, color, required }) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    if (!context || !color.startsWith('rgb') || alpha === 0) return undefined;
    const width = Math.max(Math.floor(clip.width), 1);
    const height = Math.max(Math.floor(clip.height), 1);
    const { data } = context.getImageData(Math.floor(clip.x), Math.floor(clip.y), width, height);
    const mix = (text: number, under: number): number => text * alpha + under * (1 - alpha);
    const pixel = (index: number): readonly [number, number, number] => [
      data[index * 4] ?? 0,
      data[index * 4 + 1] ?? 0,
      data[index * 4 + 2] ?? 0,
    ];
    const ratios = Float64Array.from({ length: width * height }, (_, index) => {
      const [r, g, b] = pixel(index);
      const [own, under] = [luminance(mix(red, r), mix(green, g), mix(blue, b)), luminance(r, g, b)];
      return (Math.max(own, under) + 0.05) / (Math.min(own, under) + 0.05);
    });
    const sorted = ratios.toSorted();
    const typical = sorted[sorted.length >> 1] ?? 1;
    const below = sorted.filter((ratio) => ratio < required).length;
    const background = `rgb(${pixel(ratios.indexOf(typical)).join(', ')})`;
    return { share: below / ratios.length, typical, background };
  });
}
