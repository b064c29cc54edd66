/** The first slide of a deck as a page that stands still. */
import { expect, test } from 'vitest';
import { miniatureData, miniaturePath } from '../../src/render/miniature.ts';
import { readSection } from '../../src/render/section-facts.ts';
import type { RenderedDeck, Table } from '../../src/types.ts';
import { readyDeck } from '../support/ready-deck.ts';
import { openSite, parseSite, testClient } from '../support/site.ts';
import { memoryFiles } from '../../src/files.ts';

/** What the layout gets of a deck with these sections. */
function dataOf(sections: readonly string[], change: Partial<RenderedDeck> = {}): Table {
  const pipeline = openSite(
    memoryFiles(parseSite('-- content/talk/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n')),
  );
  const site = pipeline.decks();
  const [deck] = site.decks;
  if (!deck) throw new Error('there is no deck');
  const rendered = {
    ...pipeline.render(deck),
    sections: sections.map((html) => readSection(html)),
    ...change,
  };
  return miniatureData(readyDeck(rendered, site), testClient, site.config);
}

test('it is beside the deck', () => {
  expect(miniaturePath({ outputPath: 'talk/index.html' } as RenderedDeck['deck'])).toBe(
    'talk/index.miniature.html',
  );
});

test.each([
  ['a script', '<p>a</p><script>"</p>"</script>', '<p>a</p>'],
  ['a comment', '<p>a</p><!-- b -->', '<p>a</p>'],
  ['a video that plays', '<video autoplay src="a.webm"></video>', '<video src="a.webm"></video>'],
  ['an audio that plays', '<audio src="a.ogg" AUTOPLAY="x"></audio>', '<audio src="a.ogg"></audio>'],
  ['a frame', '<iframe title="a" src="b" srcdoc="c"></iframe>', '<iframe title="a"></iframe>'],
  ['an image that reveal.js loads', '<img data-src="a.png">', '<img src="a.png">'],
  ['an image that browsers load', '<img data-src="a.png" src="b.png">', '<img data-src="a.png" src="b.png">'],
  [
    'words',
    '<p title="autoplay">&lt;script&gt; autoplay</p>',
    '<p title="autoplay">&lt;script&gt; autoplay</p>',
  ],
])('%s', (_name, html, expected) => {
  expect(dataOf([`<section>${html}</section>`])['section']).toBe(`<section>${expected}</section>`);
});

test('of a stack, the slide on top', () => {
  const hidden = '<section data-visibility="hidden">a</section>';
  const stack = `<section>own${hidden}<section>b</section><section>c</section></section>`;
  expect(dataOf(['<section data-visibility="hidden">x</section>', stack])['section']).toBe(
    `<section class="stack">own${hidden}<section>b</section></section>`,
  );
});

test.each([
  [
    'data-background-image="a.png, b.png" data-background-size="contain"',
    { address: 'a.png', rules: 'object-fit:contain' },
  ],
  ['data-background="a.png?b&amp;c"', { address: 'a.png?b&c', rules: '' }],
  ["data-background='a.jpg' data-background-opacity=0.5", { address: 'a.jpg', rules: 'opacity:0.5' }],
  ['data-background-image="data:image/png;base64,AA"', { address: 'data:image/png;base64,AA', rules: '' }],
  ['data-background="a.png" data-background-position="0;x:y"', { address: 'a.png', rules: '' }],
  ['data-background="red"', undefined],
])('the picture of %s', (attributes, expected) => {
  expect(dataOf([`<section ${attributes}>a</section>`])['picture']).toEqual(expected);
});

test('the rules that the author has put into the head of pages', () => {
  const head =
    '<!-- <style>a{}</style> --><style media="x">b{}</style><link rel="stylesheet" href="c.css"><link rel="icon" href="d"><script>"<style>"</script>';
  expect(dataOf(['<section>a</section>'], { slots: { head, body: '', end: '' } })['ownStyles']).toBe(
    '<style media="x">b{}</style>\n<link rel="stylesheet" href="c.css">',
  );
});

test('a deck without slides', () => {
  expect(dataOf([])['section']).toBe('<section></section>');
});
