import { expect, test } from 'vitest';
import { readHtml, type StartTag } from '../src/html.ts';
import { isHiddenSlide, isNotes, isRawBreak, leadingRawBreak, withoutNotes } from '../src/slide-html.ts';

const firstTag = (html: string): StartTag =>
  readHtml(html).find((token) => token.kind === 'start') as StartTag;

test.each([
  ['<aside class="notes">', true],
  ["<aside class='notes'>", true],
  ['<aside class=notes>', true],
  ['<ASIDE CLASS="x notes" data-markdown>', true],
  ['<aside class="x\n\tnotes y">', true],
  ['<aside class="footnotes">', false],
  ['<aside data-class="notes">', false],
  ['<div class="notes">', false],
])('%s holds notes: %s', (html, isOne) => {
  expect(isNotes(firstTag(html))).toBe(isOne);
});

test.each([
  ['<section data-visibility="hidden">', true],
  ["<section id='a' data-visibility=hidden>", true],
  ['<section data-visibility="uncounted">', false],
  ['<section title=\'data-visibility="hidden"\'>', false],
  ['<p data-visibility="hidden">', false],
])('%s is hidden: %s', (html, isOne) => {
  expect(isHiddenSlide(firstTag(html))).toBe(isOne);
});

test.each([
  ['<hr>', true],
  ['<hr />', true],
  ['<hr class="x">', false],
  ['<hr/>', false],
  ['<HR>', false],
])('%s is a break: %s', (html, isOne) => {
  expect(isRawBreak(firstTag(html), html)).toBe(isOne);
  expect(leadingRawBreak(`\n${html} x`)).toBe(isOne ? html.length + 1 : 0);
});

test.each([
  ['a<aside class="notes">b</aside>c', 'ac'],
  ['<aside class=notes data-markdown>a<aside>b</aside>c</aside>d', 'd'],
  ['a<ASIDE class="x notes">b --> c</ASIDE >', 'a'],
  ['a<aside class="notes">b', 'a'],
  ['<aside class="footnotes">a</aside>', '<aside class="footnotes">a</aside>'],
  ['<!-- <aside class="notes"> -->a', '<!-- <aside class="notes"> -->a'],
  ['<textarea><aside class="notes"></textarea>a', '<textarea><aside class="notes"></textarea>a'],
])('%s without notes', (html, expected) => {
  expect(withoutNotes(html)).toBe(expected);
});
