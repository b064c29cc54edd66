/** The iframe of a video, as wide as the slide at 16:9 unless a class styles it. */
import { type ElementAttributes, writeElement } from './element.ts';

export type VideoEmbed = ElementAttributes & { readonly className: string };

const BOX = 'position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;';
const FRAME = 'position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;';

export function writeVideoEmbed({ className, ...attributes }: VideoEmbed): string {
  const isStyled = className !== '';
  const frame = writeElement('iframe', { ...attributes, style: isStyled ? '' : FRAME }, '');
  return writeElement('div', isStyled ? { class: className } : { style: BOX }, `\n${frame}\n`);
}
