/** Addresses that sections have a say in, and accents that a site leaves out. The rows are what Hugo 0.169 makes. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles, memoryFiles } from '../../src/files.ts';
import { openSite, renderHtml } from '../support/site.ts';

const OUTPUT = 'outputs: [Reveal]\n';

/** The addresses of the pages of a site, by their paths. */
function addressesOf(config: string, pages: Readonly<Record<string, string>>): Record<string, string> {
  const texts = Object.fromEntries(
    Object.entries(pages).map(([file, yaml]) => [`content/${file}`, `---\n${yaml}\n---\n`]),
  );
  const site = openSite(
    memoryFiles({ ...texts, 'content/_index.md': `---\n${OUTPUT}---\n`, 'hugo.toml': config }),
  ).decks();
  expect(site.diagnostics).toEqual([]);
  const known = site.pages.filter(({ kind }) => kind !== 'home');
  return Object.fromEntries(known.map((page) => [page.path, page.address]));
}

const SITE = {
  'a/_index.md': 'slug: Al Pha',
  'a/p.md': 'title: P P',
  'a/b/_index.md': 'slug: be',
  'a/b/q.md': 'slug: qu',
  'a/n/r.md': '',
  'a/leaf/index.md': '',
  'a/c/_index.md': 'url: /zzz/',
  'a/c/d/_index.md': '',
  'a/c/d/e.md': '',
};

test('the slug of a section counts for what is below it, and its url does not', () => {
  expect(addressesOf('', SITE)).toEqual({
    a: 'al-pha/',
    'a/p': 'al-pha/p/',
    'a/b': 'al-pha/be/',
    'a/b/q': 'al-pha/be/qu/',
    'a/n/r': 'al-pha/n/r/',
    'a/leaf': 'al-pha/leaf/',
    'a/c': 'zzz/',
    'a/c/d': 'al-pha/c/d/',
    'a/c/d/e': 'al-pha/c/d/e/',
  });
});

test.each([
  ['/:sections/:contentbasename/', ['a/p/', 'a/b/q/', 'a/r/', 'a/c/d/e/']],
  ['/:sectionslugs/:contentbasename/', ['al-pha/p/', 'al-pha/be/q/', 'al-pha/r/', 'al-pha/e/']],
  ['/:section/:sectionslug/:contentbasename', ['a/al-pha/p/', 'a/al-pha/q/', 'a/al-pha/r/', 'a/al-pha/e/']],
  ['/:sections[1:]/:slugorcontentbasename/', ['p/', 'b/qu/', 'r/', 'c/d/e/']],
  ['/:sections[last]/:filename/', ['a/p/', 'b/q/', 'a/r/', 'd/e/']],
  ['/:sections[:last]/:filename/', ['p/', 'a/q/', 'r/', 'a/c/e/']],
  ['/x/:title:', ['x/p-p/', 'x/', 'x/', 'x/']],
])('permalinks %s', (pattern, addresses) => {
  const found = addressesOf(`[permalinks.page]\na = "${pattern}"\n`, SITE);
  expect(['a/p', 'a/b/q', 'a/n/r', 'a/c/d/e'].map((page) => found[page])).toEqual(addresses);
  expect(found['a/b']).toBe('al-pha/be/');
});

test.each([
  ['/sec/:sections/:slug/', 'sec/a/al-pha/', 'sec/a/b/be/'],
  ['/sec/:sectionslugs/', 'sec/al-pha/', 'sec/al-pha/be/'],
])('permalinks of sections %s', (pattern, first, second) => {
  const found = addressesOf(`[permalinks.section]\na = "${pattern}"\n`, SITE);
  expect([found['a'], found['a/b'], found['a/b/q']]).toEqual([first, second, 'al-pha/be/qu/']);
});

test.each([
  ['/:year/:month/:day/', '2024/02/05/', '1/01/01/'],
  ['/:monthname/:weekday/:weekdayname/:yearday/', 'february/1/monday/36/', 'january/1/monday/1/'],
  ['/:2006/:01-02/:Jan/', '2024/02-02/feb/', '0001/01-02/jan/'],
])('dates, and a page without one: %s', (pattern, dated, undated) => {
  const pages = { 'a/dated.md': 'date: 2024-02-05T10:00:00Z', 'a/undated.md': '' };
  const found = addressesOf(`[permalinks.page]\na = "${pattern}"\n`, pages);
  expect([found['a/dated'], found['a/undated']]).toEqual([dated, undated]);
});

describe('removePathAccents', () => {
  const PAGES = {
    'café/_index.md': '',
    'café/Où là.md': '',
    'café/s.md': 'slug: Zürich Süd',
    'café/u.md': 'url: /été/',
    'post/p.md': "title: 'Ça va ñ ø ß 한글 が й'",
    'Bundle-É/index.md': '',
  };
  const config = 'removePathAccents = true\n';
  const permalinks = '[permalinks.page]\npost = "/Écrits/:title/"\n';

  test('takes them from paths, slugs and permalinks, and not from a written url', () => {
    const found = addressesOf(config + permalinks, PAGES);
    expect(Object.entries(found).map(([page, address]) => [page, decodeURI(address)])).toEqual(
      expect.arrayContaining([
        ['Bundle-É', 'bundle-e/'],
        ['café', 'cafe/'],
        ['café/Où là', 'cafe/ou-la/'],
        ['café/s', 'cafe/zurich-sud/'],
        ['café/u', 'été/'],
        ['post/p', 'ecrits/ca-va-n-ø-ß-한글-か-и/'],
      ]),
    );
  });

  test('keeps capitals where the site keeps them', () => {
    const found = addressesOf(`${config}disablePathToLower = true\n${permalinks}`, PAGES);
    expect(decodeURI(found['post/p'] ?? '')).toBe('Ecrits/Ca-va-n-ø-ß-한글-か-и/');
    expect(found['Bundle-É']).toBe('Bundle-E/');
  });

  test('is followed by links', () => {
    const pipeline = openSite(diskFiles(path.join(import.meta.dirname, '../faults/path-accents/site')));
    const { decks, diagnostics } = pipeline.decks();
    expect(diagnostics).toEqual([]);
    expect(decks.map(({ outputPath }) => outputPath)).toEqual(['index.html', 'cafe/index.html']);
    const [root] = decks.map((deck) => renderHtml(pipeline, deck));
    expect(root?.sections.join('')).toContain('href="/cafe/"');
  });
});

test('a digit that is a power or a fraction is no part of a path', () => {
  expect(addressesOf('', { 'x² ½y.md': '' })).toEqual({ 'x² ½y': 'x-y/' });
});
