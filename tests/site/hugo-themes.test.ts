/** The themes of a site: what they bring, and what is said when they are not there. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { hashTemplate, isOriginal } from '../../src/site/themes/reveal-hugo-files.ts';
import { listMounted } from '../../src/site/mounts/mounts.ts';
import type { Component, SiteConfig } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';

type Texts = Readonly<Record<string, string>>;

function configOf(files: Texts): SiteConfig {
  const { config, diagnostics } = readConfig(files);
  expect(diagnostics).toEqual([]);
  return config;
}

/** The files that are seen in a component, by their path in it. */
function seen(files: Texts, component: Component): Record<string, string> {
  const mounted = listMounted(memoryFiles(files), configOf(files).mounts, component);
  return Object.fromEntries(mounted.map(({ path, source }) => [path, source]));
}

describe('reveal-hugo is built in', () => {
  test.each([
    'theme = "reveal-hugo"',
    'theme = ["reveal-hugo"]',
    'theme = ["github.com/dzello/reveal-hugo"]',
    'theme = "github.com/joshed-io/reveal-hugo/v4"',
    '[module]\nimports = [{path = "github.com/dzello/reveal-hugo"}]',
    '[[module.imports]]\npath = "github.com/someone/Reveal-Hugo"',
    '[module.imports]\npath = "reveal-hugo"',
  ])('%s', (text) => {
    expect(configOf({ 'hugo.toml': `${text}\n` }).themes).toEqual([]);
  });

  test('of a copy of it count the files that sites refer to, and what a fork has added', () => {
    const files = {
      'hugo.toml': 'theme = "reveal-hugo"\n',
      'themes/reveal-hugo/config.toml': '[params]\na = 1\n',
      'themes/reveal-hugo/layouts/index.reveal.html': '',
      'themes/reveal-hugo/layouts/partials/layout/head.html': 'changed',
      'themes/reveal-hugo/layouts/shortcodes/note.html': 'changed',
      'themes/reveal-hugo/layouts/shortcodes/of-a-fork.html': '',
      'themes/reveal-hugo/static/reveal-js/dist/reveal.js': '',
      'themes/reveal-hugo/static/reveal-hugo/themes/robot-lung.css': '',
      'themes/reveal-hugo/static/css/own.css': '',
      'themes/reveal-hugo/assets/reveal-hugo/themes/sunblind.scss': '',
    };
    const { params, themes } = configOf(files);
    expect({ params, themes }).toEqual({ params: {}, themes: [] });
    expect(seen(files, 'layouts')).toEqual({
      'shortcodes/note.html': 'themes/reveal-hugo/layouts/shortcodes/note.html',
      'shortcodes/of-a-fork.html': 'themes/reveal-hugo/layouts/shortcodes/of-a-fork.html',
    });
    expect(seen(files, 'static')).toEqual({
      'css/own.css': 'themes/reveal-hugo/static/css/own.css',
      'reveal-hugo/themes/robot-lung.css': 'themes/reveal-hugo/static/reveal-hugo/themes/robot-lung.css',
    });
    expect(seen(files, 'assets')).toEqual({
      'reveal-hugo/themes/sunblind.scss': 'themes/reveal-hugo/assets/reveal-hugo/themes/sunblind.scss',
    });
  });
});

test('a copy of it may have another name, and what the theme has had in its history is built in', () => {
  const files = {
    'hugo.toml': 'theme = "slides"\n',
    'themes/slides/layouts/_default/baseof.reveal.html': '',
    'themes/slides/layouts/partials/layout/javascript.html': '',
    'themes/slides/layouts/shortcodes/slide.html': 'changed',
    'themes/slides/static/reveal-js/dist/reveal.js': '',
  };
  expect(configOf(files).themes).toEqual([]);
  expect(seen(files, 'layouts')).toEqual({
    'shortcodes/slide.html': 'themes/slides/layouts/shortcodes/slide.html',
  });
  expect(seen(files, 'static')).toEqual({});
  expect(isOriginal('shortcodes/slide.html', 'changed')).toBe(false);
  expect(hashTemplate('a\r\nb\r\n\n')).toBe(hashTemplate('a\nb'));
});

test('params of a theme are below those of the site, and nothing else of it counts', () => {
  const config = configOf({
    'hugo.toml': 'title = "T"\ntheme = "t"\n[params]\na = 1\n[params.n]\nx = 1\n',
    'themes/t/hugo.toml':
      'title = "THEME"\nlanguageCode = "th"\n[params]\na = 2\nb = 2\n[params.n]\nx = 2\ny = 2\n[markup.goldmark.renderer]\nunsafe = true\n[outputFormats.Reveal]\nbaseName = "index"\n',
  });
  expect(config).toMatchObject({ title: 'T', languageCode: 'en', themes: ['t'] });
  expect(config.params).toEqual({ a: 1, b: 2, n: { x: 1, y: 2 } });
  expect(config.markup.unsafe).toBeUndefined();
  expect(config.raw['outputFormats']).toEqual({ Reveal: { baseName: 'index' } });
  expect(config.usedFiles).toEqual(['hugo.toml', 'themes/t/hugo.toml']);
  expect(config.location?.source.path).toBe('hugo.toml');
});

