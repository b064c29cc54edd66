/** Changes the sections of a deck as its theme and its options ask for. In other decks, they stay as they are. */
import { type DeckParams, hasOwnTheme } from '../types.ts';
import { fitPictures } from './fit-pictures.ts';
import { moveFragmentsToItems } from './list-fragments.ts';
import { styleQuotes } from './quotes.ts';

/** What the look of a deck changes in its sections. */
export interface LookChange {
  /** The same for the same changes. */
  readonly name: string;
  /** Changes the HTML of a section. */
  readonly apply: (html: string) => string;
}

/** The changes of a deck; `undefined` if there are none. */
export function lookOf(params: DeckParams): LookChange | undefined {
  const isOwn = hasOwnTheme(params);
  const edits = [
    ...(isOwn ? [styleQuotes, moveFragmentsToItems] : []),
    ...(params.fitImages ? [fitPictures] : []),
  ];
  return edits.length === 0
    ? undefined
    : {
        name: `look${isOwn ? '-own' : ''}${params.fitImages ? '-fit' : ''}`,
        apply: (section) => edits.reduce((html, edit) => edit(html), section),
      };
}
