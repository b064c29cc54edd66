/** What is known of a section after one reading, whatever its author has written. */
import { describe, expect, test } from 'vitest';
import { readSection } from '../../src/render/section-facts.ts';
import type { SectionFacts, SlideFacts } from '../../src/types.ts';

const factsOf = (html: string): SectionFacts => readSection(html).facts;
const slideOf = (html: string): SlideFacts => factsOf(`<section>${html}</section>`).own;

describe('words', () => {
  test.each([
    ['a heading in a textarea', '<textarea><h1>no</h1></textarea><h2>yes</h2>', 'yes', '<h1>no</h1>'],
    ['a heading in a comment', '<!-- <h1>no</h1> --><h2>yes</h2>', 'yes', ''],
    ['a heading in a template', '<template><h1>no</h1></template><h2>yes</h2>', 'yes', ''],
    ['a heading in noscript', '<noscript><h1>no</h1></noscript><h2>yes</h2>', 'yes', ''],
    ['a heading in notes', '<aside class="notes"><h1>no</h1></aside><h2>yes</h2>', 'yes', ''],
    ['a hidden heading', '<h1 aria-hidden="true">no</h1><h2>yes</h2>', 'yes', ''],
    ['an element without an end that is hidden', '<img aria-hidden="true" src="a"><h2>yes</h2>', 'yes', ''],
    ['a drawing that is hidden', '<svg aria-hidden="true"><path d="a"/></svg><p>b</p>', '', 'b'],
    ['a shape that is hidden', '<svg><path aria-hidden="true"/><text>a</text></svg><p>b</p>', '', 'a b'],
    ['an unfinished comment', '<h2>yes</h2><p>a</p><!-- <p>b</p>', 'yes', 'a'],
    ['a comment with a bang', '<p>a</p><!-- b --!><p>c</p>', '', 'a c'],
    ['what is in a frame', '<p>a</p><iframe><p>b</p></iframe><p>c</p>', '', 'a c'],
    ['an aside that is for readers', '<aside>a</aside>', '', 'a'],
  ])('%s', (_name, html, heading, text) => {
    expect(slideOf(html)).toMatchObject({ heading, text });
  });
});

describe('notes', () => {
  test.each([
    ['<aside class="notes">a</aside>', ['a']],
    ["<aside class='notes'>a</aside>", ['a']],
    ['<aside class=notes>a</aside>', ['a']],
    ['<aside class="notes" data-markdown>a</aside>', ['a']],
    ['<ASIDE data-x CLASS="big notes">a</ASIDE>', ['a']],
    [
      '<aside class="notes">a<aside>b</aside></aside><aside class="notes">c</aside>',
      ['a<aside>b</aside>', 'c'],
    ],
    ['<aside class="notes">never closed', ['never closed']],
    ['<aside class="notebook">a</aside>', []],
    ['<!-- <aside class="notes">a</aside> -->', []],
    ['<textarea><aside class="notes">a</aside></textarea>', []],
  ])('%s', (html, notes) => {
    const { facts, html: whole } = readSection(`<section>${html}</section>`);
    expect(facts.own.notes.map((note) => note.html)).toEqual(notes);
    for (const note of facts.own.notes) expect(whole.slice(note.start, note.end)).toBe(note.html);
  });
});

