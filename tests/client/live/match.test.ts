/** Which slide of the new deck is which of the old one, without a browser. */
import { describe, expect, test } from 'vitest';
import { type Item, matchItems, findUnmoved } from '../../../src/client/live/match.ts';

/** A slide, by what it is known and what is in it. */
const item = (text: string, ...names: string[]): Item => ({ kind: 'SECTION', text, names });
const items = (...texts: string[]): readonly Item[] => texts.map((text) => item(text));

describe('items of two lists', () => {
  test('with the same texts in the same order are the same', () => {
    expect(matchItems(items('a', 'b', 'c'), items('a', 'b', 'c'))).toEqual([0, 1, 2]);
    expect(matchItems([], items('a'))).toEqual([undefined]);
    expect(matchItems(items('a'), [])).toEqual([]);
  });

  test('stay themselves when others are put between them or go', () => {
    expect(matchItems(items('a', 'b', 'c'), items('a', 'new words', 'b', 'c'))).toEqual([0, undefined, 1, 2]);
    expect(matchItems(items('a', 'b', 'c'), items('a', 'c'))).toEqual([0, 2]);
  });

  test('with the same text many times are counted from the longest row', () => {
    expect(matchItems(items('a', 'a', 'b'), items('a', 'b'))).toEqual([0, 2]);
    expect(matchItems(items('a', 'b'), items('a', 'a', 'b'))).toEqual([0, undefined, 1]);
  });

  test('are known by their names where their texts have changed, the surest name first', () => {
    const before = [item('one', 'id-1', 'Heading'), item('two', 'id-2', 'Heading')];
    const after = [item('two, changed', 'id-2', 'Heading'), item('one, changed', 'id-1', 'Heading')];
    expect(matchItems(before, after)).toEqual([1, 0]);
    expect(matchItems(before, [item('other', 'id-9', 'Heading')])).toEqual([0]);
  });

  test('that were moved keep their texts', () => {
    const before = ['one', 'two', 'three'].map((text) => item(text, text));
    expect(matchItems(before, [before[1]!, before[2]!, before[0]!])).toEqual([1, 2, 0]);
  });

  test('of another kind are never the same', () => {
    expect(
      matchItems([{ kind: 'P', text: 'a', names: ['n'] }], [{ kind: 'H1', text: 'b', names: ['n'] }]),
    ).toEqual([undefined]);
  });

  test('without a name are those between the same neighbours whose words are the most alike', () => {
    const before = items('start', 'a red apple', 'a green pear', 'end');
    expect(matchItems(before, items('start', 'a green pear too', 'end'))).toEqual([0, 2, 3]);
    expect(matchItems(before, items('start', 'a red apple too', 'a green pear too', 'end'))).toEqual([
      0, 1, 2, 3,
    ]);
  });

  test('leave a place to a later one that is more like it', () => {
    expect(
      matchItems(items('x', 'a red apple', 'y'), items('x', 'quite other', 'a red apple too', 'y')),
    ).toEqual([0, undefined, 1, 2]);
  });

  test('that are known already are taken as they are', () => {
    expect(matchItems(items('a', 'b'), items('a', 'b'), [1, undefined])).toEqual([1, undefined]);
    const named = [item('a', 'a'), item('b', 'b')];
    expect(matchItems(named, [named[0]!, named[0]!], [1, undefined])).toEqual([1, 0]);
  });

  test('in large numbers are matched by their places alone', () => {
    const many = (word: string): readonly Item[] =>
      Array.from({ length: 100 }, (_, n) => item(`${word} ${n}`));
    expect(matchItems(many('old'), many('new'))).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });
});

describe('what need not be moved', () => {
  test.each([
    [[], []],
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [
      [2, 0, 1],
      [0, 1],
    ],
    [
      [1, 2, 0],
      [1, 2],
    ],
    [[undefined, 3, undefined], [3]],
    [
      [3, 0, 4, 1, 5, 2],
      [0, 1, 2],
    ],
  ])('of %j is %j', (places, expected) => {
    expect([...findUnmoved(places)].toSorted((a, b) => a - b)).toEqual(expected);
  });

  test('grows from one to the next, and no longer row does, whatever the order', () => {
    const orders = permutations([0, 1, 2, 3, 4]);
    for (const order of orders) {
      const row = order.filter((place) => findUnmoved(order).has(place));
      expect(row).toEqual(row.toSorted((a, b) => a - b));
      expect(row.length).toBe(longest(order));
    }
  });
});

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) =>
    permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

/** The length of the longest row that grows, by trying all. */
function longest(order: readonly number[], from = -1): number {
  return Math.max(0, ...order.map((place, n) => (place > from ? 1 + longest(order.slice(n + 1), place) : 0)));
}
