/** What is around the slides, in windows of several sizes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const text = (theme: string): string => `
+++
title = "Around"
outputs = ["Reveal"]
[reveal_hugo]
theme = "${theme}"
center = false
width = 1280
height = 720
transition = "none"
slide_number = "c/t"
footer = "Grace Hopper · [Boats 2026](https://boats.example)"
+++

# First

---

{{< slide background-color="#102030" >}}

## Dark

---

{{< slide background-color="#ffe080" >}}

## Light

---

{{< slide background-image="/picture.svg" >}}

## Picture

---

{{< slide footer="false" >}}

## Without

---

{{% section %}}

## Above

---

## Below

- ${'Words that fill the lines of this slide to the right. '.repeat(3)}
${'- One of many lines\n'.repeat(7)}

{{% /section %}}
`;
const themes = ['studio', 'studio-dark', 'black', 'white'];
const site = writeSite(
  `
-- hugo.toml --
title = "Around"
[params.logo]
src = "/picture.svg"
right = "2%"
width = "6%"
-- static/picture.svg --
${PICTURE}
${themes.map((theme) => `-- content/${theme}/_index.md --${text(theme)}`).join('\n')}`,
);
const browser = useBrowser();

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 844, height: 390 },
];

const isShown = (page: Page): Promise<boolean> => page.locator('.reveal > .deck-footer').isVisible();

describe.each(modes)('around the slides, %s', (name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test.each(themes)(
    'the footer of %s is there, as large as the slide, except where it is hidden',
    async (theme) => {
      const shares: number[] = [];
      for (const size of SIZES) {
        const { page, problems } = await openPage(browser(), `${server.url}${theme}/`, size);
        const { footer, slide } = await page.evaluate(() => {
          const box = (selector: string): DOMRect =>
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return {
            footer: box('.deck-footer > span').toJSON() as DOMRect,
            slide: box('.slides').toJSON() as DOMRect,
          };
        });
        shares.push(footer.height / slide.height);
        expect(footer.bottom).toBeLessThanOrEqual(size.height);
        expect(footer.left).toBeGreaterThanOrEqual(0);
        expect(footer.top).toBeGreaterThan(size.height * 0.9);
        await page.close();
        expect(problems).toEqual([]);
      }
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.002);
    },
  );

  test('the keyboard goes from slide to slide, and the footer follows', async () => {
    const { page } = await openPage(browser(), `${server.url}studio/`);
    const states: unknown[] = [];
    for (let n = 0; n < 6; n++) {
      const background = await page
        .locator('.deck-footer > span')
        .evaluate((line) => getComputedStyle(line).backgroundColor !== 'rgba(0, 0, 0, 0)');
      const colour = await page
        .locator('.deck-footer > span')
        .evaluate((line) => getComputedStyle(line).color);
      states.push([await isShown(page), background, colour]);
      await page.keyboard.press('ArrowRight');
    }
    expect(states).toEqual([
      [true, false, 'rgb(90, 97, 112)'],
      [true, false, 'rgb(236, 239, 244)'],
      [true, false, 'rgb(20, 23, 29)'],
      [true, true, 'rgb(27, 31, 39)'],
      [false, false, 'rgb(90, 97, 112)'],
      [true, false, 'rgb(90, 97, 112)'],
    ]);
    await page.keyboard.press('Escape');
    expect(await isShown(page)).toBe(false);
  });

  test.each(SIZES)('arrows and number of studio are outside of the text at $width', async (size) => {
    const { page } = await openPage(browser(), `${server.url}studio/#/5/1`, size);
    const found = await page.evaluate(() => {
      const slide = window.Reveal.getCurrentSlide();
      const style = getComputedStyle(slide);
      const box = slide.getBoundingClientRect();
      const scale = window.Reveal.getScale();
      const bottom = box.bottom - Number.parseFloat(style.paddingBottom) * scale;
      const around = [
        ...document.querySelectorAll('.controls > .enabled, .reveal > .slide-number > *, .deck-footer'),
      ];
      const boxes = around.map((one) => one.getBoundingClientRect());
      const number = document.querySelector('.reveal > .slide-number > *');
      return {
        count: boxes.length,
        above: boxes.filter(({ top }) => top < bottom - 1).length,
        below: boxes.filter((one) => one.bottom > window.innerHeight).length,
        overlaps: boxes.filter((one, n) =>
          boxes.some((other, m) => m > n && one.left < other.right - 1 && other.left < one.right - 1),
        ).length,
        arrows: around.filter((one) => one.matches('button')).map((one) => one.getBoundingClientRect().width),
        number: number ? Number.parseFloat(getComputedStyle(number).fontSize) / scale : 0,
      };
    });
    expect(found).toMatchObject({ above: 0, below: 0, overlaps: 0 });
    expect(found.count).toBe(4);
    expect(Math.min(...found.arrows)).toBeGreaterThanOrEqual(24);
    expect(found.number).toBeGreaterThan(16);
    await page.close();
  });

  test('before a script runs, the footer is where it will be, below the logo', async () => {
    const boxes: unknown[] = [];
    for (const scripts of [false, true]) {
      const page = await browser().newPage({ viewport: { width: 1000, height: 900 } });
      if (!scripts) await page.route(/\.js$|client|@vite/, (route) => route.abort());
      await page.goto(`${server.url}studio/`);
      if (scripts) await ready(page);
      const box = await page.locator('.deck-footer > span').boundingBox();
      const logo = await page.locator('#logo').boundingBox();
      expect(logo && box && logo.y + logo.height < box.y).toBe(true);
      boxes.push(box);
      await page.close();
    }
    // The dev server sends stylesheets with its scripts.
    if (name === 'build') expect(boxes[0]).toEqual(boxes[1]);
  });

  test('every page of the print view has it, but where it is hidden', async () => {
    const { page } = await openPage(browser(), `${server.url}studio/?print-pdf`);
    const pages = await page.locator('.pdf-page').evaluateAll((all) =>
      all.map((one) => {
        const footer = one.querySelector(':scope > .deck-footer');
        const [box, own] = [footer?.getBoundingClientRect(), one.getBoundingClientRect()];
        return box !== undefined && box.bottom <= own.bottom && box.top > own.bottom - 80;
      }),
    );
    expect(pages).toEqual([true, true, true, true, false, true, true]);
    await page.close();
  });
});
