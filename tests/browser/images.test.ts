/** Images: those of the first slide come at once, the others in time, and nothing moves when one arrives late. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { drawPicture } from '../support/pictures.ts';
import { atRest } from '../support/wait.ts';
import { PICTURE, writeSite, writeSiteFile } from '../support/write-site.ts';

const HEAD = '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++\n';
const COUNT = 12;
const numbered = Array.from({ length: COUNT }, (_, n) => `# ${n + 1}\n\n![](p${n + 1}.svg)\n`).join(
  '\n---\n\n',
);

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "T"
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
${HEAD}
${numbered}
-- content/stack/_index.md --
${HEAD}
# One

---

{{% section %}}
![](/talks/p1.svg)

---

![](/p2.svg)

---

![](../p3.svg)

---

![](../p4.svg)
{{% /section %}}

---

![](../p5.svg)

---

![](../p6.svg)
-- content/late/_index.md --
${HEAD}
![](late.png)

Below.

---

![](later.svg)

Below, too.

---

![](fluid.svg)

Here as well.
-- content/late/later.svg --
${PICTURE.replace('width="4" height="2"', 'width="400" height="200"')}
-- content/late/fluid.svg --
${PICTURE.replace('width="4" height="2"', 'viewBox="0 0 400 200"')}
`);
for (let n = 1; n <= COUNT; n++) writeSiteFile(site, `static/p${n}.svg`, PICTURE);

const browser = useBrowser();
beforeAll(async () => {
  const file = path.join(site, 'content/late/late.png');
  writeFileSync(file, await drawPicture(browser(), 'png', [500, 300]));
});

/** Opens a page, and tells the numbers of the pictures that it has asked for. */
async function watchPictures(address: string): Promise<{ page: Page; asked: () => number[] }> {
  const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
  const asked = new Set<number>();
  page.on('request', (request) => {
    const [, number] = /\/p(\d+)\.svg$/.exec(request.url()) ?? [];
    if (number !== undefined) asked.add(Number(number));
  });
  await page.goto(address);
  await ready(page);
  await page.waitForLoadState('networkidle');
  return { page, asked: () => [...asked].sort((a, b) => a - b) };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);

describe.each(modes)('images, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test('those of the first slide are urgent, and the others come two slides ahead', async () => {
    const { page, asked } = await watchPictures(server.url);
    const attributes = (n: number): Promise<unknown> =>
      page
        .locator(`img[src="p${n}.svg"]`)
        .evaluate((image) => [image.getAttribute('fetchpriority'), image.getAttribute('loading')]);
    expect(await attributes(1)).toEqual(['high', null]);
    expect(await attributes(10)).toEqual([null, 'lazy']);
    expect(asked()).toEqual(upTo(3));
    for (let slide = 2; slide <= 7; slide++) await page.keyboard.press('ArrowRight');
    await expect.poll(asked).toEqual(upTo(9));
    await atRest(page);
    expect(asked()).toEqual(upTo(9));
    await page.keyboard.press('ArrowRight');
    await expect.poll(asked).toEqual(upTo(10));
    await page.close();
  });

  test('of a stack, too, and beside it', async () => {
    const { page, asked } = await watchPictures(`${server.url}stack/`);
    await atRest(page);
    expect(asked().filter((n) => n > 3)).not.toContain(6);
    await page.keyboard.press('ArrowRight');
    await expect.poll(asked).toEqual(expect.arrayContaining([1, 2, 3, 5, 6]));
    await page.keyboard.press('ArrowDown');
    await expect.poll(asked).toEqual(upTo(6));
    await page.close();
  });

  test('all of them in the overview', async () => {
    const { page, asked } = await watchPictures(server.url);
    await page.keyboard.press('o');
    await expect.poll(asked).toEqual(upTo(COUNT));
    await page.close();
  });

  test.each(['?print-pdf', '?view=print'])('all of them to be printed, %s', async (query) => {
    const { page, problems } = await openPage(browser(), server.url + query);
    const images = await page
      .locator('.pdf-page img')
      .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(images).toEqual(Array.from({ length: COUNT }, () => 4));
    expect(problems).toEqual([]);
    await page.close();
  });

  test('nothing moves when an image arrives late', async () => {
    const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/late\.png|later\.svg|fluid\.svg/, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(`${server.url}late/`, { waitUntil: 'commit' });
    await ready(page);
    const places = async (): Promise<readonly unknown[]> => {
      const found: unknown[] = [];
      for (const n of [0, 1, 2]) {
        await page.evaluate((slide) => window.Reveal.slide(slide), n);
        const slide = page.locator('section.present');
        found.push([await slide.locator('p').last().boundingBox(), await slide.locator('img').boundingBox()]);
      }
      return found;
    };
    const before = await places();
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Reflect.set(window, 'shifted', entry);
      }).observe({ type: 'layout-shift' });
      window.Reveal.slide(0);
    });
    arrive();
    await expect
      .poll(() =>
        page
          .locator('.slides img')
          .evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 0)),
      )
      .toBe(true);
    await atRest(page);
    expect(await page.evaluate(() => Reflect.has(window, 'shifted'))).toBe(false);
    expect(await places()).toEqual(before);
    await page.close();
  });
});

test('a new first slide leaves the ones behind it as they are on an open page', async () => {
  const server = await serve({ source: site, port: 0, quiet: true });
  const { page, problems } = await openPage(browser(), server.url);
  const mark = page.locator('.slides img').first();
  await mark.evaluate((image) => Reflect.set(image, 'isKept', true));
  writeSiteFile(site, 'content/_index.md', `${HEAD}\n# New\n\n---\n\n${numbered}`);
  const kept = page.locator('.slides > section').nth(1).locator('img');
  await expect.poll(() => page.locator('.slides > section').count()).toBe(COUNT + 1);
  expect(await kept.evaluate((image) => Reflect.get(image, 'isKept'))).toBe(true);
  expect(problems).toEqual([]);
  await page.close();
  await server.close();
});
