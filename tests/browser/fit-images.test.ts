/** Pictures that fit: what they measure on slides, on paper and in the scroll view. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { RunningServer } from '../../src/index.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { published } from '../support/modes.ts';
import { drawPicture } from '../support/pictures.ts';
import { atRest } from '../support/wait.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const SLIDES = `
## Words around it

Words above

![wide](/wide.png)

Words below

---

## Alone

![tall](/tall.png)

---

## Two

![wide](/wide.png)

Words between

![tall](/tall.png)

---

## Side by side

![wide](/wide.png) [![tall](/tall.png)](https://example.org/)

- one
- two

---

## A figure

{{< figure src="/tall.png" alt="tall" caption="Caption" link="https://example.org/" >}}

{{% note %}}
Notes
{{% /note %}}

---

## Small

![small](/small.png)

Words

---

## A fragment

{{% fragment %}}

![wide](/wide.png)

{{% /fragment %}}

Words with a footnote[^1]

[^1]: Footnote

---

## A drawing

![drawing](/drawing.svg)

---

{{% section %}}

## In a stack

![wide](/wide.png)

---

## Below

Words

![tall](/tall.png)

{{% /section %}}

---

## With a width

![wide](/wide.png)
{width=300}

![tall](/tall.png)
`;
const COUNT = 11;

const DECKS = {
  studio: 'theme = "studio"\nwidth = 1280\nheight = 720\ncenter = false',
  'studio-center': 'theme = "studio-dark"\nwidth = 1280\nheight = 720',
  black: 'theme = "black"',
  league: 'theme = "league"\nwidth = 1280\nheight = 720\ncenter = false',
} as const;
type DeckName = keyof typeof DECKS;
const NAMES = Object.keys(DECKS) as DeckName[];
const head = (options: string): string =>
  `+++\ntitle = "T"\noutputs = ["Reveal"]\n[reveal_hugo]\n${options}\n+++\n`;

const site = writeSite(`
-- hugo.toml --
title = "T"
[markup.goldmark.parser.attribute]
block = true
[params.reveal_hugo]
fit_images = true
transition = "none"
-- static/drawing.svg --
${PICTURE.replace('width="4" height="2"', 'viewBox="0 0 400 200"')}
${NAMES.map((name) => `-- content/${name}/_index.md --\n${head(DECKS[name])}${SLIDES}`).join('\n')}
`);

const SMALL = [120, 80] as const;
const browser = useBrowser();
useBrowserPath();
let server: RunningServer;
beforeAll(async () => {
  const files = { wide: [3000, 2000], tall: [1200, 2400], small: SMALL } as const;
  for (const [name, size] of Object.entries(files))
    writeFileSync(path.join(site, 'static', `${name}.png`), await drawPicture(browser(), 'png', size));
  server = await published(site);
});
afterAll(async () => server?.close());

/** A part of a slide, in its units: the picture with its proportions, the words. */
interface Part {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** How far the box of a picture is from the proportions of its file. */
  readonly distortion: number;
}

/** The parts of each slide whose box, such as a page, is found by a selector; in units of the deck. */
async function measure(page: Page, selector: string): Promise<readonly (readonly Part[])[]> {
  await page.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
  });
  await atRest(page);
  return page.evaluate((selector) => {
    return [...document.querySelectorAll(selector)].map((slide) => {
      const box = slide.getBoundingClientRect();
      const scale = box.width / (slide as HTMLElement).offsetWidth;
      return [...slide.querySelectorAll('img, h2, section > p, figcaption, li')]
        .filter(
          (element) =>
            element.checkVisibility() && (element.matches('img') || element.textContent.trim() !== ''),
        )
        .map((element) => {
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const image = element instanceof HTMLImageElement ? element : undefined;
          const ratio = image ? image.naturalWidth / image.naturalHeight : 1;
          return {
            name: image?.alt ?? element.textContent,
            top: (top - box.top) / scale,
            bottom: (bottom - box.top) / scale,
            left: (left - box.left) / scale,
            right: (right - box.left) / scale,
            distortion: image ? Math.abs((right - left) / (bottom - top) / ratio - 1) : 0,
          };
        });
    });
  }, selector);
}

