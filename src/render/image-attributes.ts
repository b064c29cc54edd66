/**
 * The images of slides: their places are held for them, those of the first slide come at once, and the others when they
 * are needed. What an author says of an image counts.
 */
import { addAttributes, type Edit, editValues } from '../html-edits.ts';
import type { StartTag } from '../html.ts';
import type { Attributes, SectionFacts, TagFacts } from '../types.ts';
import type { ChangeTag, TagChange } from './section-facts.ts';
import { shownSlides } from './shown-slides.ts';

/** What is known of an image before it is loaded. */
export interface ImageSize {
  /** In CSS pixels; of an image that takes the width of its place, only their ratio counts. */
  readonly width: number;
  readonly height: number;
  /** Whether it takes the width of its place, as an SVG does that has a `viewBox` and no width. */
  readonly isFluid: boolean;
}

/** Finds an image of the site by an address as browsers read it in a page; `undefined` for all others. */
export type FindImage = (address: string) => ImageSize | undefined;

/**
 * Adds the sizes of the site's own images to `html` where their author gave none. As width and height alone would change
 * what the rules of themes and authors do (`max-height` would distort an image), the rule for `contain-intrinsic-size` in
 * deck.css takes the two back and keeps the size and its ratio.
 */
export function createSizer(html: string, findImage: FindImage): ChangeTag {
  let isInPicture = false;
  return (token) => {
    if (token.kind === 'text' || token.kind === 'comment') return undefined;
    if (token.name === 'picture') isInPicture = token.kind === 'start';
    // Of several files the one that a browser takes may have another size.
    if (token.kind === 'end' || token.name !== 'img' || isInPicture) return undefined;
    const image = findUnsized(token, findImage);
    return image && setImageSize(html, token, image);
  };
}

/** With one of these, the size is the author's, or there are several files, or reveal.js loads the image. */
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
 * Puts the images and frames of a section off until they are needed, but for those that are seen at first.
 * @param isFirst whether the section is the first that is shown
 */
export function setLoading(facts: SectionFacts, isFirst: boolean): readonly Edit[] {
  const isSeen = isFirst ? seenPart(facts) : () => false;
  return facts.elements.flatMap((tag) => (isSeen(tag) ? loadEagerly(tag) : loadLazily(tag)));
}

/** Of a stack, what it holds before its first slide is over: slides after that one come later. */
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

/** Whether it is loaded from elsewhere, as soon as the browser likes. */
function isLoadedByBrowser(attributes: Attributes): boolean {
  const isUnchanged = 'loading' in attributes || 'data-src' in attributes;
  return !isUnchanged && /^\s*(?!data:)\S/i.test(attributes['src'] ?? '');
}
