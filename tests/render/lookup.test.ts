/** Where templates are looked for, in the order of Hugo. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import {
  basePaths,
  deckLayoutPaths,
  hookPaths,
  layoutPaths,
  partialPaths,
  shortcodePaths,
  siteFilePaths,
  slotPartials,
  viewPaths,
} from '../../src/render/lookup-order.ts';
import type { Page } from '../../src/types.ts';
import { openSite } from '../support/site.ts';

/** The head page of the deck in this file. */
function pageOf(file: string, frontMatter = ''): Page {
  const text = `+++\ntitle = "A"\noutputs = ["Reveal"]\n${frontMatter}+++\n# A\n`;
  const [deck] = openSite(memoryFiles({ [`content/${file}`]: text })).decks().decks;
  if (!deck) throw new Error(`there is no deck in ${file}`);
  return deck.head;
}

const home = pageOf('_index.md');
const section = pageOf('talks/kubernetes/_index.md');
const single = pageOf('talks/one.md', 'layout = "list"\n');

test('a shortcode is looked for by language and format first, then without, in the old folder and the new one', () => {
  const old = [
    'shortcodes/note.en.reveal.html',
    'shortcodes/note.reveal.en.html',
    'shortcodes/note.reveal.html',
    'shortcodes/note.en.html',
    'shortcodes/note.en.html',
    'shortcodes/note.html',
  ];
  expect(shortcodePaths('note', 'en')).toEqual([...old, ...old.map((path) => `_${path}`)]);
});

test.each(['card', 'card.html', 'partials/card.html', '/partials/card', '_partials/card.html'])(
  'a partial may be called %s',
  (name) => {
    expect(partialPaths(name)).toContain('partials/card.html');
    expect(partialPaths(name)).toContain('_partials/card.html');
    expect(partialPaths(name)[0]).toMatch(/^partials\/card(?:\.html)?$/);
  },
);

test('a partial of another kind keeps its ending', () => {
  expect(partialPaths('a/feed.xml')[0]).toBe('partials/a/feed.xml');
});

test('a render hook is looked for in the folders of its page, from the inside, before the default', () => {
  const paths = hookPaths('link', section, ['reveal', '']).filter((path) =>
    path.endsWith('/render-link.html'),
  );
  expect(paths).toEqual([
    'talks/_markup/render-link.html',
    'talks/kubernetes/_markup/render-link.html',
    '_default/_markup/render-link.html',
    '_markup/render-link.html',
  ]);
});

describe('a layout', () => {
  /** Without the names of the format and of the language. */
  const plain = (paths: readonly string[]): readonly string[] => [
    ...new Set(paths.map((path) => path.replace(/(?:\.en|\.reveal|\.html)+$/, ''))),
  ];

  test('of the home page', () => {
    expect(plain(layoutPaths(home, 'reveal')).slice(0, 4)).toEqual(['index', 'home', 'list', 'all']);
  });

  test('of a section', () => {
    const paths = plain(layoutPaths(section, 'reveal'));
    expect(paths.slice(0, 3)).toEqual(['talks/section', 'talks/list', 'talks/all']);
    expect(paths).toContain('talks/kubernetes/list');
    expect(paths.indexOf('_default/list')).toBeGreaterThan(paths.indexOf('section/list'));
  });

  test('that a page names wins wherever it is', () => {
    const paths = plain(layoutPaths({ ...section, layout: 'special' }, 'reveal'));
    expect(paths.indexOf('_default/special')).toBeLessThan(paths.indexOf('talks/section'));
    expect(paths.indexOf('_default/special')).toBeGreaterThanOrEqual(0);
  });

  test('of a deck has its format, but for that of the type of a single page', () => {
    for (const path of layoutPaths(section, 'reveal')) expect(path).toMatch(/\.reveal(?:\.\w+)?\.html$/);
    expect(deckLayoutPaths(section)).toEqual(layoutPaths(section, 'reveal'));
    expect(deckLayoutPaths(single)).toContain(`${single.type}/single.html`);
  });

  test('has a base template and views beside it', () => {
    expect(plain(basePaths(section, 'html'))).toEqual(
      expect.arrayContaining(['talks/section-baseof', 'talks/baseof', '_default/baseof', 'baseof']),
    );
    expect(viewPaths('li', section)).toEqual(expect.arrayContaining(['talks/li.html', '_default/li.html']));
  });
});

test('files of a site are at the top or in the default folder', () => {
  expect(siteFilePaths('sitemap')).toEqual(['sitemap.xml', '_default/sitemap.xml']);
  expect(siteFilePaths('robotsTXT')).toEqual(['robots.txt', '_default/robots.txt']);
});

test('what a partial adds to a deck is for all of them, or for those of one section', () => {
  expect(slotPartials('head', section)).toEqual(['reveal-hugo/head', 'talks/reveal-hugo/head']);
  expect(slotPartials('end', home)).toEqual(['reveal-hugo/end', 'home/reveal-hugo/end']);
});
