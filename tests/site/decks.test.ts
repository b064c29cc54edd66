/** Which pages make which deck, and where it is written. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { resolveDecks, resolveDeckPaths, REVEAL } from '../support/resolve-decks.ts';
import { openSite } from '../support/site.ts';

describe('which pages belong to a deck', () => {
  test('the root deck: the root page and every page of type home', () => {
    expect(
      resolveDeckPaths(`
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
      resolveDeckPaths(`
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
      resolveDeckPaths(`
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
    expect(resolveDeckPaths(site)).toEqual({ 's/index.html': ['s', 's/a', 's/b'] });
  });

  test('a content folder of another name', () => {
    expect(
      resolveDeckPaths({
        'hugo.toml': 'contentDir = "slides/all"\n',
        'content/_index.md': REVEAL,
        'slides/all/_index.md': REVEAL,
        'slides/all/home/a.md': 'x',
      }),
    ).toEqual({ 'index.html': ['', 'home/a'] });
  });

  test('files of editors and systems are no pages', () => {
    expect(
      resolveDeckPaths({
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
      expect(resolveDeckPaths({ 'content/_index.md': `+++\noutputs = ${outputs}\n+++\n` })).toEqual({
        'index.html': [''],
      });
    },
  );

  test('the configuration speaks for pages that say nothing', () => {
    expect(
      resolveDeckPaths({
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
    expect(resolveDecks({ ...site, 'content/_index.md': REVEAL }).map(({ head }) => head.path)).toEqual([
      '',
      'a',
      'a/z',
      'b',
    ]);
  });
});

test('a folder is of a type whatever the case of its letters', () => {
  expect(resolveDeckPaths({ 'content/_index.md': REVEAL, 'content/Home/a.md': '' })).toEqual({
    'index.html': ['', 'Home/a'],
  });
});

test('of two decks at one place the first is kept', () => {
  const files = {
    'content/Talk/_index.md': REVEAL,
    'content/other/_index.md': '+++\noutputs = ["Reveal"]\nslug = "talk"\n+++\n',
  };
  const { decks, diagnostics } = openSite(memoryFiles(files)).decks();
  expect(decks.map(({ head }) => head.source.path)).toEqual(['content/Talk/_index.md']);
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ['output-conflict', 'content/other/_index.md'],
  ]);
});
