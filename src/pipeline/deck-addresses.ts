/** The output path of a deck is its own: a page or redirect with the same path is left out, with a warning. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { findKeyOffset } from '../site/formats/formats.ts';
import type { Deck, Output, Page } from '../types.ts';

/** The first page of each deck, by the deck's output path. */
export type DeckAddresses = ReadonlyMap<string, Page>;

export function deckAddresses(decks: readonly Deck[]): DeckAddresses {
  return new Map(decks.map(({ outputPath, head }) => [outputPath, head]));
}

/** Removes the outputs of a page that would overwrite a deck, and reports them. */
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
  // A generated list page has no author who would miss it.
  if (outputs.length === 0 || page.source.path === '') return { outputs: [], diagnostics: [] };
  const message = `this page would be written to ${page.outputPath}, where the deck of ${deck.source.path} is written, so it is skipped`;
  const hint = 'Give one of them a different url, slug or file name.';
  return { outputs: [], diagnostics: [outputConflict(page, ['url', 'slug'], { message, hint })] };
}

/** Reports the redirects of a page or of a deck that would overwrite a deck. */
export function reportTakenAliases(page: Page, addresses: DeckAddresses): readonly Diagnostic[] {
  return page.aliases.flatMap((path) => {
    const deck = addresses.get(path);
    if (!deck) return [];
    const alias = `/${path.replace(/(?:^|\/)index\.html$/, (end) => end.slice(0, -'index.html'.length))}`;
    const message = `the alias ${alias} would overwrite the deck of ${deck.source.path}, so it is skipped`;
    return [
      outputConflict(page, ['aliases'], {
        message,
        hint: 'Remove the alias, or give the deck a different url.',
      }),
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
