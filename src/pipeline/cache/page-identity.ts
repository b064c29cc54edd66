/** Keeps the identity of pages and decks: one that is equal to that of the previous run stays the same object. */
import { isDeepStrictEqual } from 'node:util';
import type { Deck, Page } from '../../types.ts';

/** The pages and decks of the previous run. */
export class PageIdentity {
  #pages: Map<string, Page> = new Map();
  /** The keys of pages by their files. */
  #keysOf: ReadonlyMap<string, readonly string[]> | undefined;
  #decks: ReadonlyMap<string, Deck> = new Map();

  /** Replaces pages by equal ones of the previous run: cascades and generated pages are created anew in every run. */
  reusePages(pages: readonly Page[]): readonly Page[] {
    const reused = pages.map((page) => {
      const previous = this.#pages.get(keyOf(page));
      return previous && (previous === page || isDeepStrictEqual(previous, page)) ? previous : page;
    });
    this.#pages = new Map(reused.map((page) => [keyOf(page), page]));
    this.#keysOf = undefined;
    return reused;
  }

  /** The pages of files. */
  pagesOf(files: Iterable<string>): readonly Page[] {
    this.#keysOf ??= groupKeys(this.#pages);
    return [...files]
      .flatMap((file) => this.#keysOf?.get(file) ?? [])
      .flatMap((key) => this.#pages.get(key) ?? []);
  }

  reuseDecks(decks: readonly Deck[]): readonly Deck[] {
    const reused = decks.map((deck) => {
      const previous = this.#decks.get(deck.outputPath);
      return previous && isSameDeck(previous, deck) ? previous : deck;
    });
    this.#decks = new Map(reused.map((deck) => [deck.outputPath, deck]));
    return reused;
  }

  /** Replaces pages by others with the same front matter, and all decks. */
  replace(pages: ReadonlyMap<Page, Page>, decks: readonly Deck[]): void {
    for (const [page, next] of pages)
      if (this.#pages.get(keyOf(page)) === page) this.#pages.set(keyOf(page), next);
    this.#decks = new Map(decks.map((deck) => [deck.outputPath, deck]));
  }
}

const keyOf = ({ source, language, kind, path }: Page): string =>
  [source.path, language, kind, path].join('\n');

function groupKeys(pages: ReadonlyMap<string, Page>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, { source }] of pages) {
    const group = groups.get(source.path);
    if (group) group.push(key);
    else groups.set(source.path, [key]);
  }
  return groups;
}

function isSameDeck(one: Deck, other: Deck): boolean {
  return (
    one.language === other.language &&
    one.pages.length === other.pages.length &&
    one.pages.every((page, n) => page === other.pages[n])
  );
}

/** Whether two lists have the same pages with the same front matter; texts may differ. */
export function areSameExceptText(some: readonly Page[], others: readonly Page[]): boolean {
  return (
    some.length === others.length &&
    some.every((page, n) => {
      const other = others[n];
      return other !== undefined && (page === other || isDeepStrictEqual(factsOf(page), factsOf(other)));
    })
  );
}

/** Leaves out `location`, the position of the front matter: its values are in `params`. */
function factsOf(page: Page): object {
  const { source, bodyOffset: _, location: __, ...facts } = page;
  return { ...facts, file: source.path };
}
