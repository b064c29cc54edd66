/** The list of the decks as a build writes it: cards, miniatures, what the search looks things up in. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import type { Client, SearchedDeck } from '../../src/types.ts';
import { readyDecks } from '../support/ready-deck.ts';
import { openSite, parseSite, testClient } from '../support/site.ts';

const client: Client = {
  ...testClient,
  list: {
    script: 'assets/list.js',
    isModule: true,
    miniatureStyle: 'assets/miniature.css',
    writeIndex: (decks) => ({ path: 'assets/search.json', text: JSON.stringify(decks) }),
  },
};

/** The files of a site beside its decks. */
function build(site: string): Readonly<Record<string, string>> {
  const pipeline = openSite(memoryFiles(parseSite(site)));
  const { outputs, diagnostics } = pipeline.publishPages(client, () => readyDecks(pipeline));
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(outputs.map(({ path, text }) => [path, text]));
}

const deck = (path: string, front: string, text = '# A'): string =>
  `-- content/${path} --\n+++\noutputs = ["Reveal"]\n${front}\n+++\n${text}\n`;

const CONFIG = `-- hugo.toml --
baseURL = "https://example.org/sub/"
title = "Talks"
languageCode = "de-CH"
timeZone = "Europe/Zurich"
[params]
description = "All of them"
images = ["share.png"]
`;

describe('the page', () => {
  const site = `${CONFIG}${deck('old/_index.md', 'title = "Old"\ndate = 2020-01-01')}${deck('new/_index.md', 'title = "New & <b>"\ndescription = "About it"\ndate = 2026-03-01T00:30:00+01:00', '# A\n\n---\n\n# B')}${deck('none/_index.md', 'title = "No date"')}`;
  const page = build(site)['index.html'] ?? '';

  test('says of itself what decks say', () => {
    for (const tag of [
      '<title>Talks</title>',
      '<meta name="description" content="All of them">',
      '<link rel="canonical" href="https://example.org/sub/">',
      '<meta property="og:title" content="Talks">',
      '<meta property="og:type" content="website">',
      '<meta property="og:image" content="https://example.org/sub/share.png">',
      '<meta name="twitter:card" content="summary_large_image">',
    ])
      expect(page).toContain(tag);
  });

  test('lists the decks, the newest first, with what is known of them', () => {
    expect([...page.matchAll(/<h2><a href="([^"]*)">/g)].map(([, address]) => address)).toEqual([
      'new/',
      'old/',
      'none/',
    ]);
    expect(page).toContain('>New &amp; &lt;b&gt;</a></h2>\n<p>About it</p>');
    // By the clock of the site, which is no longer in February.
    expect(page).toContain('<time datetime="2026-03-01">1. März 2026</time> · 2 slides');
    expect(page).toContain('<p class="facts">1 slide</p>');
    expect(page).toContain('<p>3 decks</p>');
  });

  test('shows miniatures that are loaded when they are seen, and hides them from those who listen', () => {
    expect(page.match(/<iframe/g)).toHaveLength(3);
    expect(page).toMatch(
      /<div class="miniature" aria-hidden="true"><iframe src="new\/index\.miniature\.html" loading="lazy" [^>]*tabindex="-1">/,
    );
  });

  test('a language code that is none, and weights', () => {
    const files = build(
      `-- hugo.toml --\nlanguageCode = "not a language"\n${deck('a/_index.md', 'date = 2026-03-01')}${deck('b/_index.md', 'weight = 1')}`,
    );
    expect(files['index.html']).toContain('March 1, 2026');
    expect(files['index.html']).toMatch(/href="b\/"[^]*href="a\/"/);
  });

  test('names files where it is opened from a folder', () => {
    const files = build(`-- hugo.toml --\nrelativeURLs = true\n${deck('a b/_index.md', '')}`);
    expect(files['index.html']).toContain('<a href="a-b/index.html">');
    expect(files['index.html']).toContain('src="a-b/index.miniature.html"');
  });
});

describe("the author's own", () => {
  const talks = deck('a/_index.md', 'title = "Talk"');

  test.each(['index', 'landing'])('%s.hbs, which takes what it speaks of', (name) => {
    const plain = build(`-- layouts/${name}.hbs --\n{{#each decks}}{{title}}{{/each}}\n${talks}`);
    expect(plain['index.html']).toBe('Talk\n');
    expect(Object.keys(plain)).toEqual(['index.html', '404.html', '.nojekyll']);
    const rich = build(
      `-- layouts/${name}.hbs --\n{{search.index}}{{#each decks}}{{miniature}}{{/each}}\n${talks}`,
    );
    expect(rich['index.html']).toBe('assets/search.jsona/index.miniature.html\n');
    expect(Object.keys(rich)).toEqual(
      expect.arrayContaining(['assets/search.json', 'a/index.miniature.html']),
    );
  });

  test('index.hbs wins over landing.hbs, and index.html over both', () => {
    const both = '-- layouts/index.hbs --\nindex\n-- layouts/landing.hbs --\nlanding\n';
    expect(build(both + talks)['index.html']).toBe('index\n');
    expect(build(`${both}-- layouts/index.html --\nGo\n${talks}`)['index.html']).toBe('Go\n');
  });
});

