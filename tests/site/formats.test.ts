/** The formats of front matter, configuration and data, as Hugo 0.169 reads them, and where their keys stand. */
import { describe, expect, test } from 'vitest';
import { formatNamed, findFormat } from '../../src/site/formats/formats.ts';
import type { FormatName } from '../../src/types.ts';
import { mistakeIn } from '../support/format-mistake.ts';

const parse = (name: FormatName, text: string): unknown => formatNamed(name).parse(text);

describe('YAML', () => {
  test.each([
    ['010', 8],
    ['0o10', 8],
    ['0x1F', 31],
    ['0b11', 3],
    ['1_000', 1000],
    ['-010', -8],
    ['-0x1F', -31],
    ['+5', 5],
    ['0', 0],
    ['-0.5', -0.5],
    ['007', 7],
    ['08', '08'],
    ['0x', '0x'],
    ['.5', 0.5],
    ['5.', 5],
    ['1.10', 1.1],
    ['1.5e3', 1500],
    ['1e3', '1e3'],
    ['12:30', '12:30'],
    ['1.2.3', '1.2.3'],
    ['_1', '_1'],
    ['.', '.'],
    ['-', [null]],
    ['18446744073709551615', 18446744073709552000],
    ['99999999999999999999', '99999999999999999999'],
    ['-99999999999999999999', '-99999999999999999999'],
    ['.inf', Infinity],
    ['.NaN', Number.NaN],
    ['yes', 'yes'],
    ['on', 'on'],
    ['n', 'n'],
    ['True', true],
    ['~', null],
    ['2024-01-02', '2024-01-02'],
    ['2024-01-02T03:04:05Z', '2024-01-02T03:04:05Z'],
    ['2024-01-02 03:04:05', '2024-01-02 03:04:05'],
    ['!foo x', 'x'],
    ['!foo {b: 1}', { b: 1 }],
    ['!!str 010', '010'],
    ['"010"', '010'],
  ])('a: %s', (text, value) => {
    expect(parse('YAML', `a:\n  ${text}\n`)).toEqual({ a: value });
  });

  test.each([
    ['merge keys', 'b: &b {x: 1, y: 1}\nc:\n  <<: *b\n  y: 2\n', { b: { x: 1, y: 1 }, c: { x: 1, y: 2 } }],
    ['a key that others take for a truth value', 'y: 1\n', { y: 1 }],
    ['only the first document', 'a: 1\n...\nb: 2\n', { a: 1 }],
    ['a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['CRLF', 'a: |\r\n  x\r\n  y\r\nb: 1\r\n', { a: 'x\ny\n', b: 1 }],
    ['nothing', '', null],
    ['comments', '# a\n', null],
    ['a key that is a list', '? [a]\n: 1\n', { '[ a ]': 1 }],
  ])('%s', (_, text, value) => {
    expect(parse('YAML', text)).toEqual(value);
  });

  test('a key of all tables is a key like others', () => {
    const value = parse('YAML', '__proto__: {x: 1}\na: 1\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', 3],
    ['an alias without its anchor', 'a: 1\nb: *x\n', 8],
    ['a quotation mark that is not closed', 'title: "T\n', 7],
  ])('%s is a mistake', (_, text, least) => {
    const error = mistakeIn(formatNamed('YAML'), text);
    expect(error.offset).toBeGreaterThanOrEqual(least);
    expect(error.message).not.toMatch(/[.:]$/);
  });

  test('aliases that multiply each other are a mistake', () => {
    const lines = Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n},*a${n},*a${n}]\n`);
    expect(mistakeIn(formatNamed('YAML'), `a0: &a0 [x]\n${lines.join('')}`).message).toContain('alias');
  });
});

describe('TOML', () => {
  test.each([
    ['a byte order mark', '\uFEFFa = 1\n', { a: 1 }],
    ['CRLF in a text', 'a = """x\\\r\n  y"""\r\nb = 1\r\n', { a: 'xy', b: 1 }],
    ['a local time', 'a = 17:45:00 # when\nb = 1\n', { a: '17:45:00', b: 1 }],
    [
      'local times in a list',
      'a = [07:30:00, 08:00:00.5]\nb = {c = 09:00:00}\n',
      { a: ['07:30:00', '08:00:00.5'], b: { c: '09:00:00' } },
    ],
    [
      'what looks like one',
      'a = "[07:30:00]"\nb = 07:30:00\nc = 1\n',
      { a: '[07:30:00]', b: '07:30:00', c: 1 },
    ],
    ['a mixed list', 'a = [1, "b", {c = 2}]\n', { a: [1, 'b', { c: 2 }] }],
    ['a number beyond those of JavaScript', 'a = 9007199254740993\n', { a: 9007199254740992 }],
    ['dotted keys', 'a.b = 1\na.c = 2\n', { a: { b: 1, c: 2 } }],
  ])('%s', (_, text, value) => {
    expect(parse('TOML', text)).toEqual(value);
  });

  test('a date is one', () => {
    const day = new Date('2024-01-02');
    expect(parse('TOML', 'a = 2024-01-02\nb = [2024-01-02T10:00:00+02:00]\n')).toEqual({
      a: Object.assign(day, { isDate: true }),
      b: [new Date('2024-01-02T08:00:00Z')],
    });
    expect(parse('TOML', 'a = [{b = 2024-01-02}, {b = 2024-01-02 10:00:00}]\n')).toEqual({
      a: [{ b: new Date('2024-01-02') }, { b: new Date('2024-01-02T10:00:00Z') }],
    });
  });

  test('a key of all tables is a key like others', () => {
    const value = parse('TOML', '__proto__ = {x = 1}\n[b.__proto__]\ny = 1\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'b']);
    expect(({} as Record<string, unknown>)['y']).toBeUndefined();
  });

  test.each([
    ['a key twice', 'a = 1\na = 2\n', 6],
    ['a table twice', '[a]\n[a]\n', 4],
    ['no value', 'x = \n', 4],
  ])('%s is a mistake', (_, text, least) => {
    expect(mistakeIn(formatNamed('TOML'), text).offset).toBeGreaterThanOrEqual(least);
  });
});

describe('JSON', () => {
  test('a byte order mark', () => {
    expect(parse('JSON', '\uFEFF{"a": 1}\r\n')).toEqual({ a: 1 });
  });

  test.each([
    ['{"a": 1,}', 8],
    ['{"a": 1', 7],
  ])('%s is a mistake', (text, offset) => {
    expect(mistakeIn(formatNamed('JSON'), text).offset).toBe(offset);
  });
});

test.each([
  ['hugo.toml', 'TOML'],
  ['a/b.YML', 'YAML'],
  ['a.b.yaml', 'YAML'],
  ['x.json', 'JSON'],
  ['json', undefined],
  ['a.txt', undefined],
])('the format of %s', (file, name) => {
  expect(findFormat(file)?.name).toBe(name);
});

describe('where a key stands', () => {
  const texts = {
    TOML: `title = "T"
  Theme = ["a"]
x.y = 1
inline = {a = 1}
[params]
  a = 1
[params.deep]
b = 2
[[module.imports]]
path = "a"
[[module.imports]]
path = "b"
[[module.imports.mounts]]
source = "s"
`,
    YAML: `title: T
Theme: [a]
x: {y: 1}
inline: {a: 1}
params:
  a: 1
  deep:
    b: 2
module:
  imports:
    - path: a
    - path: b
      mounts:
        - source: s
`,
    JSON: `{
\t"title": "T", "Theme": ["a"],
\t"x": {"y": 1}, "inline": {"a": 1},
\t"params": {"a": 1, "deep": {"b": 2}},
\t"module": {"imports": [
\t\t{"path": "a"},
\t\t{"path": "b", "mounts": [{"source": "s"}]}
\t]}
}
`,
  } as const;
  const cases: readonly (readonly [string, Readonly<Record<FormatName, string>>])[] = [
    ['title', { TOML: '1:1', YAML: '1:1', JSON: '2:2' }],
    ['theme', { TOML: '2:3', YAML: '2:1', JSON: '2:16' }],
    ['X.Y', { TOML: '3:1', YAML: '3:5', JSON: '3:8' }],
    ['inline.a', { TOML: '4:1', YAML: '4:10', JSON: '3:28' }],
    ['params.a', { TOML: '6:3', YAML: '6:3', JSON: '4:13' }],
    ['params.deep', { TOML: '7:1', YAML: '7:3', JSON: '4:21' }],
    ['params.deep.b', { TOML: '8:1', YAML: '8:5', JSON: '4:30' }],
    ['params.deep.none', { TOML: '7:1', YAML: '7:3', JSON: '4:21' }],
    ['module.imports', { TOML: '9:1', YAML: '10:3', JSON: '5:13' }],
    ['module.imports.1.path', { TOML: '12:1', YAML: '12:7', JSON: '7:4' }],
    ['module.imports.1.mounts.0.source', { TOML: '14:1', YAML: '14:11', JSON: '7:29' }],
    ['none', { TOML: '', YAML: '', JSON: '' }],
  ];
  for (const name of ['TOML', 'YAML', 'JSON'] as const) {
    test.each(cases.map(([key, places]) => [key, places[name]]))(`${name}: %s`, (key, place) => {
      const text = texts[name];
      const offset = formatNamed(name).createLocator(text)(key.split('.'));
      const before = text.slice(0, offset).split('\n');
      const found = offset === undefined ? '' : `${before.length}:${(before.at(-1) ?? '').length + 1}`;
      expect(found).toBe(place);
    });
  }

  test('of a key in two spellings the last one', () => {
    expect(formatNamed('YAML').createLocator('a: 1\nA: 2\n')(['a'])).toBe(5);
  });

  test('in a text with mistakes', () => {
    expect(formatNamed('YAML').createLocator('a: 1\nb: "x\n')(['b'])).toBe(5);
    expect(formatNamed('YAML').createLocator('')(['a'])).toBeUndefined();
  });
});
