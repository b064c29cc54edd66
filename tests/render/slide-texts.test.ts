/** What slides say, and where each of them is. */
import { expect, test } from 'vitest';
import { readSection } from '../../src/render/section-facts.ts';
import { readSlideTexts } from '../../src/render/slide-texts.ts';

/** One line a slide: `h/v heading | text`. */
const lines = (...sections: readonly string[]): readonly string[] =>
  readSlideTexts(sections.map((html) => readSection(html))).map(
    ({ h, v, heading, text }) => `${h}/${v} ${heading} | ${text}`,
  );

test('headings, words, and the descriptions of pictures', () => {
  expect(
    lines(
      '<section id="a">\n<h2 id="x">A &amp; <em>B</em></h2>\n<p>one<br>two <b>thr</b>ee</p><ul><li>4</li><li>5</li></ul><img src="x.png" alt="a &lt; hill">\n<h3>Second</h3></section>',
      '<section><p>no heading</p></section>',
    ),
  ).toEqual(['0/0 A & B | one two three 4 5 a < hill Second', '1/0  | no heading']);
});

test('each slide of a stack has its place', () => {
  expect(
    lines(
      '<section><p>first</p></section>',
      '<section data-auto><section><h2>A</h2></section>\n<section><h2>B</h2><p>b</p></section></section>',
    ),
  ).toEqual(['0/0  | first', '1/0 A | ', '1/1 B | b']);
});

test('hidden slides do not count, as reveal.js takes them out', () => {
  expect(
    lines(
      '<section data-visibility="hidden"><h2>gone</h2></section>',
      '<section><section data-visibility="hidden"><h2>gone</h2><section>x</section></section><section><h2>A</h2></section></section>',
      '<section data-visibility="uncounted"><h2>B</h2></section>',
    ),
  ).toEqual(['0/0 A | ', '1/0 B | ']);
});

test('notes, scripts, comments and the second writing of formulas are left out', () => {
  expect(
    lines(
      '<section><h2>A</h2><aside class="notes"><aside>x</aside><p>secret</p></aside><!-- <section> --><script>"<section>"</script><style>p{}</style><span class="katex"><math><mi>x</mi><annotation>TeX</annotation></math><span aria-hidden="true"><span>x</span></span></span><p title="a > b">end</p></section>',
    ),
  ).toEqual(['0/0 A | x end']);
});
