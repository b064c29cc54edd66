/** Which slides are the same ones, and what has happened to them. */
import { describe, expect, test } from 'vitest';
import { compareStates } from '../../../src/export/diff/compare-decks.ts';
import { countChanges, describeChange, numberOf } from '../../../src/export/diff/describe.ts';
import type { SlideState } from '../../../src/export/diff/take-state.ts';
import { deckState, drawPicture, siteState, slideState } from '../../support/slide-states.ts';

type Slides = readonly (string | SlideState)[];

const changesOf = (before: Slides, after: Slides): readonly string[] =>
  compareStates(siteState(deckState(before)), siteState(deckState(after))).flatMap(({ changes }) =>
    changes.map((change) => `${numberOf(change)} ${describeChange(change)}`),
  );

test.each<[string, Slides, Slides, readonly string[]]>([
  ['nothing has changed', ['A', 'B'], ['A', 'B'], []],
  ['a slide in between', ['A', 'B'], ['A', 'new words', 'B'], ['2 added']],
  ['one less', ['A', 'B', 'C'], ['A', 'C'], ['2 removed']],
  [
    'other words below an id',
    ['a: One', 'b: Two', 'C'],
    ['a: One', 'b: Quite other', 'C'],
    ['2 changed: 18 % of its pixels'],
  ],
  ['two that changed places', ['A', 'B'], ['B', 'A'], ['1, was 2 moved']],
  [
    'a slide with most of its words',
    ['first words of a slide', 'B'],
    ['first words of another slide', 'B'],
    ['1 changed: 18 % of its pixels'],
  ],
  [
    'notes alone',
    [slideState('A', { notes: 'Say this.' })],
    [slideState('A', { notes: 'Say that.' })],
    ['1 changed: notes'],
  ],
  [
    'a picture alone, without any words',
    [slideState('', { pictures: [drawPicture(0)] })],
    [slideState('', { pictures: [drawPicture(0, 6)] })],
    ['1 changed: 24 % of its pixels'],
  ],
  [
    'one more step',
    [slideState('A')],
    [slideState('A', { pictures: [...slideState('A').pictures, drawPicture(0)] })],
    ['1 changed: 100 % of its pixels'],
  ],
  ['a slide that failed', [slideState('A')], [slideState('A', { pictures: [undefined] })], ['1 failed']],
])('%s', (_, before, after, changes) => {
  expect(changesOf(before, after)).toEqual(changes);
});

describe('decks', () => {
  test('new ones, those that are gone, and the others', () => {
    const before = siteState(deckState(['A'], '/old/'), deckState(['A'], '/same/'));
    const after = siteState(deckState(['A'], '/same/'), deckState(['A', 'B'], '/new/'));
    const decks = compareStates(before, after);
    expect(decks.map(({ name, kind, same }) => [name, kind, same])).toEqual([
      ['/same/', 'same', 1],
      ['/new/', 'added', 0],
      ['/old/', 'removed', 0],
    ]);
    expect(countChanges(decks)).toBe('2 slides added, 1 removed');
  });

  test('none at all', () => {
    expect(countChanges(compareStates(siteState(), siteState()))).toBe('no changes');
  });
});
