/** What is written into the tags of images, and what is left alone. */
import { describe, expect, test } from 'vitest';
import { publishSections } from '../../src/render/first-slide.ts';
import { createSizer, type ImageSize } from '../../src/render/image-attributes.ts';
import { readSection } from '../../src/render/section-facts.ts';

const known: Readonly<Record<string, ImageSize>> = {
  'a.png': { width: 640, height: 360, isFluid: false },
  'b.svg': { width: 400, height: 200, isFluid: true },
};
const size = (html: string): string =>
  readSection(
    html,
    createSizer(html, (address) => known[address]),
  ).html;
const PLACE = 'width="640" height="360"';
const HELD = 'contain-intrinsic-size:640px 360px';

describe('sizes', () => {
  test.each([
    ['a file of the site', '<img src="a.png">', `<img style="${HELD}" ${PLACE} src="a.png">`],
    ['in capitals', "<IMG SRC='a.png'/>", `<IMG style="${HELD}" ${PLACE} SRC='a.png'/>`],
    ['a style', '<img style="width:5%" src=a.png>', `<img ${PLACE} style="${HELD};width:5%" src=a.png>`],
    [
      'no width of its own',
      '<img src="b.svg">',
      '<img style="contain-intrinsic-size:none" width="400" height="200" src="b.svg">',
    ],
    [
      'put off by its author',
      '<img loading="lazy" src="a.png">',
      `<img style="${HELD}" ${PLACE} loading="lazy" src="a.png">`,
    ],
  ])('%s', (_name, html, expected) => {
    expect(size(html)).toBe(expected);
  });

  test.each([
    ['no file of the site', '<img src="https://example.org/a.png">'],
    ['a width of its author', '<img src="a.png" width="5">'],
    ['a height of its author', '<img src="a.png" HEIGHT=5>'],
    ['several files', '<img src="a.png" srcset="a.png 1x, b.png 2x">'],
    ['several formats', '<picture><source srcset="a.webp"><img src="a.png"></picture>'],
    ['loaded by reveal.js', '<img data-src="a.png">'],
    ['no address', '<img alt="a.png">'],
    ['a comment', '<!-- <img src="a.png"> -->'],
    ['a comment that is never closed', '<p></p><!-- <img src="a.png">'],
    ['a textarea', '<textarea><img src="a.png"></textarea>'],
    ['a frame', '<iframe><img src="a.png"></iframe>'],
    ['a value', `<p title='<img src="a.png">'></p>`],
    ['a script', '<script>"<img src=\\"a.png\\">"</script>'],
    ['code', '<code>&lt;img src="a.png"&gt;</code>'],
    ['another element', '<imgs src="a.png"><video src="a.png"></video>'],
  ])('%s: nothing', (_name, html) => {
    expect(size(html)).toBe(html);
  });

  test('an address with an entity, and a style without quotes', () => {
    const find = (address: string): ImageSize | undefined =>
      address === 'a&b.png' ? known['a.png'] : undefined;
    const html = '<img src="a&amp;b.png" style=width:5%>';
    expect(readSection(html, createSizer(html, find)).html).toBe(
      `<img ${PLACE} src="a&amp;b.png" style="${HELD};width:5%">`,
    );
  });

  test.each(['template', 'noscript'])('in a %s, which may come to be shown', (name) => {
    expect(size(`<${name}><img src="a.png"></${name}>`)).toContain(PLACE);
  });

  test('behind a picture they are written again', () => {
    expect(size('<picture></picture><img src="a.png">')).toContain(PLACE);
  });
});

describe('loading', () => {
  const IMAGE = '<img src="a.png">';
  const LATE = '<img loading="lazy" decoding="async" src="a.png">';
  const URGENT = '<img fetchpriority="high" src="a.png">';
  const loadWhenNeeded = (sections: readonly string[]): readonly string[] =>
    publishSections(
      sections.map((html) => readSection(html)),
      false,
    );
  const slide = (html: string, attributes = ''): string => `<section${attributes}>${html}</section>`;

  test('the first slide is urgent, and the others can wait', () => {
    const sections = [slide(IMAGE + IMAGE), slide(IMAGE)];
    expect(loadWhenNeeded(sections)).toEqual([slide(URGENT + URGENT), slide(LATE)]);
  });

  test('of a stack it is the one on top', () => {
    const stack = slide(slide(IMAGE) + slide(IMAGE));
    expect(loadWhenNeeded([stack])).toEqual([slide(slide(URGENT) + slide(LATE))]);
  });

  test('one that is hidden is not the first', () => {
    const hidden = ' data-visibility="hidden"';
    const sections = [slide(IMAGE, hidden), slide(IMAGE)];
    expect(loadWhenNeeded(sections)).toEqual([slide(LATE, hidden), slide(URGENT)]);
  });

  test('in a stack, slides that are hidden are not the first either', () => {
    const hidden = ' data-visibility="hidden"';
    expect(loadWhenNeeded([slide(slide(IMAGE, hidden) + slide(IMAGE) + slide(IMAGE))])).toEqual([
      slide(slide(LATE, hidden) + slide(URGENT) + slide(LATE)),
    ]);
  });

  test('a frame can wait, too', () => {
    const [first, second] = loadWhenNeeded([slide('<iframe src="/x"></iframe>'), slide('<iframe src="/x">')]);
    expect(first).toBe(slide('<iframe src="/x"></iframe>'));
    expect(second).toBe(slide('<iframe loading="lazy" src="/x">'));
  });

  test.each([
    '<img src="a.png" loading="eager">',
    '<img data-src="a.png">',
    '<img src="data:image/png;base64,AAAA">',
    '<iframe data-src="/x"></iframe>',
    '<iframe src="/x" loading="eager"></iframe>',
    '<video src="x.webm"></video>',
    '<img alt="none">',
  ])('%s is left alone', (html) => {
    const sections = [slide(html), slide(html)];
    expect(loadWhenNeeded(sections)).toEqual(sections);
  });

  test('what the author says of priority and decoding stands', () => {
    const low = '<img src="a.png" fetchpriority="low" decoding="sync">';
    expect(loadWhenNeeded([slide(low), slide(low)])).toEqual([
      slide(low),
      slide(low.replace('<img', '<img loading="lazy"')),
    ]);
  });
});
