/** Which pages make which deck, in which order, and where it is written. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import type { Deck, SiteOverrides } from '../../src/types.ts';
import { openSite, parseSite } from '../support/site.ts';

const REVEAL = '+++\noutputs = ["Reveal"]\n+++\n';

/** The decks of a site, which has to be without mistakes. */
function decksOf(
  site: string | Readonly<Record<string, string>>,
  overrides?: SiteOverrides,
): readonly Deck[] {
  const files = typeof site === 'string' ? parseSite(site) : site;
  const { decks, diagnostics } = openSite(memoryFiles(files), overrides).decks();
  expect(diagnostics).toEqual([]);
  return decks;
}

/** The paths of the pages of each deck, by the path of its output. */
function pathsOf(site: string | Readonly<Record<string, string>>, overrides?: SiteOverrides) {
  return Object.fromEntries(
    decksOf(site, overrides).map(({ outputPath, pages }) => [outputPath, pages.map(({ path }) => path)]),
  );
}

/** The order in which a section shows pages with this front matter, by the names of their files. */
function orderOf(pages: Readonly<Record<string, string>>, config = ''): readonly string[] {
  const files = Object.entries(pages).map(([name, yaml]) => [
    `content/s/${name}.md`,
    yaml === '' ? 'x' : `---\n${yaml}\n---\n`,
  ]);
  const site = { ...Object.fromEntries(files), 'hugo.toml': config, 'content/s/_index.md': REVEAL };
  const [deck] = decksOf(site as Record<string, string>);
  return (deck?.pages ?? []).slice(1).map(({ path }) => path.slice('s/'.length));
}

describe('the order of pages', () => {
  test('weight, date, title, path, as Hugo has it', () => {
    const pages = {
      z: 'weight: 1',
      n1: 'title: N1',
      n2: 'title: a n2',
      d1: 'title: D1\ndate: 2020-01-01',
      d2: 'title: D2\ndate: 2021-01-01',
      w0: 'weight: 0\ntitle: W0',
      neg: 'weight: -5\ntitle: Neg',
      w2b: 'weight: 2\ntitle: B',
      w2a: 'weight: 2\ntitle: A',
      w2lt: 'weight: 2\ntitle: ZZ\nlinkTitle: AA',
      w2date: 'weight: 2\ntitle: ZZZ\ndate: 2020-01-01',
    };
    const order = ['neg', 'z', 'w2date', 'w2a', 'w2lt', 'w2b', 'd2', 'd1', 'n2', 'n1', 'w0'];
    expect(orderOf(pages)).toEqual(order);
  });

  test('weight 0 is none, and comes last', () => {
    expect(orderOf({ a: 'weight: 0', b: '', c: 'weight: 9', d: 'weight: -1' })).toEqual(['d', 'c', 'a', 'b']);
  });

  test('the newest date comes first, and none last', () => {
    const pages = { a: '', b: 'date: 2020-01-01', c: 'date: 2021-01-01T10:00:00Z', d: 'date: 2021-01-01' };
    expect(orderOf(pages)).toEqual(['c', 'd', 'b', 'a']);
  });

  test('titles are sorted as the language sorts them', () => {
    const titles = { a: 'b', b: 'B2', c: 'a', d: 'Z', e: 'é', f: 'f', g: '"10"', h: '"9"', i: '_x' };
    const pages = Object.entries(titles).map(([name, title]) => [name, `title: ${title}`]);
    expect(orderOf(Object.fromEntries(pages) as Record<string, string>)).toEqual([
      'i',
      'g',
      'h',
      'c',
      'a',
      'b',
      'e',
      'f',
      'd',
    ]);
  });

  test('the language is that of the site', () => {
    const pages = { a: 'title: ä', b: 'title: z' };
    expect(orderOf(pages, 'languageCode = "de"\n')).toEqual(['a', 'b']);
    expect(orderOf(pages, 'languageCode = "sv_SE"\n')).toEqual(['b', 'a']);
    expect(orderOf(pages, 'languageCode = "no language at all"\n')).toEqual(['a', 'b']);
  });

  test('paths are sorted by their characters, not as numbers', () => {
    expect(orderOf({ b: '', a: '', 10: '', 9: '' })).toEqual(['10', '9', 'a', 'b']);
  });

  test('the head comes first, whatever its weight', () => {
    const site = {
      'content/_index.md': '+++\noutputs = ["Reveal"]\nweight = 99\n+++\n',
      'content/home/a.md': '+++\nweight = 1\n+++\n',
    };
    expect(pathsOf(site)).toEqual({ 'index.html': ['', 'home/a'] });
  });
});

