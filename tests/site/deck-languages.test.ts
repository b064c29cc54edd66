/** The decks of a site in several languages. */
import { describe, expect, test } from 'vitest';
import { resolveDecks, resolveDeckPaths, REVEAL } from '../support/resolve-decks.ts';

describe('languages', () => {
  const CONFIG = 'languages: {en: {weight: 1}, fr: {weight: 2}}\n';

  test('a deck has the pages of its language; those of the default language come first', () => {
    const site = {
      'hugo.yaml': CONFIG,
      'content/_index.md': REVEAL,
      'content/_index.fr.md': REVEAL,
      'content/home/a.md': '',
      'content/home/a.fr.md': '',
      'content/home/b.en.md': '',
      'content/talk/_index.md': REVEAL,
      'content/talk/c.fr.md': '',
      'content/talk/d.md': '',
    };
    expect(resolveDeckPaths(site)).toEqual({
      'index.html': ['', 'home/a', 'home/b'],
      'talk/index.html': ['talk', 'talk/d'],
      'fr/index.html': ['', 'home/a'],
    });
    const [, , french] = resolveDecks(site);
    expect(french?.language).toBe('fr');
    expect(french?.pages.map(({ source }) => source.path)).toEqual([
      'content/_index.fr.md',
      'content/home/a.fr.md',
    ]);
    expect(resolveDecks(site).map(({ outputPath }) => outputPath)).toEqual([
      'index.html',
      'talk/index.html',
      'fr/index.html',
    ]);
  });

  test('a content folder for each', () => {
    expect(
      resolveDeckPaths({
        'hugo.yaml':
          'languages: {en: {weight: 1, contentDir: english}, fr: {weight: 2, contentDir: french}}\n',
        'english/_index.md': REVEAL,
        'english/home/a.md': '',
        'french/_index.md': REVEAL,
        'french/home/b.md': '',
      }),
    ).toEqual({ 'index.html': ['', 'home/a'], 'fr/index.html': ['', 'home/b'] });
  });

  test('titles are sorted as the language sorts them', () => {
    const pages = { a: 'title: z', b: 'title: ö' };
    const texts = Object.entries(pages).flatMap(([name, yaml]) => [
      [`content/home/${name}.md`, `---\n${yaml}\n---\n`],
      [`content/home/${name}.sv.md`, `---\n${yaml}\n---\n`],
    ]);
    const site = {
      ...(Object.fromEntries(texts) as Record<string, string>),
      'hugo.yaml': 'languages: {en: {weight: 1}, sv: {weight: 2}}\n',
      'content/_index.md': REVEAL,
      'content/_index.sv.md': REVEAL,
    };
    expect(resolveDeckPaths(site)).toEqual({
      'index.html': ['', 'home/b', 'home/a'],
      'sv/index.html': ['', 'home/a', 'home/b'],
    });
  });
});
