/** The parts of reveal.js's stylesheet that a deck uses. */
import { expect, test } from 'vitest';
import { allParts, partsOf, revealStyles } from '../../../src/bundle/styles/reveal-styles.ts';
import { readSection } from '../../../src/render/section-facts.ts';
import type { ReadyDeck } from '../../../src/types.ts';

const partsIn = (html: string, options: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  partsOf({
    scripts: 'module',
    rendered: { params: { options }, sections: [readSection(`<section>${html}</section>`)] },
  } as unknown as ReadyDeck);

test.each([
  ['<p>transition="zoom"</p>', []],
  ['<!-- <section data-transition="zoom"></section> -->', []],
  ['<section data-transition="zoom-in fade-out">a</section>', ['zoom']],
  ["<section data-background-transition='slide'>a</section>", ['background-slide']],
  ['<a href="?a&amp;transition=cube#/2">b</a>', ['cube']],
  ['<a href="../?backgroundTransition=zoom">b</a>', ['background-zoom']],
  ['<p class="fragment" data-autoslide="5">a</p>', ['playback']],
  ['<a class="roll" href="#">a</a>', ['roll']],
])('%s', (html, parts) => {
  expect(partsIn(html)).toEqual(parts);
});

test('what options ask for', () => {
  expect(partsIn('', { transition: 'page', rtl: true, autoSlide: 5 })).toEqual(['page', 'playback', 'rtl']);
});

test('rules of other parts are left out', () => {
  expect(revealStyles(allParts)).toContain('background-transition=zoom');
  expect(revealStyles(['zoom'])).not.toContain('background-transition=zoom');
});