test('of several themes the first wins, and the site over all', () => {
  const files = {
    'hugo.toml': 'theme = ["a", "b"]\n',
    'layouts/partials/s.html': '',
    'themes/a/layouts/partials/s.html': '',
    'themes/a/layouts/partials/x.html': '',
    'themes/a/hugo.toml': '[params]\nwho = "a"\n',
    'themes/b/layouts/partials/x.html': '',
    'themes/b/layouts/partials/y.html': '',
    'themes/b/hugo.toml': '[params]\nwho = "b"\n',
    'themes/c/layouts/partials/z.html': '',
  };
  expect(configOf(files).params).toEqual({ who: 'a' });
  expect(configOf(files).themes).toEqual(['a', 'b']);
  expect(seen(files, 'layouts')).toEqual({
    'partials/s.html': 'layouts/partials/s.html',
    'partials/x.html': 'themes/a/layouts/partials/x.html',
    'partials/y.html': 'themes/b/layouts/partials/y.html',
  });
});

describe('imports', () => {
  test('come before the names of theme, and bring their own', () => {
    const files = {
      'hugo.toml': 'theme = "c"\n[[module.imports]]\npath = "a"\n',
      'themes/a/hugo.yaml': 'theme: [b, a, reveal-hugo]\n',
      'themes/b/static/x.css': '',
      'themes/c/config/_default/params.toml': 'c = 1\n',
    };
    expect(configOf(files)).toMatchObject({ themes: ['a', 'b', 'c'], params: { c: 1 } });
  });

  test.each([
    ['disable: true', [], []],
    ['noMounts: true', [], ['a', 'b']],
    ['ignoreImports: true', ['themes/a/static/a.css'], ['a']],
    ['ignoreConfig: true', ['themes/a/static/a.css'], ['a']],
    ['mounts: [{source: css, target: static}]', ['themes/a/css/m.css'], ['a', 'b']],
  ])('%s', (line, sources, themes) => {
    const files = {
      'hugo.yaml': `module: {imports: [{path: a, ${line}}]}\n`,
      'themes/a/hugo.toml': 'theme = "b"\n',
      'themes/a/static/a.css': '',
      'themes/a/css/m.css': '',
      'themes/b/hugo.toml': '',
    };
    expect(Object.values(seen(files, 'static'))).toEqual(sources);
    expect(configOf(files).themes).toEqual(themes);
  });

  test('of modules that are vendored', () => {
    const files = {
      'hugo.toml': 'theme = "example.org/x/slides"\n',
      '_vendor/example.org/x/slides/static/a.css': '',
    };
    expect(seen(files, 'static')).toEqual({ 'a.css': '_vendor/example.org/x/slides/static/a.css' });
  });
});

test('themesDir', () => {
  const files = { 'hugo.toml': 'themesDir = "looks"\ntheme = "a"\n', 'looks/a/static/a.css': '' };
  expect(seen(files, 'static')).toEqual({ 'a.css': 'looks/a/static/a.css' });
});

test('mounts that a theme lists take the place of its folders', () => {
  const files = {
    'hugo.toml': 'theme = "a"\n',
    'themes/a/hugo.toml': '[[module.mounts]]\nsource = "dist"\ntarget = "static/a"\n',
    'themes/a/dist/a.css': '',
    'themes/a/static/b.css': '',
  };
  expect(seen(files, 'static')).toEqual({ 'a/a.css': 'themes/a/dist/a.css' });
});

describe('a theme that is not there', () => {
  test.each([
    ['title = "T"\ntheme = "nope"\n', 2, 1],
    ['theme = ["reveal-hugo", "nope"]\n', 1, 1],
    ['[[module.imports]]\npath = "reveal-hugo"\n[[module.imports]]\n  path = "nope"\n', 4, 3],
    ['[module]\nimports = [{path = "nope"}, {path = "nope"}]\n', 2, 1],
    ['theme = ["nope", "NOPE"]\n', 1, 1],
  ])('is told once: %j', (text, line, column) => {
    const { config, diagnostics } = readConfig({ 'hugo.toml': text });
    expect(diagnostics).toMatchObject([{ code: 'theme-missing', severity: 'warning', line, column }]);
    expect(diagnostics[0]?.message).toContain('themes/nope');
    expect(config.themes).toEqual([]);
  });

  test('is told at the theme that imports it', () => {
    const { diagnostics } = readConfig({
      'hugo.toml': 'theme = "a"\n',
      'themes/a/hugo.toml': 'x = 1\ntheme = "b"\n',
    });
    expect(diagnostics).toMatchObject([{ code: 'theme-missing', file: 'themes/a/hugo.toml', line: 2 }]);
  });

  test('may be a submodule', () => {
    const { diagnostics } = readConfig({
      'hugo.toml': 'theme = "a"\n',
      '.gitmodules': '[submodule "themes/a"]\n\tpath = themes/a\n',
    });
    expect(diagnostics[0]?.hint).toContain('git submodule update --init themes/a');
  });

  test('is not looked for outside of the site', () => {
    const { config, diagnostics } = readConfig({ 'hugo.toml': 'theme = "../content"\n', 'content/a.md': '' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['theme-missing']);
    expect(config.themes).toEqual([]);
  });
});
