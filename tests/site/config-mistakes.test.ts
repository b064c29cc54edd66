/** What is wrong in a configuration is reported at its line, and the default counts in its place. */
import { describe, expect, test } from 'vitest';
import { readConfig as read } from '../support/read-config.ts';

describe('mistakes', () => {
  test.each([
    ['hugo.toml', 'title = "T"\nbaseURL = T\n', 2],
    ['hugo.yaml', 'title: T\n  b: c\n', 1],
    ['hugo.yaml', '- a\n', 1],
    ['hugo.json', '{\n  "title": "T",\n}\n', 3],
    ['hugo.json', '["T"]\n', 1],
    ['config.toml', 'title = "T"\ntitle = "U"\n', 2],
  ])('%s that can not be read is reported, and the defaults count: %j', (file, text, line) => {
    const { config, diagnostics } = read({ [file]: text });
    expect(diagnostics.map((found) => [found.code, found.severity, found.file, found.line])).toEqual([
      ['config-invalid', 'error', file, line],
    ]);
    expect(config).toMatchObject({ title: '', baseURL: '/', params: {} });
  });

  test('a file that can not be read does not give way to the next one', () => {
    const { config } = read({ 'hugo.toml': 'title = T\n', 'config.toml': 'title = "C"\n' });
    expect(config.title).toBe('');
  });

  test.each([
    ['title = ["a"]', 'title', 1],
    ['title = 1979-05-27', 'title', 1],
    ['\nbaseURL = {a = 1}', 'baseURL', 2],
    ['staticDir = [["a"]]', 'staticDir', 1],
    ['params = "x"', 'params', 1],
    ['outputs = ["Reveal"]', 'outputs', 1],
    ['[outputs]\nhome = {a = 1}', 'outputs.home', 2],
    ['buildDrafts = "maybe"', 'buildDrafts', 1],
    ['buildFuture = 1', 'buildFuture', 1],
    ['x = 1\n[markup.goldmark.renderer]\nunsafe = "maybe"', 'markup.goldmark.renderer.unsafe', 3],
    ['[markup.goldmark]\nrenderer.hardWraps = 3', 'markup.goldmark.renderer.hardWraps', 2],
    ['[markup]\n  [markup.goldmark.extensions]\n  linkify = 2', 'markup.goldmark.extensions.linkify', 3],
    [
      '[markup.goldmark.extensions.typographer]\ndisable = 2',
      'markup.goldmark.extensions.typographer.disable',
      2,
    ],
  ])('a value of the wrong type is reported at its line, and its default counts: %j', (text, key, line) => {
    const { config, diagnostics } = read({ 'hugo.toml': `${text}\n` });
    expect(diagnostics.map((found) => [found.code, found.severity, found.file, found.line])).toEqual([
      ['value-type', 'error', 'hugo.toml', line],
    ]);
    expect(diagnostics[0]?.message).toContain(`${key} must be `);
    const { usedFiles: _, location: _place, raw: _raw, layers: _layers, ...values } = config;
    const { usedFiles: __, location: __place, raw: __raw, layers: __layers, ...defaults } = read({}).config;
    expect(values).toEqual(key === 'outputs.home' ? { ...defaults, outputs: { home: [] } } : defaults);
  });

  test.each([
    ['hugo.yaml', 'a: 1\nmarkup:\n  goldmark:\n    renderer:\n      unsafe: maybe\n', 5, 7],
    ['hugo.json', '{\n  "markup": {"goldmark": {"renderer": {\n    "unsafe": 3 }}}\n}\n', 3, 5],
    ['hugo.toml', '  buildDrafts = 3\n', 1, 3],
  ])('%s: the place is the key', (file, text, line, column) => {
    const { diagnostics } = read({ [file]: text });
    expect(diagnostics.map((found) => [found.line, found.column])).toEqual([[line, column]]);
  });

  test('all of them are reported', () => {
    const { diagnostics } = read({ 'hugo.toml': 'title = []\nbuildDrafts = 1\nbuildFuture = 2\n' });
    expect(new Set(diagnostics.map(({ line }) => line))).toEqual(new Set([1, 2, 3]));
  });
});
