/** `collections.*` gives what Hugo gives. */
import { describe, expect, test } from 'vitest';
import { Float, TemplateFailure } from '../../../src/templates/gotemplate/values.ts';
import { call } from './fake-host.ts';

describe('lists and maps', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    ['first', [2, [1, 2, 3]], [1, 2]],
    ['first', [9, [1]], [1]],
    ['first', ['1', [1, 2]], [1]],
    ['first', [2, 'abc'], 'ab'],
    ['last', [2, [1, 2, 3]], [2, 3]],
    ['last', [0, [1, 2, 3]], []],
    ['after', [1, [1, 2, 3]], [2, 3]],
    ['after', [9, [1]], []],
    ['append', ['c', ['a', 'b']], ['a', 'b', 'c']],
    ['append', ['c', 'd', ['a']], ['a', 'c', 'd']],
    ['append', [['c', 'd'], ['a']], ['a', 'c', 'd']],
    ['append', [['c'], [['a']]], [['a'], ['c']]],
    ['append', ['a', null], ['a']],
    ['append', [['a'], null], ['a']],
    ['apply', [['hello', 'world'], 'strings.FirstUpper', '.'], ['Hello', 'World']],
    ['apply', [['a', 'b'], 'printf', '%s!', '.'], ['a!', 'b!']],
    ['apply', [null, 'upper', '.'], []],
    ['delimit', [[1, 2, 3], ', '], '1, 2, 3'],
    ['delimit', [['a', 'b', 'c'], ', ', ' and '], 'a, b and c'],
    ['delimit', [['a', 'b'], ', ', ' and '], 'a and b'],
    ['delimit', [['a'], ', ', ' and '], 'a'],
    ['delimit', [{ b: 2, a: 1 }, '-'], '1-2'],
    ['dict', ['a', 1, 'b', 2], { a: 1, b: 2 }],
    ['dict', [['a', 'b'], 1, ['a', 'c'], 2], { a: { b: 1, c: 2 } }],
    ['dict', [], {}],
    ['in', [['a', 'b'], 'b'], true],
    ['in', [[1, 2], new Float(2)], true],
    ['in', ['this string', 'str'], true],
    ['in', [[['a']], ['a']], true],
    ['in', [null, 'a'], false],
    ['index', [['a', 'b'], 1], 'b'],
    ['index', [['a', 'b'], 9], null],
    ['index', [{ a: { b: [7] } }, 'a', 'b', 0], 7],
    ['index', [{ a: { b: 1 } }, ['a', 'b']], 1],
    ['index', [{ author_name: 1 }, 'Author_Name'], 1],
    ['index', [{ a: 1 }, 'toString'], null],
    ['index', [null, 'a'], null],
    ['index', [{ a: null }, 'a', 'b'], null],
    ['index', ['abc', 1], 98],
    ['isset', [{ a: 0 }, 'a'], true],
    ['isset', [{ myparam: 0 }, 'myParam'], false],
    ['isset', [{ a: 0 }, 'b'], false],
    ['isset', [[1, 2], 1], true],
    ['isset', [[1, 2], 2], false],
    ['merge', [{ a: 1, b: 2 }, { b: 3 }], { a: 1, b: 3 }],
    ['merge', [{ a: { x: 1, y: 2 } }, { a: { y: 3 } }], { a: { x: 1, y: 3 } }],
    ['merge', [{ A: 1, c: 2 }, { a: 3 }], { a: 3, c: 2 }],
    ['merge', [{ a: 1 }, { a: 2 }, { a: 3 }], { a: 3 }],
    ['merge', [null, { a: 1 }], { a: 1 }],
    ['querify', ['foo', 1, 'bar', 'b&z q'], 'bar=b%26z+q&foo=1'],
    ['querify', [{ b: 2, a: 1 }], 'a=1&b=2'],
    ['querify', [['a', 'ü']], 'a=%C3%BC'],
    ['collections.Reverse', [[1, 2, 3]], [3, 2, 1]],
    ['seq', [3], [1, 2, 3]],
    ['seq', [-3], [-1, -2, -3]],
    ['seq', [0], []],
    ['seq', [2, 4], [2, 3, 4]],
    ['seq', [4, 2], [4, 3, 2]],
    ['seq', [1, 2, 6], [1, 3, 5]],
    ['seq', ['2'], [1, 2]],
    ['slice', ['a', 1], ['a', 1]],
    ['slice', [], []],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });

  test.each<[name: string, values: readonly unknown[], message: string]>([
    ['first', [-1, [1]], 'non-negative'],
    ['first', [1, null], 'both limit and seq must be provided'],
    ['first', [1, 5], "can't iterate over int"],
    ['dict', ['a'], 'invalid dictionary call'],
    ['dict', [1, 2], 'invalid dictionary key'],
    ['index', [['a'], 'b'], 'cannot index slice/array with type string'],
    ['merge', [{}, 'a'], 'destination must be a map, got string'],
    ['merge', ['a', {}], 'source must be a map'],
    ['seq', [1, 0, 5], "'increment' must not be 0"],
    ['seq', [1, -1, 5], "'increment' must be > 0"],
    ['seq', [1, 1e9], 'size of result exceeds limit'],
    ['apply', [[1], 'nope', '.'], "can't find function nope"],
    ['querify', [['', 1]], 'empty string'],
    ['append', ['a', 'b'], 'expected a slice, got string'],
  ])('%s %j fails', (name, values, message) => {
    expect(() => call(name, values)).toThrow(new RegExp(message.replace(/[/]/g, '\\$&')));
    expect(() => call(name, values)).toThrow(TemplateFailure);
  });

  test('a key named __proto__ is a key like any other', () => {
    const map = call('dict', ['__proto__', { polluted: true }]) as Record<string, unknown>;
    expect(Object.keys(map)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('shuffle keeps all items, and the list that it is given', () => {
    const list = [1, 2, 3, 4];
    expect(new Set(call('shuffle', [list]) as number[])).toEqual(new Set(list));
    expect(list).toEqual([1, 2, 3, 4]);
  });

  test('keys and values', () => {
    expect(String(call('keyVals', ['key', 'a', 'b']))).toBe('key: [a b]');
  });
});

describe('sets', () => {
  test.each<[name: string, values: readonly unknown[], result: unknown]>([
    [
      'intersect',
      [
        ['a', 'b', 'b'],
        ['b', 'c'],
      ],
      ['b'],
    ],
    ['intersect', [[1, 2], [new Float(2)]], [2]],
    ['intersect', [null, ['a']], []],
    [
      'union',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      ['a', 'b', 'c'],
    ],
    ['union', [null, ['b']], ['b']],
    ['union', [null, null], []],
    ['complement', [['a'], ['b'], ['a', 'b', 'c']], ['c']],
    [
      'symdiff',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      ['c', 'a'],
    ],
    ['uniq', [[1, 2, 1, '1']], [1, 2, '1']],
    [
      'uniq',
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
      [{ a: 1, b: 2 }],
    ],
    ['uniq', [null], []],
  ])('%s %j', (name, values, result) => {
    expect(call(name, values)).toEqual(result);
  });
});
