/** Which folders of a site are seen where, with and without `[[module.mounts]]`. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { findMounted, listMounted, withoutFiltered } from '../../src/site/mounts/mounts.ts';
import type { Component, Mount } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';

function mountsOf(text: string): readonly Mount[] {
  const { config, diagnostics } = readConfig({ 'hugo.toml': text });
  expect(diagnostics).toEqual([]);
  return config.mounts;
}

/** The mounts of one component: source, target and language. */
const rows = (text: string, component: Component): unknown[] =>
  mountsOf(text)
    .filter((mount) => mount.component === component)
    .map(({ source, target, language }) => [source, target, language]);

describe('folders that a key names', () => {
  test.each([
    ['contentDir = "pages"', 'content', ['pages']],
    ['staticDir = ["static", "more/"]', 'static', ['static', 'more']],
    ['staticDir = "a"\nstaticDir0 = "b"\nstaticDir10 = ["c", "a"]', 'static', ['a', 'b', 'c']],
    ['staticDir1 = "b"', 'static', ['b']],
    ['staticDir = []', 'static', []],
    ['[languages.en]\n[languages.fr]\nstaticDir = "french"', 'static', ['static', 'french']],
    ['staticDir = "a"\n[languages.en]\nstaticDir1 = "b"', 'static', ['a', 'b']],
    ['dataDir = "facts"', 'data', ['facts']],
    ['i18nDir = "words"', 'i18n', ['words']],
  ] as const)('%s', (line, component, sources) => {
    expect(rows(`${line}\n`, component)).toEqual(sources.map((source) => [source, '', undefined]));
  });

  test('one for each language', () => {
    const text = `
contentDir = "content"
[languages.en]
[languages.fr]
contentDir = "content.fr"
[languages.de]
contentDir = "content"
`;
    expect(rows(text, 'content')).toEqual([
      ['content', '', undefined],
      ['content.fr', '', 'fr'],
    ]);
  });

  test('outside of the site', () => {
    const { config, diagnostics } = readConfig({ 'hugo.toml': '\ncontentDir = "../x"\n' });
    expect(diagnostics).toMatchObject([{ code: 'mount-outside', severity: 'warning', line: 2 }]);
    expect(config.mounts.filter(({ component }) => component === 'content')).toEqual([]);
  });
});

describe('[[module.mounts]]', () => {
  const mount = (source: string, target: string, more = ''): string =>
    `[[module.mounts]]\nsource = '${source}'\ntarget = '${target}'\n${more}`;

  test('take the place of the folder of their component, and of no other', () => {
    const text = `${mount('a', 'static')}${mount('./b/', 'static/sub')}`;
    expect(rows(text, 'static')).toEqual([
      ['a', '', undefined],
      ['b', 'sub', undefined],
    ]);
    expect(rows(text, 'content')).toEqual([['content', '', undefined]]);
  });

  test('in a language', () => {
    expect(rows(mount('a', 'content/x', "lang = 'FR'\n"), 'content')).toEqual([['a', 'x', 'fr']]);
    const matrix = "[module.mounts.sites.matrix]\nlanguages = ['de']\n";
    expect(rows(mount('a', 'content', matrix), 'content')).toEqual([['a', '', 'de']]);
  });

  test('in several languages', () => {
    const matrix = "[module.mounts.sites.matrix]\nlanguages = ['de', 'fr']\n";
    expect(rows(mount('a', 'content', matrix), 'content')).toEqual([
      ['a', '', 'de'],
      ['a', '', 'fr'],
    ]);
  });

  test.each([
    ["files = '! x.md'\n", ['! x.md']],
    ["files = ['sub/**', 'x.md']\n", ['sub/**', 'x.md']],
    ["includeFiles = 'sub/**'\n", ['sub/**']],
    ["excludeFiles = ['x.md', 'y/**']\n", ['! x.md', '! y/**']],
    ["EXCLUDEFILES = 'x.md'\n", ['! x.md']],
    ["excludeFiles = 'a'\nincludeFiles = 'b'\nfiles = 'c'\n", ['c', 'b', '! a']],
    ['files = []\n', undefined],
    ['disableWatch = true\n', undefined],
  ])('with %j', (more, files) => {
    expect(mountsOf(mount('a', 'static', more)).find(({ source }) => source === 'a')?.files).toEqual(files);
  });

  test.each([
    ["exludeFiles = 'x'\n", 'mount-key', 'Did you mean excludeFiles?'],
    ["file = 'x'\n", 'mount-key', 'Did you mean files?'],
    ["[module.mounts.sites]\nlanguages = ['de']\n", 'mount-key', 'sites.matrix.languages'],
    ["[module.mounts.sites.matrix]\nversions = ['v1']\n", 'mount-key', 'sites.matrix.languages'],
    ["[module.mounts.sites.matrix]\nlanguages = ['! de']\n", 'mount-languages', 'List each language'],
    ["files = ['!x/**']\n", 'mount-pattern', 'Write "! x/**"'],
    ["files = ' ! x'\n", 'mount-pattern', 'Write "! x"'],
  ])('told of %j', (more, code, hint) => {
    const { diagnostics } = readConfig({ 'hugo.toml': mount('a', 'static', more) });
    expect(diagnostics).toMatchObject([{ code, severity: 'warning', hint: expect.stringContaining(hint) }]);
    expect(diagnostics[0]?.line).toBeGreaterThan(0);
  });

  test('a filter of the wrong type', () => {
    const { diagnostics } = readConfig({ 'hugo.toml': mount('a', 'static', 'files = [{x = 1}]\n') });
    expect(diagnostics).toMatchObject([{ code: 'value-type', severity: 'error' }]);
  });

  test('of packages', () => {
    expect(rows(mount('node_modules/x/dist', 'static/x'), 'static')).toEqual([
      ['node_modules/x/dist', 'x', undefined],
    ]);
  });

  test('of nothing', () => {
    expect(rows(`${mount('a', 'static')}${mount('/dev/null', 'static/x')}`, 'static')).toEqual([
      ['a', '', undefined],
    ]);
  });

  test.each([
    ['../x', 'mount-outside', 'warning', 5],
    ['a/../../x', 'mount-outside', 'warning', 5],
    ['/etc', 'mount-outside', 'warning', 5],
    ['C:\\x', 'mount-outside', 'warning', 5],
    ['', 'mount-invalid', 'error', 4],
  ])('a source %j', (source, code, severity, line) => {
    const { config, diagnostics } = readConfig({
      'hugo.toml': `${mount('a', 'static')}${mount(source, 'static/y')}`,
    });
    expect(diagnostics).toMatchObject([{ code, severity, line }]);
    expect(config.mounts.filter(({ component }) => component === 'static')).toHaveLength(1);
  });

  test('without a source, and into a folder that does not exist', () => {
    const { diagnostics } = readConfig({ 'hugo.toml': `${mount('', 'static/y')}${mount('a', 'pictures')}` });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the mount to "static/y" has no source',
      'the target "pictures" is not in one of the site\'s folders',
    ]);
  });

  test.each(['nowhere', 'nowhere/static', ''])('a target %j', (target) => {
    const { diagnostics } = readConfig({ 'hugo.toml': mount('a', target) });
    expect(diagnostics).toMatchObject([{ code: 'mount-invalid', line: 1 }]);
  });
});

