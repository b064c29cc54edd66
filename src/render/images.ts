/**
 * The images of slides: their places are held for them, those of the first slide come at once, and the others when they
 * are needed. What an author says of an image stands.
 */
import { firstShown } from './first-slide.ts';
import { readValues, replaceTags, replaceValues } from './tags.ts';

/** What is known of an image before it is loaded. */
export interface KnownImage {
  /** In CSS pixels; of an image that takes the width of its place, only their ratio counts. */
  readonly width: number;
  readonly height: number;
  /** Whether it takes the width of its place, as an SVG does that has a `viewBox` and no width. */
  readonly isFluid: boolean;
}

/** Finds an image of the site by an address as it is written in a page; `undefined` for all others. */
export type FindImage = (address: string) => KnownImage | undefined;

const IMAGE_RE = /^<img\b/i;
const PICTURE_RE = /^<(\/?)picture\b/i;

/**
 * Writes the sizes of the site's own images where their author gave none. As width and height alone would change what
 * the rules of themes and authors do (`max-height` would distort an image), the rule for `contain-intrinsic-size` in
 * deck.css takes the two back and keeps the size and its ratio.
 */
export function writeSizes(html: string, findImage: FindImage): string {
  let isInPicture = false;
  return replaceTags(html, (tag) => {
    const picture = PICTURE_RE.exec(tag);
    if (picture) isInPicture = picture[1] === '';
    // Of several files the one that a browser takes may have another size.
    return IMAGE_RE.test(tag) && !isInPicture ? writeSize(tag, findImage) : tag;
  });
}

/** With one of these, the size is the author's, or there are several files, or reveal.js loads the image. */
const SIZE_NAMES = ['width', 'height', 'srcset', 'data-src'];

function writeSize(tag: string, findImage: FindImage): string {
  const values = readValues(tag);
  const address = values.get('src');
  if (address === undefined || SIZE_NAMES.some((name) => values.has(name))) return tag;
  const image = findImage(address);
  if (!image) return tag;
  const { width, height, isFluid } = image;
  const place = `contain-intrinsic-size:${isFluid ? 'none' : `${width}px ${height}px`}`;
  const sized = addAttributes(tag, `width="${width}" height="${height}"`);
  return values.has('style') ? prependStyle(sized, place) : addAttributes(sized, `style="${place}"`);
}

function prependStyle(tag: string, rule: string): string {
  let isFirst = true;
  return replaceValues(tag, (name, value) => {
    if (name.toLowerCase() !== 'style' || !isFirst) return undefined;
    isFirst = false;
    return `${rule};${value}`;
  });
}

const SECTION_END_RE = /^<\/section\b/i;
const FRAME_RE = /^<iframe\b/i;

/** Puts the images and frames of slides off until they are needed, but for those that are seen at first. */
export function loadWhenNeeded(sections: readonly string[]): readonly string[] {
  const first = firstShown(sections);
  return sections.map((section, n) => {
    // Of a stack, only the slide on top is seen.
    let isFirst = n === first;
    return replaceTags(section, (tag) => {
      if (SECTION_END_RE.test(tag)) isFirst = false;
      return isFirst ? hurry(tag) : putOff(tag);
    });
  });
}

function hurry(tag: string): string {
  if (!IMAGE_RE.test(tag)) return tag;
  const values = readValues(tag);
  const isLeft = !isLoadedByBrowser(values) || values.has('fetchpriority');
  return isLeft ? tag : addAttributes(tag, 'fetchpriority="high"');
}

function putOff(tag: string): string {
  const isImage = IMAGE_RE.test(tag);
  if (!isImage && !FRAME_RE.test(tag)) return tag;
  const values = readValues(tag);
  if (!isLoadedByBrowser(values)) return tag;
  const isDecodingOpen = isImage && !values.has('decoding');
  return addAttributes(tag, isDecodingOpen ? 'loading="lazy" decoding="async"' : 'loading="lazy"');
}

/** Whether it is loaded from elsewhere, as soon as the browser likes. */
function isLoadedByBrowser(values: ReadonlyMap<string, string>): boolean {
  const isLeft = values.has('loading') || values.has('data-src');
  return !isLeft && /^\s*(?!data:)\S/i.test(values.get('src') ?? '');
}

/** Puts attributes behind the name of a tag. */
function addAttributes(tag: string, attributes: string): string {
  return tag.replace(/^<[a-z]+/i, (name) => `${name} ${attributes}`);
}
