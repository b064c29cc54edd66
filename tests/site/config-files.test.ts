/** The files that a configuration is merged from: the root, those of `config/`, and those that a command names. */
import { expect, test } from 'vitest';
import type { SiteConfig, SiteOverrides } from '../../src/types.ts';
import { readConfig as read } from '../support/read-config.ts';

/** The configuration of files that have to be without mistakes. */
function configOf(files: Readonly<Record<string, string>>, overrides: SiteOverrides = {}): SiteConfig {
  const { config, diagnostics } = read(files, overrides);
  expect(diagnostics).toEqual([]);
  return config;
}

const params = 'b = 2\n[deep]\nx = 1\n';

test('those of config/ by their names, the environment over the default', () => {
  const config = configOf({
    'config/_default/hugo.toml': 'title = "D"\n[params]\na = 1\nb = 1\n',
    'config/_default/params.toml': params,
    'config/production/params.toml': 'b = 3\n',
    'config/_default/menus.en.toml': '[[main]]\nname = "m"\n',
    'config/_default/languages.fr.toml': 'title = "F"\n',
    'config/_default/params.fr.yaml': 'c: 4\n',
    'config/_default/notes.txt': 'no configuration',
  });
  expect(config).toMatchObject({ title: 'D', params: { a: 1, b: 3, deep: { x: 1 } } });
  expect(config.raw['languages']).toEqual({
    en: { menus: { main: [{ name: 'm' }] } },
    fr: { title: 'F', params: { c: 4 } },
  });
  expect(config.usedFiles).toEqual([
    'config/_default/hugo.toml',
    'config/_default/languages.fr.toml',
    'config/_default/menus.en.toml',
    'config/_default/params.fr.yaml',
    'config/_default/params.toml',
    'config/production/params.toml',
  ]);
  expect(config.location?.source.path).toBe('config/_default/hugo.toml');
});

test('those of config/ over the root', () => {
  const config = configOf({
    'hugo.toml': 'title = "R"\n[params]\nr = 1\na = 9\n',
    'config/_default/hugo.toml': 'title = "D"\n[params]\na = 1\n',
  });
  expect(config).toMatchObject({ title: 'D', params: { r: 1, a: 1 } });
  expect(config.location?.source.path).toBe('hugo.toml');
});

test.each([
  [{}, 'D', 'production'],
  [{ environment: 'dev' }, 'DEV', 'dev'],
  [{ variables: { HUGO_ENVIRONMENT: 'dev' } }, 'DEV', 'dev'],
  [{ variables: { HUGO_ENV: 'dev' } }, 'DEV', 'dev'],
  [{ variables: { HUGO_ENVIRONMENT: 'dev' }, environment: 'other' }, 'D', 'other'],
])('the environment of %j', (overrides, title, environment) => {
  const config = configOf(
    {
      'config/_default/config.toml': 'title = "D"\n',
      'config/dev/config.toml': 'title = "DEV"\n',
    },
    overrides,
  );
  expect(config).toMatchObject({ title, environment });
});

test('a key in other letters is the same key, and a later file has the last word', () => {
  const { title, params } = configOf({
    'hugo.toml': 'Title = "a"\n[Params]\nFoo = 1\n[params.Reveal_Hugo]\ntheme = "black"\n',
    'config/_default/hugo.toml': 'TITLE = "b"\n[params]\nfoo = 2\n[params.reveal_hugo]\nTheme = "moon"\n',
  });
  expect(title).toBe('b');
  expect(params).toEqual({ foo: 2, reveal_hugo: { Theme: 'moon' } });
});

test.each([
  ['a.toml,b.yaml', 'b', { a: 1, b: 1 }],
  ['b.yaml, ./a', 'a', { a: 1, b: 1 }],
  ['b', 'b', { b: 1 }],
])('those that --config names: %s', (config, title, params) => {
  const files = {
    'hugo.toml': 'title = "hugo"\n[params]\nhugo = 1\n',
    'a.toml': 'title = "a"\n[params]\na = 1\n',
    'b.yaml': 'title: b\nparams: {b: 1}\n',
  };
  expect(configOf(files, { config })).toMatchObject({ title });
  expect(configOf(files, { config }).params).toEqual(params);
});

test('one that --config names and that is not there', () => {
  const { diagnostics } = read({ 'hugo.toml': '' }, { config: 'a.toml' });
  expect(diagnostics).toMatchObject([{ code: 'config-invalid', severity: 'error' }]);
  expect(diagnostics[0]?.message).toContain('a.toml');
});

test('a mistake is told at the file that has the last word', () => {
  const { diagnostics } = read({
    'hugo.toml': 'buildDrafts = true\n[params]\na = 1\n',
    'config/_default/hugo.yaml': 'title: T\nbuildDrafts: maybe\n',
    'config/_default/markup.toml': 'x = 1\n[goldmark.renderer]\nunsafe = "maybe"\n',
  });
  expect(diagnostics.map(({ file, line, column }) => `${file}:${line}:${column}`).sort()).toEqual([
    'config/_default/hugo.yaml:2:1',
    'config/_default/markup.toml:3:1',
  ]);
});
