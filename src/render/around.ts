/** What is around the slides, in the state of the first one: later, the client and reveal.js follow the current slide. */
import { firstVisibleIndex } from '../shown-slides.ts';
import type { RenderedDeck, Table } from '../types.ts';
import { firstAttributes, firstContrast } from './first-slide.ts';

/** The data for the layout of a deck; classes are those of `.reveal`. */
export function aroundData({
  footer,
  params: { sectionProgress },
  sections,
}: Pick<RenderedDeck, 'footer' | 'params' | 'sections'>): Table {
  const facts = sections[firstVisibleIndex(sections)]?.facts;
  const progress = sectionProgress === undefined ? [] : [`deck-sections-${sectionProgress}`];
  if (footer === undefined || !facts) return { footer, classes: progress };
  const attributes = firstAttributes(facts);
  const isOff = attributes.at(-1)?.['data-footer'] === 'false';
  const isOverPicture = attributes.some((one) => PICTURES.some((name) => one[name]));
  return {
    footer,
    classes: [
      ...progress,
      ...firstContrast(facts),
      ...(isOff ? ['deck-footer-off'] : []),
      ...(isOverPicture ? ['deck-over-picture'] : []),
    ],
  };
}

/** What may be of any colour; the client has the same list. */
const PICTURES = ['data-background-image', 'data-background-video', 'data-background-iframe'];
