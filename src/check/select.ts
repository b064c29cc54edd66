/** Selects decks and rules by the names that a user types. */
import path from 'node:path';
import { createDiagnostic, DeckError, nearestName } from '../diagnostics.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { Deck } from '../types.ts';
import { rules } from './rules.ts';
import type { CheckRule } from './types.ts';

/**
 * Selects the rules of a list such as `overflow,contrast`; all of them without a list.
 * @throws {DeckError} for a name that is no rule
 */
export function selectRules(names: string | undefined): readonly CheckRule[] {
  if (names === undefined) return rules;
  const wanted = names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const known: readonly string[] = rules.map(({ code }) => code);
  const problems = wanted
    .filter((name) => !known.includes(name))
    .map((name) => unknown('rule-unknown', `there is no check named "${name}"`, { name, known }));
  if (problems.length > 0) throw new DeckError(problems);
  return rules.filter(({ code }) => wanted.includes(code));
}

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
    .map((name) => unknown('deck-unknown', `there is no deck named "${name}"`, { name, known }));
  if (problems.length > 0) throw new DeckError(problems);
  const wanted = new Set(names.map(find));
  return decks.filter((deck) => wanted.has(deck));
}

/** The name of a deck in messages: its address with slashes, `/talk/`. */
export const deckName = ({ outputPath }: Deck): string => `/${outputPath.replace(/index\.html$/, '')}`;

const normalize = (name: string): string => name.replaceAll('\\', '/').replace(/^\.?\/+|\/+$/g, '');

function namesOf(deck: Deck): readonly string[] {
  const file = deck.head.source.path;
  return [deckName(deck), file, path.posix.dirname(file)].map(normalize);
}

function unknown(
  code: DiagnosticCode,
  message: string,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
) {
  const bare = new Map(known.map((one) => [normalize(one), one]));
  const nearest = bare.get(nearestName(normalize(name), [...bare.keys()]) ?? 'none');
  const hint = `${nearest === undefined ? '' : `Did you mean ${nearest}? `}There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}`;
  return createDiagnostic({ code, message, hint });
}
