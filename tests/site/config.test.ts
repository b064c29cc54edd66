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
    const { location: place, layers, raw: _raw, markup: _markup, mounts, ...values } = configOf(files);
    expect(place?.source.path).toBe(usedFiles[0]);
    expect(layers.flatMap((layer) => layer.location?.source.path ?? [])).toEqual(usedFiles);
    expect(mounts.map(({ component, source }) => [component, source])).toEqual(
      ['content', 'static', 'layouts', 'data', 'assets', 'i18n', 'archetypes'].map((name) => [name, name]),
    );
    expect(values).toEqual({
      title: '',
      checks: {},
      baseURL: '/',
      basePath: '/',
      languageCode: 'en',
      environment: 'production',
      languages: [
        {
          code: 'en',
          name: '',
          title: '',
          languageCode: 'en',
          weight: 0,
          isDefault: true,
          folder: '',
          params: {},
        },
      ],
      contentDir: 'content',
      layoutDir: 'layouts',
      publishDir: 'public',
      themes: [],
      missingThemes: [],
      outputs: {},
      params: {},
      buildDrafts: false,
      buildFuture: false,
      buildExpired: false,
      uglyURLs: false,
      relativeURLs: false,
      canonifyURLs: false,
      disablePathToLower: false,
      removePathAccents: false,
      disableKinds: [],
      ignoreFiles: [],
      cascade: [],
      sitemap: { changefreq: undefined, priority: undefined, filename: 'sitemap.xml', disable: false },
      enableRobotsTXT: false,
      timeZone: undefined,
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
    const { title, baseURL, params, markup, raw } = configOf({
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
    expect(raw).toMatchObject({ TITLE: 'T', Params: { fooBar: 1 } });
  });

  test.each([
    ['slides', 'slides'],
    ['slides/', 'slides'],
    ['./slides', 'slides'],
    ['/slides/', 'slides'],
    ['a/b', 'a/b'],
    ['a\\\\b', 'a/b'],
  ])('a folder written %j', (written, folder) => {
    const { contentDir, layoutDir, publishDir, mounts } = configOf({
      'hugo.toml': [
        'contentDir',
        'staticDir',
        'layoutDir',
        'dataDir',
        'assetDir',
        'i18nDir',
        'archetypeDir',
        'publishDir',
      ]
        .map((key) => `${key} = "${written}"\n`)
        .join(''),
    });
    expect({ contentDir, layoutDir, publishDir }).toEqual({
      contentDir: folder,
      layoutDir: folder,
      publishDir: folder,
    });
    expect(new Set(mounts.map(({ source }) => source))).toEqual(new Set([folder]));
  });

  test('outputs by kind, in any case, as list and as one name', () => {
    const { outputs } = configOf({
      'hugo.toml': '[outputs]\nHome = ["HTML", "Reveal"]\nsection = "reveal"\n',
    });
    expect(outputs).toEqual({ home: ['html', 'reveal'], section: ['reveal'] });
  });

  test('a language code with any letters', () => {
    expect(configOf({ 'hugo.toml': 'languageCode = "pt_BR"\n' }).languageCode).toBe('pt_BR');
  });
});

describe('addresses and pages', () => {
  test('switches', () => {
    const keys = ['relativeURLs', 'canonifyURLs', 'disablePathToLower', 'uglyURLs'] as const;
    const config = configOf({ 'hugo.toml': keys.map((key) => `${key} = true\n`).join('') });
    expect(keys.map((key) => config[key])).toEqual([true, true, true, true]);
  });

  test.each([
    ['{posts: true, talks: true}', true],
    ['{posts: false, talks: false}', false],
    ['{}', false],
  ])('uglyURLs by section: %s', (value, uglyURLs) => {
    expect(configOf({ 'hugo.yaml': `uglyURLs: ${value}\n` }).uglyURLs).toBe(uglyURLs);
  });

  test('kinds in any case, by their former names too', () => {
    const { disableKinds } = configOf({
      'hugo.toml': 'disableKinds = ["RSS", "taxonomyTerm", "Section"]\n',
    });
    expect(disableKinds).toEqual(['rss', 'taxonomy', 'section']);
  });

  test.each([
    ['\\\\.foo$', 'a.foo', true],
    ['\\\\.foo$', 'a.foo.md', false],
    ['(?i)readme', 'README.md', true],
    ['\\\\Adrafts/.*\\\\z', 'drafts/a.md', true],
    ['(?P<d>draft)', 'my-draft.md', true],
  ])('ignoreFiles %s, %s: %s', (pattern, file, isIgnored) => {
    const { ignoreFiles } = configOf({ 'hugo.toml': `ignoreFiles = ["${pattern}"]\n` });
    expect(ignoreFiles.some((one) => one.test(file))).toBe(isIgnored);
  });

  test.each([
    ['cascade: {draft: true}\n', [{ draft: true }]],
    ['cascade: [{a: 1}, {b: 2}]\n', [{ a: 1 }, { b: 2 }]],
  ])('%j', (text, cascade) => {
    expect(configOf({ 'hugo.yaml': text }).cascade).toEqual(cascade);
  });

  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['', undefined],
    ['UTC', 'UTC'],
  ])('timeZone %j', (written, timeZone) => {
    expect(configOf({ 'hugo.toml': `timeZone = "${written}"\n` }).timeZone).toBe(timeZone);
  });

  test.each([
    ['"30s"', 30_000],
    ['"1m30s"', 90_000],
    ['"1.5h"', 5_400_000],
    ['"250ms"', 250],
    ['60000', 60_000],
    ['"60000"', 60_000],
  ])('timeout %s', (written, timeout) => {
    expect(configOf({ 'hugo.toml': `timeout = ${written}\n` }).timeout).toBe(timeout);
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