const find = (parts: readonly Part[], name: string): Part => {
  const found = parts.find((part) => part.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const heightOf = ({ top, bottom }: Part): number => bottom - top;

/** Every slide of a deck as it is shown. */
async function measureShown(name: DeckName): Promise<readonly (readonly Part[])[]> {
  const { page, problems } = await openPage(browser(), `${server.url}${name}/`);
  const shown: (readonly Part[])[] = [];
  for (let n = 0; n < COUNT; n++) {
    shown.push(...(await measure(page, 'section.present:not(.stack)')));
    await page.evaluate(() => {
      const { Reveal } = window as unknown as { Reveal: { nextFragment(): boolean; next(): void } };
      while (Reveal.nextFragment());
      Reveal.next();
    });
  }
  expect(problems).toEqual([]);
  await page.close();
  return shown;
}

const sizeOf = (name: DeckName): readonly [number, number] => (name === 'black' ? [960, 700] : [1280, 720]);

function expectFit(slides: readonly (readonly Part[])[], [width, height]: readonly [number, number]): void {
  // On paper, a fragment has a page of its own.
  expect(slides.length).toBeGreaterThanOrEqual(COUNT);
  for (const part of slides.flat()) {
    expect(part.left, part.name).toBeGreaterThanOrEqual(-1);
    expect(part.right, part.name).toBeLessThanOrEqual(width + 1);
    expect(part.top, part.name).toBeGreaterThanOrEqual(-1);
    expect(part.bottom, part.name).toBeLessThanOrEqual(height + 1);
    expect(part.distortion, part.name).toBeLessThan(0.02);
  }
}

describe.each(NAMES)('in the deck %s', (name) => {
  let slides: readonly (readonly Part[])[];
  beforeAll(async () => {
    slides = await measureShown(name);
  });
  const slide = (n: number): readonly Part[] => slides[n] ?? [];

  test('nothing is beyond the slide or out of proportion', () => {
    expectFit(slides, sizeOf(name));
  });

  test('words stay above and below, and the picture has what is left', () => {
    const parts = slide(0);
    expect(parts.map((part) => part.name)).toEqual(['Words around it', 'Words above', 'wide', 'Words below']);
    for (const [n, part] of parts.entries())
      expect(part.top).toBeGreaterThanOrEqual((parts[n - 1]?.bottom ?? 0) - 1);
    expect(heightOf(find(parts, 'wide'))).toBeGreaterThan(sizeOf(name)[1] * 0.4);
    expect(heightOf(find(slide(1), 'tall'))).toBeGreaterThan(sizeOf(name)[1] * 0.6);
  });

  test('pictures share the room', () => {
    const [wide, tall] = [find(slide(2), 'wide'), find(slide(2), 'tall')];
    expect(Math.abs(heightOf(wide) - heightOf(tall))).toBeLessThan(2);
    expect(heightOf(wide)).toBeGreaterThan(100);
    const row = [find(slide(3), 'wide'), find(slide(3), 'tall')] as const;
    expect(row[0].right).toBeLessThan(row[1].left);
    expect(row[0].bottom).toBeLessThanOrEqual(find(slide(3), 'one').top);
  });

  test('a caption is right below its picture', () => {
    const [tall, caption] = [find(slide(4), 'tall'), find(slide(4), 'Caption')];
    expect(caption.top).toBeGreaterThanOrEqual(tall.bottom - 1);
    expect(caption.top - tall.bottom).toBeLessThan(40);
  });

  test('a small picture keeps its size, and one with a width has it', () => {
    const { left, right, top, bottom } = find(slide(5), 'small');
    expect([right - left, bottom - top].map(Math.round)).toEqual(SMALL);
    const wide = find(slide(10), 'wide');
    expect(Math.round(wide.right - wide.left)).toBe(300);
  });

  test('on paper and in the scroll view, too', async () => {
    const print = await openPage(browser(), `${server.url}${name}/?print-pdf`);
    await print.page.waitForSelector('html[data-deck-pages=ready]');
    expectFit(await measure(print.page, '.pdf-page > section'), sizeOf(name));
    const pages = await print.page
      .locator('.pdf-page')
      .evaluateAll((all) => new Set(all.map((page) => page.clientHeight)).size);
    expect(pages).toBe(1);
    await print.page.close();
    const scroll = await openPage(browser(), `${server.url}${name}/?view=scroll`);
    expectFit(await measure(scroll.page, '.scroll-page section'), sizeOf(name));
    await scroll.page.close();
  });
});

test('without scripts, a picture is as wide as the page', async () => {
  const context = await browser().newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}studio/`);
  const heights = await page
    .locator('.deck-fitted img[src$="wide.png"]')
    .evaluateAll((all) => all.slice(0, 2).map((image) => image.getBoundingClientRect().height));
  for (const height of heights) expect(height).toBeGreaterThan(400);
  await context.close();
});

test('a check finds nothing that does not fit', async () => {
  const { findings } = await check({ source: site });
  expect(findings.filter(({ code }) => ['overflow', 'content-cut'].includes(code))).toEqual([]);
});
