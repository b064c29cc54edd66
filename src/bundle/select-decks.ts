/** Selects decks by the names that a user types. */
import path from 'node:path';
import { deckName } from '../deck-name.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { createDiagnostic, DeckError, type Diagnostic, nearestName } from '../diagnostics.ts';
import type { Deck } from '../types.ts';

/**
 * Selects decks by their address (`talk`, `/talk/`), or by the path of their folder or file (`content/talk`); all of
 * them without a name.
 * @param root the folder of the site, in which paths may be
 * @throws {DeckError} for a name that is no deck
 */
export function selectDecks(decks: readonly Deck[], names: readonly string[], root: string): readonly Deck[] {
  if (names.length === 0) return decks;
  const byName = new Map(decks.flatMap((deck) => namesOf(deck).map((name) => [name, deck] as const)));
  const find = (name: string): Deck | undefined => {
    const absolute = path.resolve(name);
    const inSite = path.relative(root, absolute).split(path.sep).join('/');
    return [name, inSite].map((one) => byName.get(normalize(one))).find(Boolean);
  };
  const known = decks.map(deckName);
  const problems = names
    .filter((name) => !find(name))
    .map((name) => unknownName('deck-unknown', `there is no deck named "${name}"`, { name, known }));
  if (problems.length > 0) throw new DeckError(problems);
  const wanted = new Set(names.map(find));
  return decks.filter((deck) => wanted.has(deck));
}

const normalize = (name: string): string => name.replaceAll('\\', '/').replace(/^\.?\/+|\/+$/g, '');

function namesOf(deck: Deck): readonly string[] {
  const file = deck.head.source.path;
  return [deckName(deck), file, path.posix.dirname(file)].map(normalize);
}

/** A finding about a name that does not exist, with the nearest one and a list of all. */
export function unknownName(
  code: DiagnosticCode,
  message: string,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
): Diagnostic {
  const bare = new Map(known.map((one) => [normalize(one), one]));
  const nearest = bare.get(nearestName(normalize(name), [...bare.keys()]) ?? 'none');
  const hint = `${nearest === undefined ? '' : `Did you mean ${nearest}? `}There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}`;
  return createDiagnostic({ code, message, hint });
}
