/** Bundles and single pages that are decks. */
import { describe, expect, test } from 'vitest';
import { resolveDeckPaths, REVEAL } from '../support/resolve-decks.ts';

describe('bundles and single pages', () => {
  const LISTED = '+++\noutputs = ["Reveal"]\nlayout = "list"\n+++\n';
  const BUNDLE = '+++\noutputs = ["Reveal"]\nlayout = "bundle"\n+++\n';

  test('a bundle goes on with its own files, in order', () => {
    expect(
      resolveDeckPaths({
        'content/talk/index.md': BUNDLE,
        'content/talk/b.md': '---\nweight: 1\n---\n',
        'content/talk/a.md': '---\nweight: 2\n---\n',
        'content/talk/draft.md': '---\ndraft: true\n---\n',
        'content/talk/sub/c.md': '',
        'content/talk/sub/index.md': BUNDLE,
        'content/talks/d.md': '',
      }),
    ).toEqual({ 'talk/index.html': ['talk', 'talk/b', 'talk/a', 'talk/sub/c', 'talk/sub/index'] });
  });

  test('layout = "list" makes a deck of the page alone', () => {
    expect(
      resolveDeckPaths({
        'content/one.md': LISTED,
        'content/two.md': BUNDLE,
        'content/talk/index.md': LISTED,
        'content/talk/a.md': '',
      }),
    ).toEqual({ 'one/index.html': ['one'], 'talk/index.html': ['talk'], 'two/index.html': ['two'] });
  });

  test('a single page without such a layout is none', () => {
    const site = { 'content/_index.md': REVEAL, 'content/one.md': REVEAL, 'content/talk/index.md': REVEAL };
    expect(Object.keys(resolveDeckPaths(site))).toEqual(['index.html']);
  });

  test.each([REVEAL, BUNDLE])('a bundle at the top has what belongs to no other: %j', (head) => {
    expect(
      resolveDeckPaths({
        'content/index.md': head,
        'content/b.md': '',
        'content/home/a.md': '',
        'content/talk/_index.md': REVEAL,
        'content/talk/c.md': '',
      }),
    ).toEqual({ 'index.html': ['', 'b', 'home/a'], 'talk/index.html': ['talk', 'talk/c'] });
  });

  test('a bundle is a page of its section, its files are not', () => {
    const site = {
      'content/s/_index.md': REVEAL,
      'content/s/leaf/index.md': BUNDLE,
      'content/s/leaf/part.md': '',
    };
    expect(resolveDeckPaths(site)).toEqual({
      's/index.html': ['s', 's/leaf'],
      's/leaf/index.html': ['s/leaf', 's/leaf/part'],
    });
    const draft = { ...site, 'content/s/leaf/index.md': '---\ndraft: true\n---\n' };
    expect(resolveDeckPaths(draft)).toEqual({ 's/index.html': ['s'] });
  });

  test('a section whose layout is that of bundles stands alone, as in the theme', () => {
    expect(resolveDeckPaths({ 'content/s/_index.md': BUNDLE, 'content/s/a.md': '' })).toEqual({
      's/index.html': ['s'],
    });
  });
});
