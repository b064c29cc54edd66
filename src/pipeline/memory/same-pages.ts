/** Pages that stay the same objects while nothing in them changes, though they are made anew each time. */
import { isDeepStrictEqual } from 'node:util';
import type { Deck, Page } from '../../types.ts';

/** Gives, for pages and decks that were made, those that are the same and were there before. */
export class SamePages {
  #pages: ReadonlyMap<string, Page> = new Map();
  #decks: ReadonlyMap<string, Deck> = new Map();

  /** What cascades to a page, and the stand-in of a folder, are made again whenever the site is found. */
  pages(pages: readonly Page[]): readonly Page[] {
    const same = pages.map((page) => {
      const known = this.#pages.get(keyOf(page));
      return known && (known === page || isDeepStrictEqual(known, page)) ? known : page;
    });
    this.#pages = new Map(same.map((page) => [keyOf(page), page]));
    return same;
  }

  decks(decks: readonly Deck[]): readonly Deck[] {
    const same = decks.map((deck) => {
      const known = this.#decks.get(deck.outputPath);
      return known && isSameDeck(known, deck) ? known : deck;
    });
    this.#decks = new Map(same.map((deck) => [deck.outputPath, deck]));
    return same;
  }
}

const keyOf = ({ source, language, kind, path }: Page): string =>
  [source.path, language, kind, path].join('\n');

function isSameDeck(one: Deck, other: Deck): boolean {
  return (
    one.language === other.language &&
    one.pages.length === other.pages.length &&
    one.pages.every((page, n) => page === other.pages[n])
  );
}
