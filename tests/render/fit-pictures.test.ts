/** Which pictures take the room that is left on their slide: those that are alone, and that have no size. */
import { describe, expect, test } from 'vitest';
import { fitPictures } from '../../src/render/fit-pictures.ts';
import { buildSite } from '../support/site.ts';

const slide = (html: string): string => `<section>\n${html}\n</section>`;
const IMG = '<img src="a.png" alt="A">';

describe('pictures that fit', () => {
  test.each([
    ['alone in a paragraph', `<h2>T</h2><p>${IMG}</p>`, `<h2>T</h2><p class="deck-fitted">${IMG}</p>`],
    ['with blanks around it', `<p>\n${IMG} </p>`, `<p class="deck-fitted">\n${IMG} </p>`],
    ['in a link', `<p><a href="b">${IMG}</a></p>`, `<p class="deck-fitted"><a href="b">${IMG}</a></p>`],
    [
      'in several files',
      `<p><picture><source srcset="a.webp">${IMG}</picture></p>`,
      `<p class="deck-fitted"><picture><source srcset="a.webp">${IMG}</picture></p>`,
    ],
    [
      'several in a paragraph',
      `<p class="b">${IMG} ${IMG}</p>`,
      `<p class="b deck-fitted deck-fitted-row">${IMG} ${IMG}</p>`,
    ],
    [
      'a figure',
      `<figure class="b">${IMG}<figcaption><p>c</p></figcaption></figure>`,
      `<figure class="b deck-fitted">${IMG}<figcaption><p>c</p></figcaption></figure>`,
    ],
    [
      'a figure with a link',
      `<figure><a href="b">${IMG}</a>\n</figure>`,
      `<figure class="deck-fitted"><a href="b">${IMG}</a>\n</figure>`,
    ],
    ['in the slide itself', IMG, '<img class="deck-fitted" src="a.png" alt="A">'],
    [
      'in a fragment',
      `<span class="fragment"><p>${IMG}</p></span>\n<span class="fragment">b</span>`,
      `<span class="fragment deck-fitted"><p class="deck-fitted">${IMG}</p></span>\n<span class="fragment">b</span>`,
    ],
    [
      'next to speaker notes',
      `<p>${IMG}</p><aside class="notes">a <b>b</b></aside>`,
      `<p class="deck-fitted">${IMG}</p><aside class="notes">a <b>b</b></aside>`,
    ],
    [
      'with a style that is no size',
      `<p style="text-align: left">${IMG}</p>`,
      `<p class="deck-fitted" style="text-align: left">${IMG}</p>`,
    ],
  ])('%s', (_, html, fitted) => {
    expect(fitPictures(slide(html))).toBe(slide(fitted).replace('<section>', '<section class="deck-fit">'));
  });

  test('are also those of slides in a stack', () => {
    expect(fitPictures(`<section class="a">${slide('<p>b</p>')}${slide(`<p>${IMG}</p>`)}</section>`)).toBe(
      `<section class="a">${slide('<p>b</p>')}<section class="deck-fit">\n<p class="deck-fitted">${IMG}</p>\n</section></section>`,
    );
  });

  test('are only those without a size, where others have one', () => {
    expect(fitPictures(slide(`<p>${IMG}</p><p><img src="b" width="4"></p>`))).toBe(
      slide(`<p class="deck-fitted">${IMG}</p><p><img src="b" width="4"></p>`).replace(
        '<section>',
        '<section class="deck-fit">',
      ),
    );
  });
});

describe('what stays as it is', () => {
  test.each([
    ['no picture', '<p>a</p>'],
    ['a picture between words', `<p>a ${IMG}</p>`],
    ['a picture with a break', `<p>${IMG}<br></p>`],
    ['a picture in a list', `<ul><li><p>${IMG}</p></li></ul>`],
    ['a picture in a table', `<table><tr><td>${IMG}</td></tr></table>`],
    ['a picture in columns', `<div class="cols"><p>${IMG}</p></div>`],
    ['a picture in speaker notes', `<aside class="notes"><p>${IMG}</p></aside>`],
    ['a width', '<p><img src="a" width="300"></p>'],
    ['a height', '<figure><img src="a" height="30"></figure>'],
    ['a style with a size', '<p><img src="a" style="border: 0; max-height: 3em"></p>'],
    ['a paragraph with a size', `<p style="height:40%">${IMG}</p>`],
    ['a picture that floats', '<img src="a" style="float: right"><p>b</p>'],
    ['r-stretch', '<img src="a" class="b r-stretch">'],
    ['one of two with a size', `<p>${IMG}<img src="b" width="300"></p>`],
    ['a figure with two', `<figure>${IMG}${IMG}</figure>`],
    ['a figure with words', `<figure>${IMG} words</figure>`],
    ['a line of words in the slide itself', `a <b>b</b> c<p>${IMG}</p>`],
    ['an element without an end', `<p>${IMG}</p><div>`],
  ])('%s', (_, html) => {
    expect(fitPictures(slide(html))).toBe(slide(html));
  });

  test('a slide with a layout', () => {
    const html = `<section data-layout="cover"><p>${IMG}</p></section>`;
    expect(fitPictures(html)).toBe(html);
  });
});

describe('sizes of a paragraph are those of its picture', () => {
  test.each([
    ['width="300"', 'width="300"'],
    ['width="50%" height="40px"', 'width="50%" height="40"'],
  ])('%s', (written, size) => {
    expect(fitPictures(slide(`<p ${written}>${IMG}</p>`))).toBe(
      slide(`<p ${written}>${IMG.replace('<img', `<img ${size}`)}</p>`),
    );
  });

  test('unless HTML does not know them', () => {
    const html = slide(`<p width="3em">${IMG}</p>`);
    expect(fitPictures(html)).toBe(html);
  });
});

describe('the option', () => {
  const site = (head: string): string =>
    buildSite(`
-- hugo.toml --
title = "T"
[markup.goldmark.parser.attribute]
block = true
-- content/_index.md --
+++
title = "T"
outputs = ["Reveal"]
${head}
+++
# Heading

![A](a.png)

---

![A](a.png)
{width=300}
`).page('index.html');

  test('is off by default', () => {
    expect(site('')).toContain('<p><img');
    expect(site('')).not.toMatch(/deck-(?:fit|picture)/);
  });

  test('fits pictures, and is none of reveal.js', () => {
    const page = site('[reveal_hugo]\nfit_images = true');
    expect(page).toContain(
      '<section class="deck-fit">\n<h1 id="heading">Heading</h1>\n<p class="deck-fitted"><img',
    );
    expect(page).toMatch(/<p width="300"><img [^>]*width="300"/);
    expect(page).not.toContain('fitImages');
  });
});
