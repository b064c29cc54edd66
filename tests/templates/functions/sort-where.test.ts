/** `sort` and `where` give what Hugo gives. */
import { describe, expect, test } from 'vitest';
import { GoTime } from '../../../src/templates/functions/time/object.ts';
import { Float, SafeText } from '../../../src/templates/gotemplate/values.ts';
import { call } from './fake-host.ts';

const pages = [
  { Title: 'b', Params: { weight: 2, tags: ['x', 'y'], draft: true } },
  { Title: 'a', Params: { weight: 10, tags: ['y'] } },
  { Title: 'c', Params: { tags: [] } },
];
const titles = (list: unknown): unknown => (list as typeof pages).map(({ Title }) => Title);

describe('sort', () => {
  test.each<[values: readonly unknown[], result: unknown]>([
    [[['b', 'C', 'a']], ['a', 'b', 'C']],
    [[[3, 1, 20]], [1, 3, 20]],
    [
      [[3, 1, 2], 'value', 'desc'],
      [3, 2, 1],
    ],
    [[{ b: 1, a: 2 }], [2, 1]],
    [
      [{ b: 1, a: 2 }, 'value'],
      [1, 2],
    ],
    [
      [{ x: { n: 2 }, y: { n: 1 } }, 'n'],
      [{ n: 1 }, { n: 2 }],
    ],
  ])('%j', (values, result) => {
    expect(call('sort', values)).toEqual(result);
  });

  test('by a dotted path; a missing value counts as zero', () => {
    expect(titles(call('sort', [pages, 'Params.weight']))).toEqual(['c', 'b', 'a']);
    expect(titles(call('sort', [pages, '.Title', 'desc']))).toEqual(['c', 'b', 'a']);
  });
});

describe('where', () => {
  test.each<[values: readonly unknown[], result: readonly string[]]>([
    [['Title', 'a'], ['a']],
    [
      ['Title', '!=', 'a'],
      ['b', 'c'],
    ],
    [
      ['Title', 'in', ['a', 'c']],
      ['a', 'c'],
    ],
    [['Title', 'not in', ['a', 'c']], ['b']],
    [
      ['Title', 'in', 'abc'],
      ['b', 'a', 'c'],
    ],
    [
      ['Title', 'like', '^[ab]$'],
      ['b', 'a'],
    ],
    [
      ['Title', '>=', 'b'],
      ['b', 'c'],
    ],
    [['Params.weight', 2], ['b']],
    [['Params.weight', '==', new Float(2)], ['b']],
    [['Params.weight', '>', 2], ['a']],
    [['Params.weight', 'lt', 10], ['b']],
    [
      ['.Params.weight', 'ge', 2],
      ['b', 'a'],
    ],
    [
      ['Params.weight', 'ne', 2],
      ['a', 'c'],
    ],
    [['Params.weight', '2'], []],
    [['Params.weight', '!=', '2'], ['c']],
    [['Params.weight', null], ['c']],
    [
      ['Params.weight', '!=', null],
      ['b', 'a'],
    ],
    [['Params.draft', true], ['b']],
    [
      ['Params.draft', '!=', true],
      ['a', 'c'],
    ],
    [['Params.tags', 'intersect', ['x', 'z']], ['b']],
  ])('%j', (values, result) => {
    expect(titles(call('where', [pages, ...values]))).toEqual(result);
  });

  test('times', () => {
    const list = [{ at: new GoTime(new Date(0)) }, { at: new GoTime(new Date(86_400_000)) }];
    expect(call('where', [list, 'at', '>', new GoTime(new Date(1000))])).toEqual([list[1]]);
  });

  test('a map of lists keeps the lists in which something fits', () => {
    const map = { a: [{ n: 1 }], b: [{ n: 2 }] };
    expect(call('where', [map, 'n', 2])).toEqual({ b: [{ n: 2 }] });
  });

  test('safe texts are texts', () => {
    const list = [{ t: new SafeText('html', 'x') }];
    expect(call('where', [list, 't', 'x'])).toEqual(list);
  });

  test('an operator that there is not', () => {
    expect(() => call('where', [[], 'a', 'is', 1])).toThrow('no such operator: "is"');
    expect(() => call('where', [null, 'a', 1])).toThrow("can't iterate over a nil value");
  });
});
