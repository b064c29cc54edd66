/** Regular expressions are Go's. */
import { describe, expect, test } from 'vitest';
import { call } from './fake-host.ts';

describe('findRE', () => {
  test.each<[pattern: string, text: string, found: readonly string[]]>([
    ['[G|g]o', 'Hugo is a static site generator in Go.', ['go', 'Go']],
    ['(?i)hugo', 'HUGO hugo', ['HUGO', 'hugo']],
    ['a(?i)b', 'ab aB Ab', ['ab', 'aB']],
    ['(?i:a)b', 'Ab AB ab', ['Ab', 'ab']],
    ['(?i)[a-c]+', 'aBC', ['aBC']],
    ['(?i)[äö]+', 'ÄÖ', ['ÄÖ']],
    ['(?P<word>\\w+)', 'a b', ['a', 'b']],
    ['^a', 'a\na', ['a']],
    ['(?m)^a$', 'a\na', ['a', 'a']],
    ['a.b', 'a\nb', []],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['a\\z', 'aa', ['a']],
    ['\\Aa', 'aa', ['a']],
    ['[[:alpha:]]+', 'ab1cd', ['ab', 'cd']],
    ['[^[:space:]]+', 'a b', ['a', 'b']],
    ['\\pL+', 'añb 1', ['añb']],
    ['\\p{Greek}+', 'aβγ', ['βγ']],
    ['\\P{L}', 'a1', ['1']],
    ['[\\p{Lu}\\d]+', 'aB1', ['B1']],
    ['\\Q.*\\E', 'a.*b', ['.*']],
    ['\\x41\\x{42}', 'AB', ['AB']],
    ['x{2}', 'xxx', ['xx']],
    ['x{,2}', 'x{,2}', ['x{,2}']],
    ['{{(.*?)}}', 'a {{b}} c', ['{{b}}']],
    ['[]a]+', ']a', [']a']],
    ['[a-]+', 'a-', ['a-']],
    ['(:\\([\\w- ]+?\\):)', ':(fas fa-x):', [':(fas fa-x):']],
    ['[[:alpha:]-_]+', '1a-_', ['a-_']],
    ['[\\.-0]+', './-', ['./']],
    ['<h2.*?>', '<h2 id="a">b</h2>', ['<h2 id="a">']],
    ['"', 'a"b', ['"']],
    ["\\'", "a'b", ["'"]],
    ['\\-\\_', '-_', ['-_']],
    ['😀', 'a😀', ['😀']],
    ['a*', 'baaac', ['', 'aaa', '']],
  ])('%s', (pattern, text, found) => {
    expect(call('findRE', [pattern, text])).toEqual(found);
  });

  test('takes as many as it is told', () => {
    expect(call('findRE', ['a', 'aaa', 2])).toEqual(['a', 'a']);
    expect(call('findRE', ['a', 'aaa', 0])).toEqual([]);
  });

  test('submatches', () => {
    expect(call('findRESubmatch', ['a(x*)b(c)?', '-ab-axbc-'])).toEqual([
      ['ab', '', ''],
      ['axbc', 'x', 'c'],
    ]);
  });

  test.each([['('], ['a(?=b)'], ['(a)\\1'], ['[a'], ['*a'], ['\\'], ['[[:nope:]]'], ['a**']])(
    '%s can not be read',
    (pattern) => {
      expect(() => call('findRE', [pattern, 'a'])).toThrow(`error parsing regexp`);
    },
  );
});

describe('replaceRE', () => {
  test.each<[values: readonly unknown[], result: string]>([
    [['^https?://([^/]+).*', '$1', 'http://gohugo.io/docs'], 'gohugo.io'],
    [['(a)(b)', '${2}x$1', 'ab'], 'bxa'],
    [['(?P<first>a)', '[$first]', 'a'], '[a]'],
    [['(a)', '$1x', 'a'], ''],
    [['a', '$$', 'a'], '$'],
    [['a', '$9', 'ba'], 'b'],
    [['\\s+', ' ', 'a  b\n c'], 'a b c'],
    [['a', 'b', 'aaa', 2], 'bba'],
    [['x*', '-', 'abc'], '-a-b-c-'],
    [['a*', '-', 'baaac'], '-b-c-'],
  ])('%j', (values, result) => {
    expect(call('replaceRE', values)).toBe(result);
  });
});
