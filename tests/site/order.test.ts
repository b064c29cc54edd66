/** The order of the pages of a deck, and in which language it is told. */
import { describe, expect, test } from 'vitest';
import { resolveDecks, resolveDeckPaths, REVEAL } from '../support/resolve-decks.ts';

/** The order in which a section shows pages with this front matter, by the names of their files. */
function orderOf(pages: Readonly<Record<string, string>>, config = ''): readonly string[] {
  const files = Object.entries(pages).map(([name, yaml]) => [
    `content/s/${name}.md`,
    yaml === '' ? 'x' : `---\n${yaml}\n---\n`,
  ]);
  const site = { ...Object.fromEntries(files), 'hugo.toml': config, 'content/s/_index.md': REVEAL };
  const [deck] = resolveDecks(site as Record<string, string>);
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
    expect(resolveDeckPaths(site)).toEqual({ 'index.html': ['', 'home/a'] });
  });
});
