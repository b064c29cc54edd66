/** The page of a deck: what an author brings, in the order of the theme. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import type { ReadyDeck, Slots } from '../../src/types.ts';
import { readyDeck } from '../support/ready-deck.ts';
import { openSite, testClient } from '../support/site.ts';

/** The page of a deck with HTML of its author, that is changed before it is published. */
function pageOf(slots: Slots, change: Partial<ReadyDeck> = {}): string {
  const pipeline = openSite(
    memoryFiles({
      'content/talk/_index.md': '---\noutputs: Reveal\nlogo: {src: l.png, right: 3%}\n---\n# A\n',
    }),
  );
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('there is no deck');
  const [output] = pipeline.publish(
    { ...readyDeck({ ...pipeline.render(deck), slots }, pipeline.decks()), ...change },
    testClient,
  );
  return output?.text ?? '';
}

/** The words in the order in which they stand in the page. */
const inOrder = (page: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => page.includes(word)).sort((a, b) => page.indexOf(a) - page.indexOf(b));

const files = {
  styles: ['css/theme.css', 'https://example.org/over.css'],
  pluginStyles: ['plugin.css'],
  plugins: [
    { name: 'RevealMenu', script: 'menu.js', isOptional: false },
    { name: undefined, script: '/old.js', isOptional: true },
    { name: 'RevealMath.KaTeX', script: undefined, isOptional: false },
  ],
  scripts: ['custom.js'],
  published: [],
};
const slots = { head: '<meta name="own">', end: '<div class="line"></div>', body: '<script>last()</script>' };

describe('a deck with scripts of its author', () => {
  const page = pageOf(slots, { files, scripts: 'classic' });

  test('loads them in the order of the theme', () => {
    const words = [
      'assets/black-default.css"',
      'css/theme.css"',
      'https://example.org/over.css"',
      'plugin.css"',
      '<meta name="own">',
      '</head>',
      '</section>',
      '<div class="line">',
      'deck-settings',
      'assets/classic.js"',
      'menu.js"',
      '/old.js"',
      'deckwright.start([',
      "{ name: 'RevealMenu', isOptional: false, find: () => RevealMenu },",
      "{ name: 'RevealMath.KaTeX', isOptional: false, find: () => RevealMath.KaTeX },",
      'custom.js"',
      'assets/companion.js"',
      'last()',
      '</body>',
    ];
    expect(inOrder(page, words)).toEqual(words);
    expect(page).not.toContain('client.js');
  });

  test('addresses are written as the page has to, and those with a host or a slash in front as they are', () => {
    expect(page).toContain('<script src="../menu.js"></script>');
    expect(page).toContain('<script src="/old.js"></script>');
    expect(page).toContain('href="../css/theme.css"');
  });

  test('what stands before the end of the deck stands in it', () => {
    expect(page).toMatch(/<\/section>\n<\/div>\n<div class="line"><\/div>\n<\/div>/);
  });

  test('reveal.js is there before a script in the head that uses it', () => {
    const early = pageOf(
      { ...slots, head: '<script>Reveal.on("ready", go)</script>' },
      { files, scripts: 'classic' },
    );
    const words = ['assets/classic.js"', 'Reveal.on(', '</head>', 'menu.js"'];
    expect(inOrder(early, words)).toEqual(words);
    expect(early.match(/classic\.js/g)).toHaveLength(1);
  });
});

test('any other deck has one module, and HTML of the author where the theme has it', () => {
  const page = pageOf({ ...slots, body: '<p>last</p>' });
  const words = [
    '<meta name="own">',
    '</head>',
    '<div class="line">',
    'client.js"',
    '<p>last</p>',
    '</body>',
  ];
  expect(inOrder(page, words)).toEqual(words);
  expect(page.match(/<script/g)).toHaveLength(2);
});

test('the logo is the element that the theme has, and stands where a rule says', () => {
  expect(pageOf({ head: '', end: '', body: '' })).toContain(
    '<style>#logo { position: absolute; top: 1%; right: 3%; width: 15% }</style>\n<img id="logo" src="l.png" alt="">',
  );
});
