/** What YAML, TOML and JSON may cost, and where it is told. */
import { describe, expect, test } from 'vitest';
import { createDiagnostic } from '../../src/diagnostics.ts';
import { findKeyOffset, formatNamed } from '../../src/site/formats/formats.ts';
import { mistakeIn } from '../support/format-mistake.ts';

describe('what costs too much', () => {
  test('the place of YAML that is nested too deep', () => {
    expect(mistakeIn(formatNamed('YAML'), `a: ${'['.repeat(5000)}`).offset).toBeCloseTo(255, -1);
  });

  test('a dotted key of TOML with 100,000 parts is located in linear time', () => {
    const locate = formatNamed('TOML').createLocator(`${'a.'.repeat(100_000)}a = 1`);
    expect(locate(['a', 'a'])).toBe(0);
  });

  test.each([
    ['TOML', `a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['YAML', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['YAML', '['.repeat(10_000)],
    // Each of the next five took all memory or the whole stack.
    ['YAML', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['YAML', '['.repeat(100_000)],
    ['YAML', `a:\n  ${'- '.repeat(100_000)}x`],
    ['YAML', `${'? '.repeat(50_000)}x`],
    ['YAML', '{a: '.repeat(100_000)],
    ['YAML', `${'[{a: '.repeat(2000)}${'}]'.repeat(2000)}`],
    ['TOML', `${'a.'.repeat(100_000)}a = 1`],
    ['TOML', `[${'a.'.repeat(100_000)}a]\nb = 1`],
    ['TOML', `a = ${'{a = '.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['YAML', Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['JSON', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['JSON', `${'['.repeat(300)}${']'.repeat(300)}`],
  ] as const)('%s nested too deep is a mistake', (name, text) => {
    expect(mistakeIn(formatNamed(name), text).message).toContain('nested more than 250 levels deep');
  });

  test('248 levels of each kind are read', () => {
    const kinds: readonly (readonly [open: string, close: string])[] = [
      ['[', ']'],
      ['{a: ', '}'],
      ['- ', ''],
    ];
    for (const [open, close] of kinds)
      expect(formatNamed('YAML').parse(`${open.repeat(248)}x${close.repeat(248)}`)).toBeInstanceOf(Object);
    const blocks = Array.from({ length: 248 }, (_, n) => `${' '.repeat(n)}a:`).join('\n');
    expect(formatNamed('YAML').parse(blocks)).toHaveProperty('a.a.a.a');
  });

  test('200 levels are read', () => {
    const text = `${'['.repeat(200)}${']'.repeat(200)}`;
    for (const name of ['YAML', 'JSON'] as const) expect(formatNamed(name).parse(text)).toBeInstanceOf(Array);
  });

  test.each([
    ['<<: x', 4, 'a merge key needs a map'],
    ['a: 1\n<<: [x]', 10, 'a merge key needs a map'],
    ['b: &b [1]\nc:\n  <<: *b', 19, 'a merge key needs a map'],
    ['a: &a {params: *a}', 15, 'inside of its own anchor'],
    ['a: &a [1, [*a]]', 11, 'inside of its own anchor'],
  ])('%s is a mistake with its place', (text, offset, words) => {
    const found = mistakeIn(formatNamed('YAML'), text);
    expect(found.message).toContain(words);
    expect(found.offset).toBe(offset);
  });

  test('thousands of anchors and keys of YAML are read', () => {
    const text = Array.from({ length: 5000 }, (_, n) => `k${n}: &a${n} [v${n}]\nl${n}: *a${n}`).join('\n');
    expect(formatNamed('YAML').parse(text)).toMatchObject({ l0: ['v0'], l4999: ['v4999'] });
  });

  test('an alias is the last anchor of its name above, and maps are merged', () => {
    const text = 'a: &x {n: 1}\nb: *x\nc: &x {n: 2, m: 3}\nd: *x\ne:\n  <<: [*x, {o: 4}]\n  n: 5';
    expect(formatNamed('YAML').parse(text)).toMatchObject({
      b: { n: 1 },
      d: { n: 2 },
      e: { n: 5, m: 3, o: 4 },
    });
  });
});

describe('a file with many mistakes is read once', () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `k${n}`);
  test.each([
    ['YAML', rows.map((key) => `${key}: 1`).join('\n')],
    ['TOML', rows.map((key) => `${key} = 1`).join('\n')],
    ['JSON', `{\n${rows.map((key) => `"${key}": 1`).join(',\n')}}`],
  ] as const)('%s', (format, text) => {
    const source = { path: `data/x.${format.toLowerCase()}`, text };
    const location = { source, start: 0, end: text.length, format };
    const found = rows.map((key) => {
      const offset = findKeyOffset(location, [key]);
      return createDiagnostic({ code: 'no-deck', message: key, hint: '', source, offset }).line;
    });
    expect(found).toEqual(rows.map((_, n) => n + (format === 'JSON' ? 2 : 1)));
  });
});

test.each([
  ['YAML', `a: 1\nb: ${'c: '.repeat(300)}1`],
  ['YAML', `a: 1\nb: ${'['.repeat(300)}`],
  ['JSON', `{"a": 1, "b": ${'['.repeat(300)}${']'.repeat(300)}}`],
  ['TOML', `a = 1\nb = ${'['.repeat(300)}${']'.repeat(300)}`],
] as const)('no key is found in %s that nests too deep, and nothing is thrown', (name, text) => {
  const locate = formatNamed(name).createLocator(text);
  expect(['number', 'undefined']).toContain(typeof locate(['nowhere']));
  expect(() => locate(['a'])).not.toThrow();
});
