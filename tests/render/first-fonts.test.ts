/** The font files that the first slide is written in. */
import { expect, test } from 'vitest';
import { findFirstFonts } from '../../src/render/first-fonts.ts';
import { readSection } from '../../src/render/section-facts.ts';
import type { FontFile } from '../../src/types.ts';

const LATIN = [[0, 0xff]] as const;
const CYRILLIC = [[0x400, 0x45f]] as const;

const face = (path: string, more: Partial<FontFile> = {}): FontFile => ({
  path,
  roles: ['main'],
  isBold: false,
  isItalic: false,
  ranges: LATIN,
  ...more,
});

const fonts: readonly FontFile[] = [
  face('main'),
  face('main-cyrillic', { ranges: CYRILLIC }),
  face('main-bold', { isBold: true }),
  face('main-italic', { isItalic: true }),
  face('heading', { roles: ['heading'], isBold: true }),
];

test.each([
  ['<p>a</p>', ['main']],
  ['<h2>a</h2>', ['heading']],
  ['<h2>a</h2><p>b <b>c</b> <em>d</em></p>', ['heading', 'main', 'main-bold', 'main-italic']],
  ['<p>&#1103;</p>', ['main-cyrillic']],
  ['<p>я a</p>', ['main', 'main-cyrillic']],
  ['<p> \n </p>', []],
  ['<pre><code>a</code></pre><svg><text>a</text></svg>', []],
  ['<!-- <p>a</p> --><template><p>a</p></template><noscript><p>a</p></noscript>', []],
  ["<aside class='notes'>a</aside><h2>b</h2>", ['heading']],
  ['<aside>a</aside>', ['main']],
  ['<textarea><b>a</textarea>', ['main']],
  ['<h2>a</h2><!-- <p>b</p>', ['heading']],
])('%s', (html, expected) => {
  expect(findFirstFonts(readSection(`<section>${html}</section>`).facts, fonts)).toEqual(expected);
});

test('of a stack, those of its own words and of the first slide that is shown', () => {
  const stack =
    '<section><b>own</b><section data-visibility="hidden"><h2>a</h2></section><section><p>b</p></section><section><em>c</em></section></section>';
  expect(findFirstFonts(readSection(stack).facts, fonts)).toEqual(['main-bold', 'main']);
});
