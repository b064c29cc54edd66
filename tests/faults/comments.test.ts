/** What an author has put into a comment stays there: on no slide, in no list, and nothing is loaded or told for it. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { flatten, reduceDeck, type ReducedSlide } from '../support/reduce-slides.ts';
import { buildSite, type BuiltSite } from '../support/site.ts';

const siteOf = (name: string): BuiltSite =>
  buildSite(diskFiles(path.join(import.meta.dirname, name, 'site')));

const slidesOf = (site: BuiltSite): readonly ReducedSlide[] =>
  flatten(reduceDeck(site.page('index.html'), 'index.html'));

test('a stack in a comment', () => {
  const site = siteOf('comment-section');
  expect(
    slidesOf(site).map(({ content = [], stack }) => ({ words: JSON.stringify(content), stack })),
  ).toEqual([
    { words: expect.stringContaining('Opening') as string, stack: undefined },
    { words: expect.stringContaining('The end of this slide.') as string, stack: undefined },
    { words: expect.stringContaining('Last') as string, stack: undefined },
  ]);
  expect(JSON.stringify(slidesOf(site))).not.toContain('Hidden');
  expect(site.diagnostics).toEqual([]);
});

test('a slide in a comment', () => {
  const site = siteOf('comment-slide');
  expect(slidesOf(site).map(({ a }) => a)).toEqual([undefined, undefined]);
  expect(site.diagnostics).toEqual([]);
});

test('a post of another site in a comment is not told', () => {
  const { diagnostics } = siteOf('told-address-is-cut');
  expect(diagnostics.filter(({ code }) => code === 'shortcode-network')).toEqual([]);
});

test.each([
  ['a diagram', '{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}'],
  ['a fence with a diagram', '{{% note %}}\n```mermaid\ngraph TD\n```\n{{% /note %}}'],
  ['a formula', '{{< math >}}\n\\nope\n{{< /math >}}'],
  ['a shortcode of the site that stops the build', '{{< stop >}}'],
  ['a page that is not there', '[a]({{< ref "nowhere" >}})'],
  ['a slide from data that is not there', '{{< slide content="no.data" template="none" >}}'],
])('%s', (_, text) => {
  const { pipeline, diagnostics } = buildSite(
    `-- layouts/shortcodes/stop.html --\n{{ errorf "stop" }}\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n<!--\n${text}\n-->\n\n---\n\n# B\n`,
  );
  expect(diagnostics).toEqual([]);
  const features = pipeline.decks().decks.flatMap((deck) => pipeline.render(deck).features);
  expect(features).toEqual(['search', 'speaker', 'zoom']);
});
