/** An author's pattern means what it means to Go, and can't hang a build. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createPatternCompiler, Pattern, PatternError } from '../src/patterns.ts';

/** Where a pattern begins and what it finds. */
const found = (source: string, text: string, limit?: number): readonly (readonly [number, string])[] =>
  new Pattern(source).matches(text, limit).map(({ index, groups }) => [index, groups[0] ?? '']);

test.each([
  ['(a+)+$', `${'a'.repeat(50_000)}b`],
  ['(a|aa)+$', `${'a'.repeat(50_000)}b`],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(50_000)],
  ['(.*)(.*)(.*)(.*)(.*)x', 'a'.repeat(5_000)],
])('%s answers in a time that grows with the text alone', (source, text) => {
  const start = performance.now();
  expect(new Pattern(source).test(text)).toBe(false);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('of several branches the first one wins, not the longest', () => {
  expect(found('a|ab', 'ab')).toEqual([[0, 'a']]);
  expect(found('(?:a|ab)(?:c|bcd)', 'abcd')).toEqual([[0, 'abcd']]);
  expect(found('a*?', 'aa')).toEqual([
    [0, ''],
    [1, ''],
    [2, ''],
  ]);
});

test.each([
  ['\\pL+', 'äö1', [[0, 'äö']]],
  ['\\p{Cyrillic}', 'aЖ', [[1, 'Ж']]],
  ['(?i)straße', 'STRAßE', [[0, 'STRAßE']]],
  ['(?i)k', '\u212A', [[0, '\u212A']]],
  ['\\w+', 'aé', [[0, 'a']]],
  ['\\bé', 'é', []],
  ['.', '😀', [[0, '😀']]],
  ['$', 'a\n', [[2, '']]],
  [
    '(?U)a+',
    'aa',
    [
      [0, 'a'],
      [1, 'a'],
    ],
  ],
])('%s in %j', (source, text, expected) => {
  expect(found(source, text)).toEqual(expected);
});

test('groups by number and by name', () => {
  const [match] = new Pattern('(?P<year>\\d+)(-(?<month>\\d+))?').matches('in 2026');
  expect(match?.groups).toEqual(['2026', '2026', '', '']);
  expect(match?.named('year')).toBe('2026');
  expect(match?.named('month')).toBe('');
  expect(match?.named('constructor')).toBe('');
});

test('a limit', () => {
  expect(found('a', 'aaa', 2)).toEqual([
    [0, 'a'],
    [1, 'a'],
  ]);
  expect(found('a', 'aaa', 0)).toEqual([]);
});

describe('what can’t be read, in the words of Go', () => {
  test.each([
    ['(', 'missing closing ): `(`'],
    [')', 'unexpected ): `)`'],
    ['[a', 'missing closing ]: `[a`'],
    ['*a', 'missing argument to repetition operator: `*`'],
    ['a(?=b)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['a(?!b)', 'invalid or unsupported Perl syntax: `(?!`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['x{1001}', 'invalid repeat count: `{1001}`'],
    ['(?P<n>a)(?P<n>b)', 'duplicate capture group name: `n`'],
    ['[z-a]', 'invalid character class range: `z-a`'],
  ])('%s', (source, reason) => {
    expect(() => new Pattern(source)).toThrow(new PatternError(`error parsing regexp: ${reason}`));
  });

  test.each(['(?<=a)b', '(?<!a)b'])('%s looks behind', (source) => {
    expect(() => new Pattern(source)).toThrow(PatternError);
  });
});

test('patterns of one source are equal, and are compiled once', () => {
  expect(isDeepStrictEqual(new Pattern('a'), new Pattern('a'))).toBe(true);
  expect(isDeepStrictEqual(new Pattern('a'), new Pattern('b'))).toBe(false);
  const compile = createPatternCompiler();
  expect(compile('a')).toBe(compile('a'));
});
