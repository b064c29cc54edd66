/** Drawings of characters, as the template that Hugo brings for fences of `goat` writes them. */
import { renderGoat } from '../../goat.ts';
import type { Attributes } from '../../types.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';

/** How large letters are beside those of the slide. */
const CHARACTER_WIDTH = 0.65;

/** In points of the drawing. */
const CHARACTER_HEIGHT = 16;

/** Writes a drawing. Its fence may say `class`, `id`, `width`, `height`, and a text for those who can't see it: `alt`. */
export function writeGoatFence(content: string, attributes: Attributes): string {
  const { inner, width, height } = renderGoat(content);
  const label = attributes['alt'] ?? attributes['title'];
  const size =
    attributes['width'] || attributes['height']
      ? pick(attributes, ['width', 'height'])
      : { width: `${Number(((width / CHARACTER_HEIGHT) * CHARACTER_WIDTH).toFixed(2))}em` };
  const svg = {
    xmlns: 'http://www.w3.org/2000/svg',
    'font-family': 'Menlo,Lucida Console,monospace',
    ...size,
    viewBox: `0 0 ${width} ${height}`,
    ...(label && { role: 'img', 'aria-label': label }),
  };
  const frame = {
    class: joinClasses('goat svg-container', attributes['class']),
    ...pick(attributes, ['id']),
  };
  return `<div${writeAttributes(frame)}>\n<svg${writeAttributes(svg)}>\n${inner}</svg>\n</div>\n`;
}

const pick = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (attributes[name] ? [[name, attributes[name]]] : [])));
