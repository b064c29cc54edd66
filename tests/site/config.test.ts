/** The configuration of a site: which file is read, in which format, and what counts where it says nothing. */
import { describe, expect, test } from 'vitest';
import type { SiteConfig, SiteOverrides } from '../../src/types.ts';
import { readConfig as read } from '../support/read-config.ts';

/** The configuration of files that have to be without mistakes. */
function configOf(files: Readonly<Record<string, string>>, overrides: SiteOverrides = {}): SiteConfig {
  const { config, diagnostics } = read(files, overrides);
  expect(diagnostics).toEqual([]);
  return config;
}

const TITLES = {
  'hugo.toml': 'title = "hugo.toml"\n',
  'hugo.yaml': 'title: hugo.yaml\n',
  'hugo.yml': 'title: hugo.yml\n',
  'hugo.json': '{"title": "hugo.json"}\n',
  'config.toml': 'title = "config.toml"\n',
  'config.yaml': 'title: config.yaml\n',
  'config.yml': 'title: config.yml\n',
  'config.json': '{"title": "config.json"}\n',
} as const;

describe('the file', () => {
  test.each(Object.entries(TITLES))('%s is read', (file, text) => {
    const config = configOf({ [file]: text, 'other.toml': 'title = "x"\n' });
    expect(config.title).toBe(file);
    expect(config.usedFiles).toEqual([file]);
  });

  test('only the first of those that are there is read, in the order of Hugo', () => {
    const left: Record<string, string> = { ...TITLES };
    for (const file of Object.keys(TITLES)) {
      expect(configOf(left).title).toBe(file);
      delete left[file];
    }
  });

  test('nothing of the others is taken over', () => {
    const { title, languageCode, params } = configOf({
      'hugo.toml': 'title = "H"\n',
      'config.toml': 'title = "C"\nlanguageCode = "zz"\n[params]\nc = 1\n',
    });
    expect({ title, languageCode, params }).toEqual({ title: 'H', languageCode: 'en', params: {} });
  });

  test.each([
    ['no file at all', {}, []],
    ['an empty file', { 'hugo.toml': '' }, ['hugo.toml']],
    ['a file of comments', { 'hugo.toml': '# nothing yet\n' }, ['hugo.toml']],
    ['keys that nobody knows', { 'hugo.toml': 'foo = 1\n[bar]\nx = 1\n' }, ['hugo.toml']],
  ])('the defaults count: %s', (_, files, usedFiles) => {
    const { place, ...values } = configOf(files);
    expect(place?.source.path).toBe(usedFiles[0]);
    expect(values).toEqual({
      title: '',
      baseURL: '/',
      basePath: '/',
      languageCode: 'en',
      contentDir: 'content',
      staticDirs: ['static'],
      layoutDir: 'layouts',
      publishDir: 'public',
      outputs: {},
      params: {},
      markup: {
        unsafe: undefined,
        typographer: true,
        linkify: true,
        autoHeadingId: true,
        headingAttributes: true,
        hardWraps: false,
      },
      buildDrafts: false,
      buildFuture: false,
      buildExpired: false,
      usedFiles,
    });
  });

  test.each([
    ['hugo.toml', 'title = "T"\r\n[params]\r\na = 1\r\n'],
    ['hugo.yaml', 'title: T\r\nparams:\r\n  a: 1\r\n'],
    ['hugo.json', '{\r\n"title": "T", "params": {"a": 1}\r\n}\r\n'],
  ])('%s with CRLF', (file, text) => {
    const { title, params } = configOf({ [file]: text });
    expect({ title, params }).toEqual({ title: 'T', params: { a: 1 } });
  });
});

describe('values', () => {
  test('keys are found in any case of their letters', () => {
    const { title, baseURL, params, markup } = configOf({
      'hugo.toml': `
TITLE = "T"
baseurl = "https://example.org/"
[Params]
fooBar = 1
[Markup.Goldmark.Renderer]
Unsafe = true
`,
    });
    expect({ title, baseURL, params }).toEqual({
      title: 'T',
      baseURL: 'https://example.org/',
      params: { fooBar: 1 },
    });
    expect(markup.unsafe).toBe(true);
  });

  test.each([
    ['slides', 'slides'],
    ['slides/', 'slides'],
    ['./slides', 'slides'],
    ['/slides/', 'slides'],
    ['a/b', 'a/b'],
    ['a\\\\b', 'a/b'],
  ])('a folder written %j', (written, folder) => {
    const { contentDir, staticDirs, layoutDir, publishDir } = configOf({
      'hugo.toml': ['contentDir', 'staticDir', 'layoutDir', 'publishDir']
        .map((key) => `${key} = "${written}"\n`)
        .join(''),
    });
    expect({ contentDir, staticDirs, layoutDir, publishDir }).toEqual({
      contentDir: folder,
      staticDirs: [folder],
      layoutDir: folder,
      publishDir: folder,
    });
  });

  test('several static folders', () => {
    expect(configOf({ 'hugo.yaml': 'staticDir: [static, more/]\n' }).staticDirs).toEqual(['static', 'more']);
  });

  test('outputs by kind, in any case, as list and as one name', () => {
    const { outputs } = configOf({
      'hugo.toml': '[outputs]\nHome = ["HTML", "Reveal"]\nsection = "reveal"\n',
    });
    expect(outputs).toEqual({ home: ['html', 'reveal'], section: ['reveal'] });
  });

  test('every switch of Markdown', () => {
    const { markup } = configOf({
      'hugo.toml': `
[markup.goldmark.extensions]
linkify = false
typographer = false
[markup.goldmark.parser]
autoHeadingID = false
[markup.goldmark.parser.attribute]
title = false
[markup.goldmark.renderer]
hardWraps = true
unsafe = false
`,
    });
    expect(markup).toEqual({
      unsafe: false,
      typographer: false,
      linkify: false,
      autoHeadingId: false,
      headingAttributes: false,
      hardWraps: true,
    });
  });

  test.each([
    ['typographer: true', true],
    ['typographer: false', false],
    ['typographer: {disable: true}', false],
    ['typographer: {disable: false}', true],
    ['typographer: {leftSingleQuote: x}', true],
  ])('%s', (line, typographer) => {
    const { markup } = configOf({
      'hugo.yaml': `markup:\n  goldmark:\n    extensions:\n      ${line}\n`,
    });
    expect(markup.typographer).toBe(typographer);
  });

  test('a language code with any letters', () => {
    expect(configOf({ 'hugo.toml': 'languageCode = "pt_BR"\n' }).languageCode).toBe('pt_BR');
  });
});

describe('the command line wins over the file', () => {
  const file = {
    'hugo.toml': 'baseURL = "https://a/"\npublishDir = "a"\nbuildDrafts = true\nbuildFuture = true\n',
  };

  test('where it says something', () => {
    const overrides = {
      baseURL: 'https://b/c',
      publishDir: './b/',
      buildDrafts: false,
      buildExpired: true,
    };
    expect(configOf(file, overrides)).toMatchObject({
      baseURL: 'https://b/c/',
      basePath: '/c/',
      publishDir: 'b',
      buildDrafts: false,
      buildFuture: true,
      buildExpired: true,
    });
  });

  test('and leaves the file alone where it says nothing', () => {
    const overrides = { baseURL: undefined, publishDir: undefined, buildDrafts: undefined };
    expect(configOf(file, overrides)).toMatchObject({
      baseURL: 'https://a/',
      publishDir: 'a',
      buildDrafts: true,
      buildFuture: true,
      buildExpired: false,
    });
  });
});
