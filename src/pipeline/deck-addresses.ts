/** What a deck is written to is its own: pages and redirects that lead there too are left out, and said. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { findKeyOffset } from '../site/formats/formats.ts';
import type { Deck, Output, Page } from '../types.ts';

/** The paths of decks, with the pages that they begin with. */
export type DeckAddresses = ReadonlyMap<string, Page>;

export function deckAddresses(decks: readonly Deck[]): DeckAddresses {
  return new Map(decks.map(({ outputPath, head }) => [outputPath, head]));
}

/** What is left of the outputs of a page that is no deck, and what is said of the rest. */
export function separateFromDecks(
  page: Page,
  outputs: readonly Output[],
  addresses: DeckAddresses,
): { readonly outputs: readonly Output[]; readonly diagnostics: readonly Diagnostic[] } {
  const deck = addresses.get(page.outputPath);
  if (!deck) {
    const free = outputs.filter(({ path }) => !addresses.has(path));
    return {
      outputs: free,
      diagnostics: free.length < outputs.length ? reportTakenAliases(page, addresses) : [],
    };
  }
  // A list that nobody wrote is not missed.
  if (outputs.length === 0 || page.source.path === '') return { outputs: [], diagnostics: [] };
  const message = `this page would be written to ${page.outputPath}, where the deck of ${deck.source.path} is, so it is left out`;
  const hint = 'Give one of the two another url or slug, or another name.';
  return { outputs: [], diagnostics: [outputConflict(page, ['url', 'slug'], { message, hint })] };
}

/** The redirects of a page, of decks too, that would be written over a deck. */
export function reportTakenAliases(page: Page, addresses: DeckAddresses): readonly Diagnostic[] {
  return page.aliases.flatMap((path) => {
    const deck = addresses.get(path);
    if (!deck) return [];
    const message = `the alias ${path} would be written over the deck of ${deck.source.path}, so it is left out`;
    return [
      outputConflict(page, ['aliases'], { message, hint: 'Take it out, or give the deck another url.' }),
    ];
  });
}

function outputConflict(
  { source, location }: Page,
  keys: readonly string[],
  text: Pick<Diagnostic, 'message' | 'hint'>,
): Diagnostic {
  return createDiagnostic({
    code: 'output-conflict',
    severity: 'warning',
    ...text,
    source,
    offset: Math.max(...keys.map((key) => findKeyOffset(location, [key]))),
  });
}