describe('which pages belong to a deck', () => {
  test('the root deck: the root page and every page of type home', () => {
    expect(
      pathsOf(`
-- content/_index.md --
${REVEAL}
-- content/home/b.md --
-- content/home/sub/c.md --
-- content/home/bundle/index.md --
-- content/home/bundle/resource.md --
-- content/other/typed.md --
---
type: home
---
-- content/home/typed.md --
---
type: other
---
-- content/other/x.md --
-- content/about.md --
`),
    ).toEqual({ 'index.html': ['', 'home/b', 'home/bundle', 'home/sub/c', 'other/typed'] });
  });

  test('the folder home may be a deck of its own beside', () => {
    expect(
      pathsOf(`
-- content/_index.md --
${REVEAL}
-- content/home/_index.md --
${REVEAL}
-- content/home/a.md --
`),
    ).toEqual({ 'index.html': ['', 'home/a'], 'home/index.html': ['home', 'home/a'] });
  });

  test('a section: its page, and the pages below it up to the next section', () => {
    expect(
      pathsOf(`
-- content/talk/_index.md --
${REVEAL}
-- content/talk/b.md --
-- content/talk/deeper/c.md --
-- content/talk/deeper/still/d.md --
-- content/talk/sub/_index.md --
${REVEAL}
-- content/talk/sub/e.md --
-- content/talk/sub/deeper/f.md --
-- content/talk/plain/_index.md --
-- content/talk/plain/g.md --
-- content/talks/h.md --
`),
    ).toEqual({
      'talk/index.html': ['talk', 'talk/b', 'talk/deeper/c', 'talk/deeper/still/d'],
      'talk/sub/index.html': ['talk/sub', 'talk/sub/deeper/f', 'talk/sub/e'],
    });
  });

  test('a page in a section is no deck, even if it asks for the output', () => {
    const site = { 'content/s/_index.md': REVEAL, 'content/s/a.md': REVEAL, 'content/s/b.md': 'x' };
    expect(pathsOf(site)).toEqual({ 's/index.html': ['s', 's/a', 's/b'] });
  });

  test('a content folder of another name', () => {
    expect(
      pathsOf({
        'hugo.toml': 'contentDir = "slides/all"\n',
        'content/_index.md': REVEAL,
        'slides/all/_index.md': REVEAL,
        'slides/all/home/a.md': 'x',
      }),
    ).toEqual({ 'index.html': ['', 'home/a'] });
  });

  test('files of editors and systems are no pages', () => {
    expect(
      pathsOf({
        'content/_index.md': REVEAL,
        'content/home/.hidden.md': 'x',
        'content/home/.git/a.md': 'x',
        'content/home/a.md~': 'x',
        'content/home/#b.md#': 'x',
        'content/home/~c.md': 'x',
        'content/home/d.markdown': 'x',
        'content/home/e.txt': 'x',
        'content/home/f.MD': 'x',
      }),
    ).toEqual({ 'index.html': ['', 'home/d', 'home/f', 'home/~c'] });
  });
});

describe('which pages are decks', () => {
  test.each(['["Reveal"]', '["HTML", "Reveal"]', '"Reveal"', '"reveal"', '["REVEAL"]'])(
    'outputs = %s',
    (outputs) => {
      expect(pathsOf({ 'content/_index.md': `+++\noutputs = ${outputs}\n+++\n` })).toEqual({
        'index.html': [''],
      });
    },
  );

  test('the configuration speaks for pages that say nothing', () => {
    expect(
      pathsOf({
        'hugo.toml': '[outputs]\nhome = ["HTML"]\nsection = ["Reveal"]\n',
        'content/_index.md': '',
        'content/a/_index.md': '',
        'content/b/_index.md': '+++\noutputs = ["HTML"]\n+++\n',
      }),
    ).toEqual({ 'a/index.html': ['a'] });
  });

  test('the root deck comes first, the others by path', () => {
    const site = Object.fromEntries(
      ['b', 'a/z', 'a'].map((folder) => [`content/${folder}/_index.md`, REVEAL]),
    );
    expect(decksOf({ ...site, 'content/_index.md': REVEAL }).map(({ head }) => head.path)).toEqual([
      '',
      'a',
      'a/z',
      'b',
    ]);
  });
});
