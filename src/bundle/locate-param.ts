/** Finds where an author set a parameter of a deck, to report findings there. */
import type { RenderedDeck, SourceLocation } from '../types.ts';

/** The location of a parameter such as `custom_css`; the start of the deck's source if it is not set in a file. */
export const locateParam = ({ params, deck }: RenderedDeck, param: string): SourceLocation =>
  params.locations[param] ?? { source: deck.head.source, offset: 0 };
