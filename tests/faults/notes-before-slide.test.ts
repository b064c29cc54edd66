/** Speaker notes may be above the slide shortcode of their slide, however their tag is written: nobody in the room sees them. */
import { expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../support/site.ts';

const siteOf = (text: string): BuiltSite =>
  buildSite(
    `-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n---\n\n${text}\n\n{{< slide id="x" >}}\n\n# B\n`,
  );

const sectionsOf = ({ pipeline }: BuiltSite): readonly string[] =>
  pipeline.decks().decks.flatMap((deck) => pipeline.render(deck).sections.map(({ html }) => html));

test.each([
  ['in double quotes', '<aside class="notes">spoken</aside>'],
  ['in single quotes', "<aside class='notes'>spoken</aside>"],
  ['in no quotes', '<aside class=notes>spoken</aside>'],
  ['as Markdown of reveal.js', '<aside class="notes" data-markdown>spoken</aside>'],
  ['in upper case', '<ASIDE CLASS="notes">spoken</ASIDE >'],
  ['among other classes', '<aside class="small\n\tnotes x">spoken</aside>'],
  ['around another aside', '<aside class="notes">a<aside>b</aside>spoken</aside>'],
  ['with the end of a comment', '<aside class="notes">spoken --> still</aside>'],
  ['with a tag in a comment', '<aside class="notes"><!-- </aside> -->spoken</aside>'],
  ['over several blocks', '<aside class="notes">\n\nspoken *words*\n\n- and more\n\n</aside>'],
  ['beside a comment', '<!-- a -->\n\n<aside class="notes">spoken</aside>\n\n<!-- b -->'],
  ['of the shortcode', '{{< note >}}spoken{{< /note >}}'],
])('notes %s', (_, notes) => {
  const site = siteOf(notes);
  expect(site.diagnostics).toEqual([]);
  const sections = sectionsOf(site);
  expect(sections).toHaveLength(2);
  expect(sections[1]).toMatch(/^<section id="x">[^]*spoken[^]*<h1 id="b">B<\/h1>\n<\/section>$/);
});

test.each([
  ['an aside with another class', '<aside class="footnotes">seen</aside>'],
  ['the class in another attribute', '<aside data-class="notes">seen</aside>'],
  ['another element with the class', '<div class="notes">seen</div>'],
  ['between comments that hold the tags', '<!-- <aside class="notes"> -->\n\nseen\n\n<!-- </aside> -->'],
  ['code that shows the tag', '`<aside class="notes">`'],
  ['words beside notes', '<span>seen</span> <aside class="notes">spoken</aside>'],
  ['an image without words', '![](seen.png)'],
])('what is seen: %s', (_, text) => {
  expect(siteOf(text).diagnostics.map(({ code }) => code)).toEqual(['text-before-slide']);
});
