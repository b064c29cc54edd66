/**
 * Adds attributes to the images of slides: sizes, so that nothing shifts when they load, and eager loading on the first
 * slide and lazy loading elsewhere. Attributes of the author win.
 */
import { addAttributes, type Edit, editValues } from '../html-edits.ts';
import type { StartTag } from '../html.ts';
import type { Attributes, SectionFacts, TagFacts } from '../types.ts';
import type { ChangeTag, TagChange } from './section-facts.ts';
import { shownSlides } from '../shown-slides.ts';

/** The intrinsic size of an image. */
export interface ImageSize {
  /** In CSS pixels; if the image is fluid, only the ratio matters. */
  readonly width: number;
  readonly height: number;
  /** Whether the image fills the width of its container, as an SVG with a `viewBox` and no width does. */
  readonly isFluid: boolean;
}

/** Finds an image of the site by its address in a page; `undefined` for all other images. */
export type FindImage = (address: string) => ImageSize | undefined;

/**
 * Adds sizes to the site's images in `html` that have none. Width and height alone would interfere with CSS of themes and
 * authors (`max-height` would distort an image), so the rule for `contain-intrinsic-size` in deck.css resets them and
 * keeps the size and its ratio.
 */
export function createSizer(html: string, findImage: FindImage): ChangeTag {
  let isInPicture = false;
  return (token) => {
    if (token.kind === 'text' || token.kind === 'comment') return undefined;
    if (token.name === 'picture') isInPicture = token.kind === 'start';
    // A browser may choose another file of the picture, with another size.
    if (token.kind === 'end' || token.name !== 'img' || isInPicture) return undefined;
    const image = findUnsized(token, findImage);
    return image && setImageSize(html, token, image);
  };
}

/** An image with one of these has a size already, has several files, or is loaded by reveal.js. */
const SIZE_NAMES = ['width', 'height', 'srcset', 'data-src'];

function findUnsized({ attributes }: StartTag, findImage: FindImage): ImageSize | undefined {
  const address = attributes['src'];
  const isSized = SIZE_NAMES.some((name) => name in attributes);
  return address === undefined || isSized ? undefined : findImage(address);
}

function setImageSize(html: string, tag: StartTag, { width, height, isFluid }: ImageSize): TagChange {
  const sizeRule = `contain-intrinsic-size:${isFluid ? 'none' : `${width}px ${height}px`}`;
  const size = `width="${width}" height="${height}"`;
  const style =
    'style' in tag.attributes
      ? editValues(html, tag, (name, value) => (name === 'style' ? `${sizeRule};${value}` : undefined))
      : [];
  const edits =
    style.length > 0
      ? [addAttributes(tag, size), ...style]
      : [addAttributes(tag, `style="${sizeRule}" ${size}`)];
  const own = tag.attributes['style'];
  return {
    edits,
    attributes: {
      ...tag.attributes,
      width: String(width),
      height: String(height),
      style: own ? `${sizeRule};${own}` : sizeRule,
    },
  };
}

/**
 * Loads the images and iframes of a section lazily, except for images that are visible at first.
 * @param isFirst whether the section is the first one shown
 */
export function setLoading(facts: SectionFacts, isFirst: boolean): readonly Edit[] {
  const isSeen = isFirst ? seenPart(facts) : () => false;
  return facts.elements.flatMap((tag) => (isSeen(tag) ? loadEagerly(tag) : loadLazily(tag)));
}

/** Returns whether a tag is visible at first: in a stack, that is up to the end of its first visible slide. */
function seenPart(facts: SectionFacts): (tag: TagFacts) => boolean {
  const [shown] = shownSlides(facts);
  const hidden = facts.children.filter(({ isHidden }) => isHidden);
  return ({ start }) => start < shown.end && !hidden.some(({ tag, end }) => start > tag.start && start < end);
}

function loadEagerly(tag: TagFacts): readonly Edit[] {
  const { name, attributes } = tag;
  const isLeft = name !== 'img' || !isLoadedByBrowser(attributes) || 'fetchpriority' in attributes;
  return isLeft ? [] : [addAttributes(tag, 'fetchpriority="high"')];
}

function loadLazily(tag: TagFacts): readonly Edit[] {
  const { name, attributes } = tag;
  const isImage = name === 'img';
  if ((!isImage && name !== 'iframe') || !isLoadedByBrowser(attributes)) return [];
  const isDecodingOpen = isImage && !('decoding' in attributes);
  return [addAttributes(tag, isDecodingOpen ? 'loading="lazy" decoding="async"' : 'loading="lazy"')];
}

/** Whether the browser loads the element from an address, at a time of its choice. */
function isLoadedByBrowser(attributes: Attributes): boolean {
  const isUnchanged = 'loading' in attributes || 'data-src' in attributes;
  return !isUnchanged && /^\s*(?!data:)\S/i.test(attributes['src'] ?? '');
}
