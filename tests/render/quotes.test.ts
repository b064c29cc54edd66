/** Quotes in decks with a theme of ours: attributions and callouts. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { styleQuotes } from '../../src/render/quotes.ts';
import { writeSite } from '../support/write-site.ts';

const quote = (inner: string): string => `<blockquote>\n${inner}\n</blockquote>`;
const BY = '<p class="attribution">';

test.each([
  ['a paragraph', '<p>A</p>\n<p>— B</p>', `<p>A</p>\n${BY}— B</p>`],
  ['a short dash', '<p>A</p>\n<p>– B</p>', `<p>A</p>\n${BY}– B</p>`],
  ['entities', '<p>A</p>\n<p>&mdash; B</p>', `<p>A</p>\n${BY}&mdash; B</p>`],
  [
    'a class of its own',
    '<p>A</p>\n<p id="b" class="x">— B</p>',
    '<p>A</p>\n<p class="attribution x" id="b">— B</p>',
  ],
  ['a line after a break', '<p>A<br>\n— <em>b</em></p>', `<p>A</p>\n${BY}— <em>b</em></p>`],
  ['a name in a line', '<p>A.\n— Bea, 2026</p>', `<p>A.</p>\n${BY}— Bea, 2026</p>`],
  ['the last of several', '<p>A\n— B\n— C</p>', `<p>A\n— B</p>\n${BY}— C</p>`],
])('an attribution: %s', (_name, inner, styled) => {
  expect(styleQuotes(quote(inner))).toBe(quote(styled));
});

test.each([
  '<p>— A</p>',
  '<p>A — B</p>',
  '<p>A\n— and b</p>',
  '<p>A\n— Then he left.</p>',
  '<p><em>A<br>\n— B</em></p>',
  '<p>— A</p>\n<p>B</p>',
  '<p>A</p>\n<p>—B</p>',
  '<p>A</p>\n<ul>\n<li><p>— B</p>\n</li>\n</ul>',
  '<p>[!OTHER]\nA</p>',
  '<p>A [!NOTE]</p>',
  '<p>[!NOTE] <em>A\nB</em></p>',
  'A',
  '',
])('a quote stays as it is: %s', (inner) => {
  expect(styleQuotes(quote(inner))).toBe(quote(inner));
});

test('what is no quote stays as it is', () => {
  const html = '<section><p>— A</p><!-- <blockquote><p>A</p><p>— B</p></blockquote> --></section>';
  expect(styleQuotes(html)).toBe(html);
  const notes = `<aside class="notes">${quote('<p>[!NOTE]\nA</p>')}</aside>`;
  expect(styleQuotes(notes)).toBe(notes);
});

/** A callout without its icon. */
const callout = (inner: string): string => styleQuotes(inner).replaceAll(/<svg.*?<\/svg>/g, '');

test.each([
  ['its own name', '<p>[!NOTE]\nA</p>', 'note', 'Note</p>'],
  ['in lower case', '<p>[!tip]\nA</p>', 'tip', 'Tip</p>'],
  ['after a break', '<p>[!WARNING]<br>\nA</p>', 'warning', 'Warning</p>'],
  ['a title', '<p>[!CAUTION] <em>Hot</em>\nA</p>', 'caution', '<em>Hot</em></p>'],
  ['several paragraphs', '<p>[!IMPORTANT]</p>\n<p>A</p>', 'important', 'Important</p>'],
])('a callout: %s', (_name, inner, kind, content) => {
  expect(callout(quote(inner)).replaceAll(/\n+/g, '')).toBe(
    `<div class="callout callout-${kind}" role="note"><p class="callout-title">${content}<p>A</p></div>`,
  );
});

test('a callout keeps the attributes of its quote', () => {
  const html = '<blockquote class="fragment" id="a">\n<p>[!NOTE]\nA</p>\n</blockquote>';
  expect(callout(html)).toContain('<div class="callout callout-note fragment" role="note" id="a">');
});

const site = (head: string): string => `
-- hugo.toml --
title = "T"
${head}
-- content/_index.md --
+++
title = "T"
outputs = ["Reveal"]
+++
> [!NOTE]
> A

> Words
>
> --- Bea
`;

async function buildDeck(source: string): Promise<{ readonly html: string; readonly css: string }> {
  const destination = path.join(source, 'public');
  await build({ source, destination, quiet: true });
  const assets = path.join(destination, 'deck-assets');
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'));
  return {
    html: readFileSync(path.join(destination, 'index.html'), 'utf8'),
    css: sheets.map((name) => readFileSync(path.join(assets, name), 'utf8')).join('\n'),
  };
}

test('only decks with a theme of ours have callouts and attributions', async () => {
  const studio = await buildDeck(writeSite(site('[params.reveal_hugo]\ntheme = "studio"')));
  expect(studio.html).toContain('<p class="attribution">— Bea</p>');
  expect(studio.html).toContain('<div class="callout callout-note" role="note">');
  expect(studio.html + studio.css).toContain('.callout');
  for (const head of [
    '[params.reveal_hugo]\ntheme = "white"',
    '[params.reveal_hugo]\ntheme = "studio"\ncustom_theme = "a.css"\n-- static/a.css --\n.reveal{color:red}',
  ]) {
    const other = await buildDeck(writeSite(site(head)));
    expect(other.html).toContain(
      '<blockquote>\n<p>[!NOTE]\nA</p>\n</blockquote>\n<blockquote>\n<p>Words</p>\n<p>— Bea</p>\n</blockquote>',
    );
    expect(other.html + other.css).not.toContain('.callout');
  }
});

test('a render hook of the author writes alerts itself', async () => {
  const hook =
    '-- layouts/_default/_markup/render-blockquote.html --\n<blockquote class="{{ .AlertType }}">{{ .Text }}</blockquote>';
  const { html } = await buildDeck(writeSite(`${site('[params.reveal_hugo]\ntheme = "studio"')}\n${hook}`));
  expect(html).toContain('<blockquote class="note"><p>A</p>');
});
