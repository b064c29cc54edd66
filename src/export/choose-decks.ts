/** Chooses the decks of an export, and the names of their files. */
import type { OpenSite } from '../bundle/open-site.ts';
import { selectDecks } from '../bundle/select-decks.ts';
import { deckName } from '../deck-name.ts';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import type { Deck } from '../types.ts';
import type { ExportOptions } from './types.ts';

/**
 * The decks that are asked for. A site with several decks exports all of them only if that is said.
 * @throws {DeckError} if there is no such deck, or if none is named
 */
export function chooseDecks(
  { site, root }: OpenSite,
  { decks = [], all = false }: ExportOptions,
): readonly Deck[] {
  if (all || decks.length > 0 || site.decks.length === 1)
    return selectDecks(site.decks, all ? [] : decks, root);
  const names = site.decks.map(deckName);
  throw new DeckError([
    createDiagnostic({
      code: 'deck-not-named',
      message:
        names.length === 0 ? 'the site has no deck' : `the site has ${names.length} decks, and none is named`,
      hint:
        names.length === 0
          ? 'Give a page outputs = ["Reveal"], or create a deck with deckwright new deck NAME.'
          : `Name one or more, or use --all. There are: ${names.join(', ')}`,
    }),
  ]);
}

/** The name of the file or folder of a deck, without an extension: `talks-boats`. */
export const fileNameOf = (deck: Deck): string =>
  deckName(deck)
    .replaceAll(/[^\p{L}\p{N}._]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '') || 'slides';