describe('miniatures', () => {
  const miniature = (text: string, front = '', more = ''): string =>
    build(`${more}${deck('a/_index.md', front, text)}`)['a/index.miniature.html'] ?? '';

  test('are the first slide alone, without what is behind it in a stack', () => {
    const page = miniature('{{% section %}}\n# One\n\n---\n\n# Two\n{{% /section %}}\n\n---\n\n# Three');
    expect(page.match(/<h1[^>]*>[^<]*/g)).toEqual(['<h1 id="one">One']);
    expect(page.match(/<section/g)).toHaveLength(2);
    expect(page.match(/<\/section>/g)).toHaveLength(2);
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/<body class="reveal-viewport deck-waiting" inert>/);
  });

  test('pass hidden slides over', () => {
    expect(
      miniature('{{< slide visibility="hidden" >}}\n# One\n\n---\n\n# Two').match(/<h1[^>]*>[^<]*/g),
    ).toEqual(['<h1 id="two">Two']);
  });

  test('run nothing and play nothing', () => {
    const page = miniature(
      '<script>alert(1)</script>\n\n<video autoplay src="v.mp4"></video>\n<iframe src="https://example.org/"></iframe>\n<img data-src="late.png">',
      '',
      '-- layouts/partials/reveal-hugo/head.html --\n<style>h1 { color: red }</style><script>x()</script><link rel="stylesheet" href="own.css">\n',
    );
    expect(page).not.toMatch(/<script|autoplay|example\.org/);
    expect(page).toContain('<img src="late.png">');
    expect(page).toContain('<style>h1 { color: red }</style>\n<link rel="stylesheet" href="own.css">');
  });

  test('have the picture behind the slide', () => {
    expect(
      miniature(
        '{{< slide background-image="a.jpg, b.jpg" background-size="contain" background-opacity="0.5" >}}\n# A',
      ),
    ).toContain('<img class="deck-picture" src="a.jpg" alt="" style="object-fit:contain;opacity:0.5">');
    expect(
      miniature('{{< slide background="/img/a.png?x" background-size="1px;color:red" >}}\n# A'),
    ).toContain('<img class="deck-picture" src="/img/a.png?x" alt="">');
    expect(miniature('{{< slide background="#123" >}}\n# A')).not.toContain('<img class="deck-picture"');
  });
});

describe('what is searched', () => {
  const decksOf = (site: string): readonly SearchedDeck[] =>
    JSON.parse(build(site)['assets/search.json'] ?? '[]') as readonly SearchedDeck[];

  test('every slide with its address, and no notes', () => {
    const [found] = decksOf(
      deck(
        'a/_index.md',
        'title = "T"\ndescription = "D"',
        '# A\n\nwords\n\n{{% note %}}\nsecret\n{{% /note %}}\n\n---\n\n{{% section %}}\n# B\n\n---\n\n# C\n{{% /section %}}',
      ),
    );
    expect(found).toEqual({
      title: 'T',
      description: 'D',
      address: 'a/',
      slides: [
        { hash: '#/0', heading: 'A', text: 'words' },
        { hash: '#/1', heading: 'B', text: '' },
        { hash: '#/1/1', heading: 'C', text: '' },
      ],
    });
  });

  test('places begin at 1 where the deck says so', () => {
    const [found] = decksOf(
      deck('a/_index.md', '[reveal_hugo]\nhash_one_based_index = true', '# A\n\n---\n\n# B'),
    );
    expect(found?.slides.map(({ hash: place }) => place)).toEqual(['#/1', '#/2']);
  });
});

describe('a server with a list of its own', () => {
  const served: Client = { ...testClient, hasOwnList: true };

  test('gets none, and needs no deck for it', () => {
    const pipeline = openSite(memoryFiles(parseSite(deck('a/_index.md', ''))));
    const { outputs, hasBuiltInList } = pipeline.publishPages(served, () => {
      throw new Error('no deck is needed');
    });
    expect(hasBuiltInList).toBe(true);
    expect(outputs.map(({ path }) => path)).not.toContain('index.html');
  });

  test('gets the list that a layout of the author writes', () => {
    const pipeline = openSite(
      memoryFiles(
        parseSite(`${deck('a/_index.md', 'title = "A"')}-- layouts/index.hbs --\n{{decks.0.title}}\n`),
      ),
    );
    const { outputs, hasBuiltInList } = pipeline.publishPages(served, () => readyDecks(pipeline));
    expect(hasBuiltInList).toBe(false);
    expect(outputs.find(({ path }) => path === 'index.html')?.text.trim()).toBe('A');
  });
});
