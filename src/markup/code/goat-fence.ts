/** ASCII drawings, as Hugo's template for fences of `goat` writes them. */
import { renderGoat } from '../../goat.ts';
import type { Attributes } from '../../types.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';

/** Size of characters in the drawing, relative to those of the slide. */
const CHARACTER_SCALE = 0.65;

/** Height of a character in units of the drawing. */
const CHARACTER_HEIGHT = 16;

/**
 * Writes a drawing. The fence may set `class`, `id`, `width`, `height`, and `alt`, a text for people who can't see it.
 */
export function writeGoatFence(content: string, attributes: Attributes): string {
  const { inner, width, height } = renderGoat(content);
  const label = attributes['alt'] ?? attributes['title'];
  const size =
    attributes['width'] || attributes['height']
      ? pick(attributes, ['width', 'height'])
      : { width: `${Number(((width / CHARACTER_HEIGHT) * CHARACTER_SCALE).toFixed(2))}em` };
  const svg = {
    xmlns: 'http://www.w3.org/2000/svg',
    'font-family': 'Menlo,Lucida Console,monospace',
    ...size,
    viewBox: `0 0 ${width} ${height}`,
    ...(label && { role: 'img', 'aria-label': label }),
  };
  const wrapper = {
    class: joinClasses('goat svg-container', attributes['class']),
    ...pick(attributes, ['id']),
  };
  return `<div${writeAttributes(wrapper)}>\n<svg${writeAttributes(svg)}>\n${inner}</svg>\n</div>\n`;
}

const pick = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (attributes[name] ? [[name, attributes[name]]] : [])));
