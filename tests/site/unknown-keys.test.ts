/** Keys of front matter and of the configuration that resemble one of Hugo's. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const found = (files: string): readonly string[] =>
  buildSite(files).diagnostics.map(
    ({ severity, code, file, line, column, hint }) => `${severity} ${code} ${file}:${line}:${column} ${hint}`,
  );

const page = (key: string): string =>
  `-- content/_index.md --\n+++\noutputs = ["Reveal"]\n${key} = "a"\n+++\n\n# One\n`;

describe('front matter of decks', () => {
  test.each([
    ['tilte', 'title'],
    ['titel', 'title'],
    ['Titel', 'title'],
    ['darft', 'draft'],
    ['wieght', 'weight'],
    ['weigth', 'weight'],
    ['desciption', 'description'],
    ['reveal-hugo', 'reveal_hugo'],
    ['revealhugo', 'reveal_hugo'],
    ['revealHugo', 'reveal_hugo'],
    ['publish_date', 'publishDate'],
    ['tpye', 'type'],
    ['dtae', 'date'],
    ['layuot', 'layout'],
    ['casade', 'cascade'],
  ])('%s', (key, nearest) => {
    expect(found(page(key))).toEqual([
      `warning key-unknown content/_index.md:3:1 Did you mean "${nearest}"?`,
    ]);
  });

  test.each([
    'author',
    'authors',
    'image',
    'images',
    'tag',
    'tags',
    'category',
    'link',
    'event',
    'slides',
    'cover',
    'subtitle',
    'lang',
    'data',
    'height',
    'tile',
    'topic',
    'state',
    'time',
    'role',
    'version',
    'output',
    'summary',
    'toc',
    'math',
    'TITLE',
    'linktitle',
    'LastMod',
    'my_key',
    'x',
    'resource',
    'published',
    'series',
    'menu',
    'theme',
    'rate',
  ])('near misses: %s', (key) => {
    expect(found(page(key)).filter((one) => one.includes('key-unknown'))).toEqual([]);
  });

  test('a key beside the right one', () => {
    const text = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\ntitle = "a"\ntitel = "b"\n+++\n# One\n';
    expect(found(text)).toEqual([]);
  });

  test('a key that a template reads', () => {
    const template = '-- layouts/partials/reveal-hugo/head.html --\n{{ .Params.titel }}\n';
    expect(found(template + page('titel'))).toEqual([]);
  });

  test('in YAML, and in a further page of a deck', () => {
    const text = `${page('title')}-- content/home/a.md --\n---\nwieght: 2\n---\n\n# Two\n`;
    expect(found(text)).toEqual(['warning key-unknown content/home/a.md:2:1 Did you mean "weight"?']);
  });

  test('pages that are no decks, unless they were meant as decks', () => {
    const other = (key: string): string =>
      `${page('title')}-- content/blog/a.md --\n+++\n${key}\n+++\n\nwords\n`;
    expect(found(other('titel = "a"'))).toEqual([]);
    expect(found(other('output = "pdf_document"'))).toEqual([]);
    expect(found(other('output = ["Reveal"]'))).toEqual([
      'warning key-unknown content/blog/a.md:2:1 Did you mean "outputs"?',
    ]);
    expect(found(other('reveal-hugo = {theme = "moon"}'))).toEqual([
      'warning key-unknown content/blog/a.md:2:1 Did you mean "reveal_hugo"?',
    ]);
  });
});

describe('the configuration', () => {
  test.each([
    ['titel = "a"', 'title'],
    ['[param]\na = 1', 'params'],
    ['[langauges.en]\ntitle = "a"', 'languages'],
    ['bseURL = "/a/"', 'baseURL'],
    ['base_url = "/a/"', 'baseURL'],
    ['publicDir = "out"', 'publishDir'],
    ['contentdirs = "out"', 'contentDir'],
    ['[markups]\na = 1', 'markup'],
    ['[modules]\na = 1', 'module'],
  ])('%j', (text, nearest) => {
    const reported = found(`-- hugo.toml --\n${text}\n${page('title')}`);
    expect(reported).toEqual([
      expect.stringMatching(new RegExp(`^warning key-unknown hugo.toml:1:\\d Did you mean "${nearest}"`)),
    ]);
  });

  test.each([
    'title = "a"\nbaseurl = "/"',
    'TITLE = "a"\nBaseUrl = "/"',
    'languageCode = "en"\npaginate = 5\n[outputFormats.Reveal]\nbaseName = "index"',
    'googleAnalytics = "x"\ndisqusShortname = "y"\n[author]\nname = "a"',
    'copyright = "a"\nenableGitInfo = true\nsummaryLength = 10\n[privacy]\n[services]\n[imaging]\n[related]',
    '[social]\na = "b"',
    'version = "1"\ntags = ["a"]',
  ])('near misses: %j', (text) => {
    expect(found(`-- hugo.toml --\n${text}\n${page('title')}`)).toEqual([]);
  });
});
