/** Sections as templates of the author write them. */
import { expect, test } from 'vitest';
import { splitSections } from '../../src/render/sections.ts';

test.each([
  ['<section>a</section> b <section>c</section>', ['<section>a</section> b', '<section>c</section>']],
  ['<section><section>a</section></section>', ['<section><section>a</section></section>']],
  ['<section data-noprocess class="a">b</section>', ['<section class="a">b</section>']],
  ['<section title="a data-noprocess b">c</section>', ['<section title="a data-noprocess b">c</section>']],
  ['x <SECTION>a</SECTION>', ['<SECTION>a</SECTION>']],
  ['<!-- <section> --><section>a</section>', ['<section>a</section>']],
  [
    '<section><textarea></section><section></textarea></section>',
    ['<section><textarea></section><section></textarea></section>'],
  ],
  [
    '<section><template><section></template></section>',
    ['<section><template><section></template></section>'],
  ],
  ['<section>a</section><!-- <section>b</section>', ['<section>a</section><!-- <section>b</section>']],
  ['no section', []],
])('%s', (html, sections) => {
  expect(splitSections(html)).toEqual(sections);
});
