/** The layouts of slides: where their words and pictures are, in themes of deckwright and of reveal.js. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { LAYOUT_SLIDES } from '../support/layout-slides.ts';
import { published } from '../support/modes.ts';
import { extremePixels, leastContrast } from '../support/pixels.ts';
import { atRest, nextFrames } from '../support/wait.ts';
import { writeSite } from '../support/write-site.ts';

const DECKS = {
  studio: 'theme = "studio"\nwidth = 1280\nheight = 720\ncenter = false',
  square: 'theme = "studio-dark"\nwidth = 900\nheight = 900',
  black: 'theme = "black"',
} as const;

const site = writeSite(`
-- hugo.toml --
title = "Layouts"
[markup.goldmark.renderer]
unsafe = true
-- static/white.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#fff"/></svg>
${Object.entries(DECKS)
  .map(
    ([name, params]) =>
      `-- content/${name}/_index.md --\n+++\ntitle = "${name}"\noutputs = ["Reveal"]\n[reveal_hugo]\ntransition = "none"\nhash = true\n${params}\n+++\n${LAYOUT_SLIDES}`,
  )
  .join('\n')}
`);
const browser = useBrowser();
let server: RunningServer | undefined;
beforeAll(async () => {
  server = await published(site);
});
afterAll(async () => server?.close());

/** Edges as shares of the slide: 0 is its left or upper edge, 1 the right or lower one. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shows the slide of a layout. */
async function show(page: Page, layout: string): Promise<void> {
  await page.evaluate((name) => {
    const slide = document.querySelector(`section[data-layout="${name}"]`);
    const deck = Reflect.get(window, 'Reveal') as {
      getIndices(slide: Element | null): { h: number; v: number };
      slide(h: number, v: number, f: number): void;
    };
    const { h, v } = deck.getIndices(slide);
    deck.slide(h, v, 99);
  }, layout);
  await nextFrames(page);
}

/** The boxes of elements of the current slide; of `text`, all words that are seen. */
const boxes = (page: Page, selector: string): Promise<readonly Box[]> =>
  page.evaluate((wanted) => {
    const slides = document.querySelector('.slides')?.getBoundingClientRect() ?? new DOMRect();
    const slide = document.querySelector('section.present:not(.stack)') ?? document.body;
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    const rects: DOMRect[] = [];
    if (wanted === 'text')
      while (texts.nextNode()) {
        const range = new Range();
        range.selectNodeContents(texts.currentNode);
        if (texts.currentNode.nodeValue?.trim()) rects.push(...range.getClientRects());
      }
    else
      for (const element of slide.querySelectorAll(`:scope ${wanted}`))
        rects.push(element.getBoundingClientRect());
    return rects.map((rect) => ({
      left: (rect.left - slides.left) / slides.width,
      right: (rect.right - slides.left) / slides.width,
      top: (rect.top - slides.top) / slides.height,
      bottom: (rect.bottom - slides.top) / slides.height,
    }));
  }, selector);

async function box(page: Page, selector: string): Promise<Box> {
  const [first] = await boxes(page, selector);
  if (!first) throw new Error(`the slide has no ${selector}`);
  return first;
}

const LAYOUTS = [
  'cover', 'section', 'statement', 'quote', 'big-number', 'two-columns', 'comparison', 'picture-left',
  'picture-right', 'picture-full', 'code', 'end',
] as const; // prettier-ignore

