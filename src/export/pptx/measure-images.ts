/**
 * Functions that measure images. They are sent as text, so each one uses only its arguments, globals of the page, and the
 * other functions through `deckShapes`.
 */
import type { Box } from '../ooxml/model.ts';
import type { MeasureTools, Surroundings } from './measured.ts';

declare const deckShapes: MeasureTools;

/** Measures an image: the part of its file that is seen. */
function image(element: HTMLImageElement, around: Surroundings): void {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  const factor = element.offsetWidth > 0 ? rect.width / element.offsetWidth : 1;
  const side = (name: string): number =>
    (Number.parseFloat(style.getPropertyValue(`padding-${name}`)) +
      Number.parseFloat(style.getPropertyValue(`border-${name}-width`))) *
    factor;
  const content: Box = {
    left: rect.left + side('left'),
    top: rect.top + side('top'),
    width: rect.width - side('left') - side('right'),
    height: rect.height - side('top') - side('bottom'),
  };
  if (rect.width < 1 || rect.height < 1 || element.naturalWidth === 0) return;
  const full = deckShapes.fullBox(element, content, factor);
  const box = deckShapes.cut(deckShapes.cut(full, content), around.clip);
  if (box.width < 1 || box.height < 1) return;
  const { opacity, filter, transform, clipPath, maskImage, mixBlendMode, boxShadow } = style;
  const { b, c, a } = new DOMMatrix(transform === 'none' ? '' : transform);
  const isTurned = Math.abs(b) > 0.001 || Math.abs(c) > 0.001 || a < 0;
  const isSeeThrough = around.opacity * Number(opacity) < 1;
  const isPainted = [filter, clipPath, maskImage, boxShadow].some((value) => value !== 'none');
  const isPadded = deckShapes.color(style.backgroundColor).alpha > 0;
  const isChanged = isTurned || isSeeThrough || isPainted || isPadded || mixBlendMode !== 'normal';
  deckShapes.items.push({
    kind: 'image',
    index: deckShapes.elements.push(element) - 1,
    url: element.currentSrc || element.src,
    alt: element.alt.trim() || element.getAttribute('aria-label') || '',
    full,
    box,
    radius: Number.parseFloat(style.borderTopLeftRadius) * factor || 0,
    border: deckShapes.borderOf(style, 'top', { ...around, scale: factor }),
    link: deckShapes.linkOf(element),
    isChanged,
  });
}

/** Where the pixels of an image are, also those that are cut off. */
function fullBox(element: HTMLImageElement, content: Box, factor: number): Box {
  const { naturalWidth, naturalHeight } = element;
  const style = getComputedStyle(element);
  const contain = Math.min(content.width / naturalWidth, content.height / naturalHeight);
  const fits: Readonly<Record<string, number>> = {
    contain,
    cover: Math.max(content.width / naturalWidth, content.height / naturalHeight),
    none: factor,
    'scale-down': Math.min(contain, factor),
  };
  const fit = fits[style.objectFit];
  const width = fit === undefined ? content.width : naturalWidth * fit;
  const height = fit === undefined ? content.height : naturalHeight * fit;
  const [x = '50%', y = '50%'] = style.objectPosition.split(' ');
  const place = (value: string, room: number): number =>
    value.endsWith('%') ? (Number.parseFloat(value) / 100) * room : Number.parseFloat(value) * factor;
  return {
    left: content.left + place(x, content.width - width),
    top: content.top + place(y, content.height - height),
    width,
    height,
  };
}

/** The functions by their names. */
export const imageMeasures = { image, fullBox };
