/** The line about a save in the terminal. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { type ChangedDeck, describeSave, listSaved } from '../../src/serve/describe-save.ts';
import { countChanges } from '../../src/serve/live-deck.ts';
import type { DeckState } from '../../src/serve/live-deck.ts';
import { openSite } from '../support/site.ts';

const page = (text: string): string => `+++\ntitle = "A title"\noutputs = ["Reveal"]\n+++\n${text}`;

function siteOf(texts: Readonly<Record<string, string>>) {
  return openSite(
    memoryFiles({
      'content/_index.md': page('root'),
      'content/talks/boats/_index.md': page('boats'),
      ...texts,
    }),
  ).decks();
}

const site = siteOf({});
const changed = (outputPath: string, changes: ChangedDeck['changes'], isSame = false): ChangedDeck => ({
  deck: site.decks.find((deck) => deck.outputPath === outputPath)!,
  changes,
  isSame,
});
const BOATS = 'talks/boats/index.html';
const none = { changed: 0, added: 0, removed: 0 };
const lineOf = (decks: readonly ChangedDeck[], files = 0): string | undefined =>
  describeSave({ decks, files, milliseconds: 14.4 });

test.each([
  [{ ...none, changed: 1 }, 'talks/boats: 1 slide changed, 14 ms'],
  [{ ...none, changed: 2, added: 1 }, 'talks/boats: 2 slides changed, 1 added, 14 ms'],
  [{ ...none, removed: 3 }, 'talks/boats: 3 slides removed, 14 ms'],
  [none, 'talks/boats: no slide changed, 14 ms'],
  [undefined, 'talks/boats: saved, no page is open, 14 ms'],
])('%j is told as "%s"', (changes, line) => {
  expect(lineOf([changed(BOATS, changes)])).toBe(line);
});

test('the deck at the root has its title, several decks are counted, and so are other files', () => {
  expect(lineOf([changed('index.html', { ...none, added: 1 })])).toBe('A title: 1 slide added, 14 ms');
  expect(lineOf([changed('index.html', none), changed(BOATS, none)])).toBe('2 decks changed, 14 ms');
  expect(lineOf([], 1)).toBe('1 file reloaded, 14 ms');
  expect(lineOf([])).toBeUndefined();
});

test('decks that nobody sees are told if no page is open at all', () => {
  const after = siteOf({ 'content/talks/boats/_index.md': page('ships') });
  const sent = [changed('index.html', none, true)];
  expect(listSaved(sent, { before: site, after, isOpen: true })).toEqual([]);
  expect(listSaved([], { before: site, after, isOpen: false }).map(({ deck }) => deck.outputPath)).toEqual([
    BOATS,
  ]);
  // A file that was written without a change.
  expect(listSaved([], { before: site, after: siteOf({}), isOpen: false })).toEqual([]);
});

test.each([
  [['a', 'b'], ['a', 'x'], { changed: 1, added: 0, removed: 0 }],
  [['a', 'b'], ['b', 'a'], none],
  [['a'], ['a', 'a'], { changed: 0, added: 1, removed: 0 }],
  [['a', 'b', 'c'], ['x'], { changed: 1, added: 0, removed: 2 }],
])('from %j to %j it is %j', (before, after, changes) => {
  const state = (sections: readonly string[]): DeckState => ({ sections }) as unknown as DeckState;
  expect(countChanges(state(before), state(after))).toEqual(changes);
});