describe.each(Object.keys(DECKS))('%s', (deck) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(browser(), `${server?.url}${deck}/`));
    await atRest(page);
  });

  test('nothing is outside of a slide, and all begins at the left', async () => {
    for (const layout of LAYOUTS) {
      await show(page, layout);
      const words = await boxes(page, 'text');
      expect(words.length, layout).toBeGreaterThan(0);
      for (const one of words) {
        expect(Math.min(one.left, one.top), layout).toBeGreaterThanOrEqual(-0.001);
        expect(Math.max(one.right, one.bottom), layout).toBeLessThanOrEqual(1.001);
      }
    }
  });

  test('titles and sentences', async () => {
    await show(page, 'cover');
    const [title, author] = [await box(page, 'h1'), await box(page, 'p')];
    expect(title.top).toBeGreaterThan(0.45);
    expect(author.top).toBeGreaterThanOrEqual(title.bottom);
    expect(author.bottom).toBeLessThan(0.97);
    await show(page, 'end');
    expect((await box(page, 'h2')).top).toBeGreaterThan(0.6);
    for (const layout of ['section', 'statement', 'quote', 'big-number']) {
      await show(page, layout);
      const words = await boxes(page, 'text');
      const middle =
        (Math.min(...words.map((one) => one.top)) + Math.max(...words.map((one) => one.bottom))) / 2;
      expect(Math.abs(middle - 0.5), layout).toBeLessThan(0.1);
    }
    await show(page, 'big-number');
    const sizes = await page
      .locator('section.present > :is(h2, p)')
      .evaluateAll((all) => all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    expect((sizes[0] ?? 0) / (sizes[1] ?? 1)).toBeGreaterThan(3.5);
  });

  test('columns', async () => {
    for (const layout of ['two-columns', 'comparison']) {
      await show(page, layout);
      const [first, second] = await boxes(page, '> h3');
      const title = await box(page, '> h2');
      expect(Math.abs((first?.top ?? 0) - (second?.top ?? 1)), layout).toBeLessThan(0.003);
      expect(first?.top).toBeGreaterThanOrEqual(title.bottom);
      expect(second?.left).toBeGreaterThan(0.5);
      expect(first?.right).toBeLessThan(0.5);
    }
    await show(page, 'two-columns');
    const [notes] = await boxes(page, '.footnotes');
    expect(notes?.top).toBeGreaterThan(Math.max(...(await boxes(page, '> ul')).map((one) => one.bottom)));
  });

  test('pictures reach the edges of the window', async () => {
    const edges = async () => {
      const rect = await page.locator('section.present:not(.stack) img').boundingBox();
      return (
        rect &&
        [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height].map((edge) => Math.round(edge) + 0)
      );
    };
    await show(page, 'picture-left');
    expect(await edges()).toEqual([0, 0, 640, 720]);
    expect((await box(page, 'h2')).left).toBeGreaterThan(0.5);
    // A drawing is not cropped.
    const fit = () =>
      page.locator('section.present img').evaluate((image) => getComputedStyle(image).objectFit);
    expect(await fit()).toBe('contain');
    await show(page, 'picture-right');
    expect(await edges()).toEqual([640, 0, 1280, 720]);
    expect((await box(page, 'h2')).right).toBeLessThanOrEqual(0.5);
    await show(page, 'picture-full');
    expect(await edges()).toEqual([0, 0, 1280, 720]);
    expect((await box(page, 'h2')).top).toBeGreaterThan(0.5);
  });

  test('words over a white picture, and on the accent, can be read', async () => {
    for (const layout of ['picture-full', 'section']) {
      await show(page, layout);
      await atRest(page);
      for (const selector of ['h2', 'p']) {
        const words = page.locator(`section.present:not(.stack) > ${selector}:not(:has(img))`);
        const colour = await words.evaluate((element) => getComputedStyle(element).color);
        const clip = await words.boundingBox();
        await words.evaluate((element) => (element.style.opacity = '0'));
        const behind = await extremePixels(page, await page.screenshot(clip ? { clip } : {}));
        expect(leastContrast(colour, behind), `${layout} ${selector}`).toBeGreaterThan(4.5);
      }
    }
  });

  test('code takes the room that is left', async () => {
    await show(page, 'code');
    const [code, title] = [await box(page, 'pre'), await box(page, 'h2')];
    expect(code.bottom).toBeGreaterThan(0.9);
    expect(code.right - code.left).toBeGreaterThan(0.8);
    expect(code.top).toBeGreaterThanOrEqual(title.bottom);
    const isWhole = await page
      .locator('section.present pre > code')
      .evaluate((element) => element.scrollWidth <= element.clientWidth);
    expect(isWhole).toBe(true);
  });

  test('the print view and the scroll view have the same places', async () => {
    await page.goto(`${server?.url}${deck}/?print-pdf`);
    await ready(page);
    const pages = await page.locator('.pdf-page').evaluateAll((all) => all.map((one) => one.clientHeight));
    // Two of them for the slide with a fragment.
    expect(pages.length).toBe(LAYOUTS.length + 1);
    expect(new Set(pages).size).toBe(1);
    const places = (inside: string): Promise<readonly number[]> =>
      page.locator(inside).evaluateAll((all) =>
        all.map((slide) => {
          const frame = slide.parentElement?.getBoundingClientRect() ?? new DOMRect();
          const rect = slide.querySelector('h1, h2')?.getBoundingClientRect() ?? new DOMRect();
          return (rect.left - frame.left) / frame.width;
        }),
      );
    const left = [':not([data-layout="picture-left"])', '[data-layout="picture-left"]'];
    for (const at of await places(`.pdf-page > section[data-layout]${left[0]}:has(h1, h2)`))
      expect(at).toBeLessThan(0.12);
    for (const at of await places(`.pdf-page > section${left[1]}`)) expect(at).toBeGreaterThan(0.5);
    await page.goto(`${server?.url}${deck}/?view=scroll`);
    await page.waitForSelector('.scroll-page');
    await atRest(page);
    for (const at of await places(`.scroll-page-content > section${left[1]}`))
      expect(at).toBeGreaterThan(0.5);
  });
});