describe('slides', () => {
  test('a stack has children, and each knows where it is', () => {
    const html =
      '<section data-x="1">own<section id="a">A</section>\n<section data-visibility="hidden">B</section></section>';
    const { own, children } = factsOf(html);
    expect(own).toMatchObject({ text: 'own', isHidden: false, end: html.length });
    expect(children.map(({ text, isHidden }) => [text, isHidden])).toEqual([
      ['A', false],
      ['B', true],
    ]);
    expect(children.map(({ tag, end }) => html.slice(tag.start, end))).toEqual([
      '<section id="a">A</section>',
      '<section data-visibility="hidden">B</section>',
    ]);
  });

  test.each([
    ['a comment', '<!-- <section>A</section> -->'],
    ['a textarea', '<textarea><section></textarea>'],
    ['a script', '<script>"<section>"</script>'],
    ['a template', '<template><section>A</section></template>'],
    ['notes', '<aside class="notes"><section>A</section></aside>'],
  ])('a section in %s is none', (_name, html) => {
    const { own, children } = factsOf(`<section>${html}<p>b</p></section>`);
    expect(children).toEqual([]);
    expect(own.text).toMatch(/(?:^| )b$/);
  });

  test('fragments come one by one, but for those with the same index', () => {
    const html =
      '<p class="fragment">a</p><p class="fragment" data-fragment-index="1">b</p><p class="x fragment" data-fragment-index="1">c</p><p class="fragments">d</p>';
    expect(slideOf(html)).toMatchObject({ fragments: 3, steps: 2 });
  });
});

test('words by their fonts, those of code and drawings aside', () => {
  const html =
    '<h2>A <em>b</em></h2><p>c <b>d</b></p><blockquote><p>e</p></blockquote><pre>f</pre><svg><text>g</text></svg>h';
  const { runs } = slideOf(html);
  expect(runs.map(({ text, ...font }) => [text, ...Object.values(font)])).toEqual([
    ['A ', 'heading', false, false],
    ['b', 'heading', false, true],
    ['c ', 'main', false, false],
    ['d', 'main', true, false],
    ['e', 'main', false, true],
    ['h', 'main', false, false],
  ]);
});

test('tags, classes, scripts and characters of all that is no comment', () => {
  const { tags, classes, scripts, characters } = factsOf(
    '<section class="a  b"><!-- <i class="c">я</i> --><p title="&eacute;">–</p><script type="module">"ы"</script></section>',
  );
  expect([...tags]).toEqual(['section', 'p', 'script']);
  expect([...classes]).toEqual(['a', 'b']);
  expect(scripts).toEqual([{ attributes: { type: 'module' }, text: '"ы"' }]);
  expect(characters).toBe('é–ы');
});

test('tags with an id or an address, where they are in what is written', () => {
  const section = readSection(
    '<section><h2 id="x">A</h2><!-- <a href="n">n</a> --><img src="a.png"><a href="?a&amp;b">b</a><p>c</p></section>',
    (token) =>
      token.kind === 'start' && token.name === 'img'
        ? {
            edits: [{ start: token.end - 1, end: token.end - 1, text: ' width="5"' }],
            attributes: { ...token.attributes, width: '5' },
          }
        : undefined,
  );
  const { elements } = section.facts;
  expect(elements.map(({ name, attributes }) => [name, attributes])).toEqual([
    ['h2', { id: 'x' }],
    ['img', { src: 'a.png', width: '5' }],
    ['a', { href: '?a&b' }],
  ]);
  expect(elements.map(({ start, end }) => section.html.slice(start, end))).toEqual([
    '<h2 id="x">',
    '<img src="a.png" width="5">',
    '<a href="?a&amp;b">',
  ]);
  expect(section.facts.own.end).toBe(section.html.length);
});

test('what a tag with an id or an address is in', () => {
  const { elements } = factsOf(`<section><p id="a"></p>
<aside class="notes"><p id="notes"></p></aside><div aria-hidden="true"><p id="hidden"></p></div>
<template><p id="inert"></p></template><noscript><img src="inert.png"></noscript>
<svg id="b"><path id="foreign"/></svg><p id="c" style="background: url(c.png)"></p><p style="color: red"></p></section>`);
  expect(elements.map(({ attributes: { id, src }, within }) => [id ?? src, within])).toEqual([
    ['a', undefined],
    ['notes', 'notes'],
    ['hidden', 'hidden'],
    ['inert', 'inert'],
    ['inert.png', 'inert'],
    ['b', undefined],
    ['foreign', 'foreign'],
    ['c', undefined],
  ]);
});
