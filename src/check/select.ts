/** Selects rules by the names that a user types. */
import { unknownName } from '../bundle/select-decks.ts';
import { DeckError } from '../diagnostics.ts';
import { rules } from './rules.ts';
import type { CheckRule } from './types.ts';

/**
 * Selects the rules with some names; all of them without a list.
 * @throws {DeckError} for a name that is no rule
 */
export function selectRules(wanted: readonly string[] | undefined): readonly CheckRule[] {
  if (wanted === undefined) return rules;
  const known: readonly string[] = rules.map(({ code }) => code);
  const problems = wanted
    .filter((name) => !known.includes(name))
    .map((name) => unknownName('rule-unknown', `there is no check named "${name}"`, { name, known }));
  if (problems.length > 0) throw new DeckError(problems);
  return rules.filter(({ code }) => wanted.includes(code));
}
