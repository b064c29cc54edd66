/** Parses CSS colours and computes their brightness and contrast. */
import names from 'color-name';

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

const HEX_RE = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const RGB_RE = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/;

/** A colour with opacity. */
interface Rgba {
  readonly colour: Rgb;
  /** From 0 (transparent) to 1 (opaque). */
  readonly alpha: number;
}

/** Parses a colour; `undefined` for functions, variables and anything else. */
export function readRgba(text: string): Rgba | undefined {
  const written = text
    .replace(/!important/i, '')
    .trim()
    .toLowerCase();
  if (Object.hasOwn(names, written)) return { colour: names[written as keyof typeof names], alpha: 1 };
  const [red, green, blue, alpha = 1] = HEX_RE.test(written) ? readHex(written) : readNumbers(written);
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return { colour: [red, green, blue], alpha };
}

/** Parses a colour and blends it with the background; `undefined` like `readRgba`. */
export function readColour(text: string, background: Rgb = [255, 255, 255]): Rgb | undefined {
  const read = readRgba(text);
  return read && (read.alpha >= 1 ? read.colour : mixColours(background, read.colour, read.alpha));
}

function readHex(written: string): readonly number[] {
  const digits = written.slice(1);
  const long = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0, alpha] = (long.match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return [red, green, blue, alpha === undefined ? 1 : alpha / 255];
}

function readNumbers(written: string): readonly number[] {
  return (
    RGB_RE.exec(written)
      ?.slice(1)
      .filter((part) => part !== undefined)
      .map(Number) ?? []
  );
}

/** Writes a colour in hexadecimal notation. */
export function writeColour(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Mixes two colours; `way` goes from 0 (the first) to 1 (the second). */
export function mixColours(from: Rgb, to: Rgb, amount: number): Rgb {
  const mix = (a: number, b: number): number => Math.round(a + (b - a) * amount);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

/** Computes the contrast ratio of two colours, from 1 (equal) to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Whether a background needs light text. Source: reveal.js, which only has classes for dark and light. */
export function isDark([red, green, blue]: Rgb): boolean {
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

function toLinear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
