/** The slide that is seen first: which one it is, its background, and what it is painted with. */
import { describe, expect, test } from 'vitest';
import { slideSizeRule, firstSlideData, publishSections } from '../../src/render/first-slide.ts';
import { readSection } from '../../src/render/section-facts.ts';
import { firstVisibleIndex } from '../../src/shown-slides.ts';
import type { Client, CriticalCss, Section, StyleRequest } from '../../src/types.ts';
import { resolve } from '../support/deck-params.ts';
import { testClient } from '../support/site.ts';

const read = (...sections: readonly string[]): readonly Section[] =>
  sections.map((html) => readSection(html));
const HIDDEN = '<section data-visibility="hidden" data-background-color="#fff">x</section>';

describe('which one it is', () => {
  test.each([
    [['<section>a</section>'], 0],
    [[HIDDEN, '<section>a</section>'], 1],
    [
      ["<SECTION DATA-VISIBILITY='hidden'>x</SECTION>", '<section data-visibility="uncounted">a</section>'],
      1,
    ],
    [['<section title="data-visibility=hidden">a</section>'], 0],
    [['<section><!-- <section data-visibility="hidden"> --></section>'], 0],
    [[HIDDEN], -1],
    [[], -1],
  ])('of %j it is %d', (sections, expected) => {
    expect(firstVisibleIndex(read(...sections))).toBe(expected);
  });
});

describe('its classes', () => {
  const paint = (...sections: readonly string[]): readonly string[] =>
    publishSections(read(...sections), true);
  const DARK = ' data-background-color="#000"';

  test.each([
    ['no background', '<section>a</section>', '<section>a</section>'],
    ['dark', `<section${DARK}>a</section>`, `<section class="has-dark-background"${DARK}>a</section>`],
    [
      'light, beside its own',
      '<section class="a" data-background="white">b</section>',
      '<section class="a has-light-background" data-background="white">b</section>',
    ],
    [
      'with a class without quotes',
      '<section class=a data-background=white>b</section>',
      '<section class="a has-light-background" data-background=white>b</section>',
    ],
    [
      'a stack, whose background its slide is on',
      `<section${DARK}><section>a</section><section>b</section></section>`,
      `<section class="stack"${DARK}><section class="has-dark-background">a</section><section>b</section></section>`,
    ],
    [
      'a stack whose first slide is hidden',
      `<section>${HIDDEN}<section${DARK}>a</section></section>`,
      `<section class="stack">${HIDDEN}<section class="has-dark-background"${DARK}>a</section></section>`,
    ],
    [
      'what only browsers can tell',
      '<section data-background="a.png">b</section>',
      '<section data-background="a.png">b</section>',
    ],
    [
      'in a comment',
      `<section><!-- <section${DARK}> -->a</section>`,
      `<section><!-- <section${DARK}> -->a</section>`,
    ],
  ])('%s', (_name, html, expected) => {
    expect(paint(html)).toEqual([expected]);
  });

  test('only the first one has them', () => {
    const dark = `<section${DARK}>a</section>`;
    expect(paint(HIDDEN, dark, dark)).toEqual([
      HIDDEN,
      `<section class="has-dark-background"${DARK}>a</section>`,
      dark,
    ]);
    expect(publishSections(read(dark), false)).toEqual([dark]);
  });
});

describe('its box', () => {
  const rule = (html: string, options = '{}'): string =>
    slideSizeRule(resolve(options).params, readSection(html).facts);

  test('has the size and the background of the slide', () => {
    expect(rule('<section data-background-gradient="linear-gradient(red, blue)">a</section>')).toBe(
      '.deck-waiting .reveal{--deck-width:960px;--deck-height:700px;--deck-room:0.96;--deck-min-scale:0.2;--deck-max-scale:2;--deck-background:linear-gradient(red, blue)}',
    );
    expect(rule('<section>a</section>', "{width: '50%', height: 500, margin: 0.1, center: false}")).toContain(
      '--deck-width:calc(50vw*0.9);--deck-height:500px;--deck-room:0.9;--deck-min-scale:0.2;--deck-max-scale:2;--deck-align:start',
    );
  });

  test.each(['red}body{x:y', 'url(a)', 'a;b', '"a"'])('%s is no background', (value) => {
    expect(rule(`<section data-background-color='${value}'>a</section>`)).not.toContain('--deck-background');
  });
});

describe('what it is painted with', () => {
  const firstPaint: CriticalCss = {
    css: 'all{}',
    conditionalRules: [
      { css: 'table{}', names: ['table'] },
      { css: '.r-stack{}', names: ['r-stack'] },
    ],
    fonts: [],
  };
  const client: Client = { ...testClient, criticalCss: () => firstPaint };
  const cssOf = (html: string): unknown => {
    const style: StyleRequest = { theme: 'black', highlightTheme: undefined, math: false };
    const shown = { sections: read(html), params: resolve('{}').params, style };
    return firstSlideData(shown, client, (file) => file)?.['css'];
  };

  test.each([
    ['<table></table>', 'all{}table{}.'],
    ['<div class="a r-stack">b</div>', 'all{}.r-stack{}.'],
    ['<p>a table and an r-stack here</p>', 'all{}.'],
    ['<!-- <table> --><textarea><table></textarea>', 'all{}.'],
  ])('%s', (html, expected) => {
    expect(cssOf(`<section>${html}</section>`)).toContain(expected);
  });
});
