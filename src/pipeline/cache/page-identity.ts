/** Pages that stay the same objects while nothing in them changes, though they are made anew each time. */
import { isDeepStrictEqual } from 'node:util';
import type { Deck, Page } from '../../types.ts';

/** Gives, for pages and decks that were made, those that are the same and were there before. */
export class PageIdentity {
  #pages: ReadonlyMap<string, Page> = new Map();
  #decks: ReadonlyMap<string, Deck> = new Map();

  /** What cascades to a page, and the stand-in of a folder, are made again whenever the site is found. */
  reusePages(pages: readonly Page[]): readonly Page[] {
    const reused = pages.map((page) => {
      const previous = this.#pages.get(keyOf(page));
      return previous && (previous === page || isDeepStrictEqual(previous, page)) ? previous : page;
    });
    this.#pages = new Map(reused.map((page) => [keyOf(page), page]));
    return reused;
  }

  reuseDecks(decks: readonly Deck[]): readonly Deck[] {
    const reused = decks.map((deck) => {
      const previous = this.#decks.get(deck.outputPath);
      return previous && isSameDeck(previous, deck) ? previous : deck;
    });
    this.#decks = new Map(reused.map((deck) => [deck.outputPath, deck]));
    return reused;
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

/** Whether two lists of pages say the same of all but their texts: which pages there are, and their front matter. */
export function areSameExceptText(some: readonly Page[], others: readonly Page[]): boolean {
  return (
    some.length === others.length &&
    some.every((page, n) => {
      const other = others[n];
      return other !== undefined && (page === other || isDeepStrictEqual(factsOf(page), factsOf(other)));
    })
  );
}

/** `place` says where the front matter stands, and what stands there is in `params`. */
function factsOf(page: Page): object {
  const { source, bodyOffset: _, location: __, ...facts } = page;
  return { ...facts, file: source.path };
}
