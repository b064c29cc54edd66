/** Contrast of text on pictures, where axe-core can't tell: measured in the pixels of a screenshot without the text. */
import type { DeckPage } from '../browser/open-deck.ts';
import type { Measured } from './walk.ts';

/** The share of pixels below the required contrast from which a text is hard to read. */
const TOO_MANY = 0.5;

/** The share up to which it is easy to read: the edge of a picture may be below the text. */
const FEW = 0.03;

/** Measures what is unsure: drops what has enough contrast, and decides where the background leaves no doubt. */
export async function resolveContrast(
  deckPage: DeckPage,
  measured: readonly Measured[],
): Promise<readonly Measured[]> {
  const resolved: Measured[] = [];
  for (const one of measured) resolved.push(...(await resolveOne(deckPage, one)));
  return resolved;
}

async function resolveOne(deckPage: DeckPage, one: Measured): Promise<readonly Measured[]> {
  const { measure, at } = one;
  if (!measure.isUnsure) return [one];
  await deckPage.show(at);
  const clip = clipTo(measure.place.box, deckPage.page.viewportSize());
  if (!clip) return [one];
  await deckPage.run(at, hideText, true);
  const picture = await deckPage.page.screenshot({ clip, type: 'png' });
  await deckPage.run(at, hideText, false);
  const { color = '', required = 4.5 } = measure.values;
  const found = await deckPage.run(at, measurePixels, {
    picture: picture.toString('base64'),
    color: String(color),
    required: Number(required),
  });
  if (!found || found.share <= FEW) return found ? [] : [one];
  const values = {
    ...measure.values,
    ratio: Math.round(found.typical * 100) / 100,
    colours: `${color} on a picture`,
  };
  return [{ ...one, measure: { ...measure, values, isUnsure: found.share < TOO_MANY } }];
}

/** The part of a box inside of the window, in whole pixels; `undefined` if there is none. */
function clipTo(
  box: Measured['measure']['place']['box'],
  size: { readonly width: number; readonly height: number } | null,
) {
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

/** The share of pixels with too little contrast, and the contrast of the pixel in the middle. Runs in the page. */
async function measurePixels({
  picture,
  color,
  required,
}: {
  readonly picture: string;
  readonly color: string;
  readonly required: number;
}): Promise<{ readonly share: number; readonly typical: number } | undefined> {
  const bytes = Uint8Array.from(atob(picture), (character) => character.codePointAt(0) ?? 0);
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!context || !color.startsWith('rgb') || alpha === 0) return undefined;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = (r: number, g: number, b: number): number =>
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ratios: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    const mix = (text: number, under: number): number => text * alpha + under * (1 - alpha);
    const [own, under] = [luminance(mix(red, r), mix(green, g), mix(blue, b)), luminance(r, g, b)];
    ratios.push((Math.max(own, under) + 0.05) / (Math.min(own, under) + 0.05));
  }
  ratios.sort((a, b) => a - b);
  const below = ratios.filter((ratio) => ratio < required).length;
  return { share: below / ratios.length, typical: ratios[ratios.length >> 1] ?? 1 };
}
