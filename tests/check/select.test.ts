/** Decks and rules by the names that a user types. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { selectDecks } from '../../src/bundle/select-decks.ts';
import { selectRules } from '../../src/check/select.ts';
import { memoryFiles } from '../../src/files.ts';
import { deckName } from '../../src/deck-name.ts';
import { openSite } from '../support/site.ts';

const page = '+++\noutputs = ["Reveal"]\n+++\n# Hello\n';
const { decks } = openSite(
  memoryFiles({
    'content/_index.md': page,
    'content/talks/boats/_index.md': page,
    'content/talks/birds/_index.md': page,
  }),
).decks();
const root = path.resolve('site');
const select = (...names: readonly string[]): readonly string[] =>
  selectDecks(decks, names, root).map(deckName);

test.each([
  [[], ['/', '/talks/birds/', '/talks/boats/']],
  [['talks/boats'], ['/talks/boats/']],
  [['/talks/boats/'], ['/talks/boats/']],
  [['content/talks/boats'], ['/talks/boats/']],
  [['content/talks/boats/_index.md'], ['/talks/boats/']],
  [[path.join(root, 'content', 'talks', 'boats')], ['/talks/boats/']],
  [['/'], ['/']],
  [['content/_index.md'], ['/']],
  [
    ['talks/birds', 'talks/boats', 'talks/birds'],
    ['/talks/birds/', '/talks/boats/'],
  ],
])('%j', (names, expected) => {
  expect([...select(...names)].sort()).toEqual(expected);
});

test('a deck that does not exist', () => {
  expect(() => select('talks/boat')).toThrow(
    /^error deck-unknown\nthere is no deck named "talks\/boat"\nhint: Did you mean \/talks\/boats\/\? There are: /,
  );
});

test('rules', () => {
  expect(selectRules(['overflow', 'contrast']).map(({ code }) => code)).toEqual(['overflow', 'contrast']);
  expect(selectRules(undefined).length).toBeGreaterThan(10);
});

test('a rule that does not exist', () => {
  expect(() => selectRules(['overflow', 'contrst'])).toThrow(
    /^error rule-unknown\nthere is no check named "contrst"\nhint: Did you mean contrast\? There are: overflow, /,
  );
});