describe('what is seen', () => {
  const texts = {
    'static/a.css': '',
    'static/sub/b.css': '',
    'node_modules/x/dist/b.css': '',
    'node_modules/x/dist/c.css': '',
    'one.css': '',
  };
  const mounts = mountsOf(`
[module]
mounts = [
  {source = "static", target = "static"},
  {source = "node_modules/x/dist", target = "static/sub"},
  {source = "one.css", target = "static/only/one.css"},
]
`);

  test('of two files at one path the first mount wins', () => {
    const seen = listMounted(memoryFiles(texts), mounts, 'static');
    expect(seen.map(({ path, source }) => [path, source])).toEqual([
      ['a.css', 'static/a.css'],
      ['only/one.css', 'one.css'],
      ['sub/b.css', 'static/sub/b.css'],
      ['sub/c.css', 'node_modules/x/dist/c.css'],
    ]);
  });

  test.each([
    ['a.css', 'static/a.css'],
    ['sub/b.css', 'static/sub/b.css'],
    ['sub/c.css', 'node_modules/x/dist/c.css'],
    ['only/one.css', 'one.css'],
    ['only/two.css', undefined],
    ['one.css', undefined],
    ['', undefined],
  ])('%s is %s', (path, source) => {
    expect(findMounted(memoryFiles(texts), mounts, 'static', path)).toBe(source);
  });
});

describe('what a filter leaves out', () => {
  const texts = {
    'content/a.md': '',
    'content/sub/b.md': '',
    'content/sub/secret.md': '',
    'one.md': '',
    'layouts/index.hbs': '',
    'layouts/deck.hbs': '',
  };
  const files = memoryFiles(texts);

  test('is in no list, and not found', () => {
    const mounts = mountsOf(`
[[module.mounts]]
source = "content/sub"
target = "content/x"
files = "! secret.md"
[[module.mounts]]
source = "one.md"
target = "content/two.md"
files = "! one.md"
`);
    expect(listMounted(files, mounts, 'content').map(({ path }) => path)).toEqual(['x/b.md']);
    expect(findMounted(files, mounts, 'content', 'x/b.md')).toBe('content/sub/b.md');
    expect(findMounted(files, mounts, 'content', 'x/secret.md')).toBeUndefined();
    expect(findMounted(files, mounts, 'content', 'two.md')).toBeUndefined();
  });

  test('leaves its place to the next mount', () => {
    const mounts = mountsOf(`
[module]
mounts = [
  {source = "content/sub", target = "content", files = ["! **"]},
  {source = "content", target = "content"},
]
`);
    expect(findMounted(files, mounts, 'content', 'a.md')).toBe('content/a.md');
  });

  test('is hidden from who looks into the folder', () => {
    const mounts = mountsOf(
      "[[module.mounts]]\nsource = 'layouts'\ntarget = 'layouts'\nfiles = '! index.*'\n",
    );
    const seen = withoutFiltered(files, mounts, 'layouts');
    expect(seen.list('layouts')).toEqual(['layouts/deck.hbs']);
    expect([seen.has('layouts/index.hbs'), seen.read('layouts/index.hbs')]).toEqual([false, undefined]);
    expect(seen.has('content/a.md')).toBe(true);
  });
});
