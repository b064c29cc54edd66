/** A deck on a phone held upright: a page to read. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, ready, useBrowser, watchPage } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { isRead, top, UPRIGHT, usePhoneSite } from '../support/phone-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

const exported = temporaryFolder(path.resolve(import.meta.dirname, '..', 'fixtures/export'));

const browser = useBrowser();

const sizeOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each(modes)('%s', (_name, start) => {
  const { open, url } = usePhoneSite(start);

  describe.each(['studio', 'black'] as const)('in %s, upright', (name) => {
    test('slides are one below the other, in a readable size, with all steps open', async () => {
      const { page, problems } = await open(name);
      expect(await isRead(page)).toBe(true);
      const boxes = await page.$$eval('.slides section:not(.stack)', (slides) =>
        slides.map((slide) => {
          const { top: from, bottom, left, width } = slide.getBoundingClientRect();
          return { heading: slide.querySelector('h1, h2')?.textContent, from, bottom, left, width };
        }),
      );
      expect(boxes.map(({ heading }) => heading)).toEqual([
        'Boats',
        'Steps',
        'Above',
        'Below',
        'Picture behind',
        'Code',
        'Side by side',
        'A picture',
        'A table',
        'End',
      ]);
      for (const [n, { from, left, width }] of boxes.entries()) {
        expect([left, width]).toEqual([0, UPRIGHT.width]);
        expect(from).toBeCloseTo(boxes[n - 1]?.bottom ?? 0, 0);
      }
      expect(await sizeOf(page, 'section p')).toBeGreaterThanOrEqual(16);
      expect(await sizeOf(page, 'section p')).toBeLessThanOrEqual(18);
      expect(await sizeOf(page, 'pre code')).toBeGreaterThanOrEqual(13);
      expect(await overflow(page)).toBe(0);
      for (const fragment of await page.locator('.slides .fragment:not(.code-step)').all())
        expect(await fragment.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
      expect(await page.locator('.has-highlights').count()).toBe(0);
      expect(await page.locator('section[hidden], section[aria-hidden]').count()).toBe(0);
      expect(problems).toEqual([]);
      await page.close();
    });

    test('what is side by side on a slide is not, and what is wide is scrolled', async () => {
      const { page } = await open(name);
      for (const [one, other] of [
        ['left', 'right'],
        ['one', 'two'],
        ['here', 'there'],
      ])
        expect(await top(page, `#${other}`)).toBeGreaterThan((await top(page, `#${one}`)) + 15);
      expect((await page.locator('section > p > img').boundingBox())?.width).toBeGreaterThan(340);
      for (const selector of ['pre code', '.slides table'])
        expect(
          await page.locator(selector).evaluate((element) => element.scrollWidth > element.clientWidth),
        ).toBe(true);
      await page.close();
    });

    test('backgrounds are behind the words', async () => {
      const { page } = await open(name);
      const below = page.locator('#under');
      expect(await below.evaluate((slide) => getComputedStyle(slide).backgroundColor)).toBe(
        'rgb(32, 64, 96)',
      );
      expect(await below.locator('h2').evaluate((heading) => getComputedStyle(heading).color)).toMatch(
        /rgb\((?:2[2-5]\d|, ){5}\)/,
      );
      const pictured = page.locator('[data-background-image]');
      await pictured.scrollIntoViewIfNeeded();
      await expect
        .poll(() => pictured.evaluate((slide) => getComputedStyle(slide, '::before').backgroundImage))
        .toBe(`url("${url()}wide.svg")`);
      expect(await pictured.evaluate((slide) => getComputedStyle(slide, '::before').opacity)).toBe('0.5');
      await page.close();
    });

    test('a slide of a stack has the background of the stack, and those of its author stay', async () => {
      const { page } = await open(name);
      const colourOf = (place: string): Promise<string> =>
        page.locator(place).evaluate((slide) => getComputedStyle(slide).backgroundColor);
      await page.evaluate(() => {
        document.querySelector('section.stack')?.setAttribute('data-background-color', '#402040');
        window.Reveal.sync();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.reveal .slides > section:first-child { background-color: #123456 }');
        document.adoptedStyleSheets.push(sheet);
      });
      await expect.poll(() => colourOf('section.stack > section >> nth=0')).toBe('rgb(64, 32, 64)');
      expect(await colourOf('#under')).toBe('rgb(32, 64, 96)');
      expect(await colourOf('.slides > section >> nth=0')).toBe('rgb(18, 52, 86)');
      await page.close();
    });

    test('nothing moves between the first paint and the start', async () => {
      const { page } = await watchPage(browser(), { viewport: UPRIGHT });
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route(/\.js|virtual:/, async (route) => {
        await released;
        await route.continue();
      });
      await page.goto(`${url()}${name}/`, { waitUntil: 'commit' });
      await page.waitForSelector('.slides h1');
      await page.evaluate(() => document.fonts.ready);
      const before = await page.locator('.slides h1').first().boundingBox();
      release();
      await ready(page);
      expect(await page.locator('.slides h1').first().boundingBox()).toEqual(before);
      await page.close();
    });
  });
});

test('all features, each readable and none wider than the page', async () => {
  writeSiteFile(exported, 'config/_default/hugo.toml', '[params.reveal_hugo]\nphone_view = "read"\n');
  const [, start] = modes[1] ?? [];
  const server = await start?.(exported);
  const { page } = await openPage(browser(), server?.url ?? '', UPRIGHT);
  await expect.poll(() => page.locator('.mermaid svg').count()).toBe(1);
  expect(await isRead(page)).toBe(true);
  expect(await overflow(page)).toBe(0);
  const hidden = await page.$$eval(
    '.slides section:not(.stack)',
    (slides) => slides.filter((slide) => slide.getBoundingClientRect().height < 50).length,
  );
  expect(hidden).toBe(0);
  await page.close();
  await server?.close();
});
