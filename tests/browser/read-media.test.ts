/** Background videos and frames on a phone held upright: below the words of their slide, where they can be used. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { ACROSS, isRead, UPRIGHT } from '../support/phone-site.ts';
import { VIDEO } from '../support/pictures.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const deck = (slides: string): string => `+++
outputs = ["Reveal"]
[reveal_hugo]
phone_view = "read"
+++
# First
${slides}`;
const before = deck(`
---

{{< slide background-video="/film.webm" background-video-loop="true" background-video-muted="true" >}}

## Filmed

---

{{< slide background-iframe="/page.html?a,b" >}}

---

<section data-background-video="/film.webm">

## Above

---

## Below

</section>
`);
const source = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
${before}
-- static/page.html --
<!doctype html><title>Page</title><p>inside</p>
`);
copyFileSync(VIDEO, path.join(source, 'static/film.webm'));
const browser = useBrowser();

/** The slides with what they show of their backgrounds. */
const mediaOf = (page: Page): Promise<readonly (readonly [slide: string, media: string])[]> =>
  page.$$eval('.deck-read-media', (all) =>
    all.map((media) => {
      const slide = media.closest('section');
      const file = media.querySelector('source')?.getAttribute('src') ?? media.getAttribute('src') ?? '';
      return [slide?.querySelector('h2')?.textContent ?? '', file] as const;
    }),
  );

describe.each(modes)('%s', (name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(source);
  });
  afterAll(async () => server?.close());

  test('they are below the words, as wide as the page, and load their files', async () => {
    const { page, problems } = await openPage(browser(), server.url, UPRIGHT);
    await expect.poll(() => isRead(page)).toBe(true);
    expect(await mediaOf(page)).toEqual([
      ['Filmed', '/film.webm'],
      ['', '/page.html?a,b'],
      ['Above', '/film.webm'],
    ]);
    const video = page.locator('video.deck-read-media').first();
    expect(
      await video.evaluate((element: HTMLVideoElement) => [
        element.loop,
        element.defaultMuted,
        element.controls,
        element.ariaLabel,
      ]),
    ).toEqual([true, true, true, 'Background video']);
    await expect
      .poll(() => video.evaluate(({ readyState }: HTMLVideoElement) => readyState))
      .toBeGreaterThan(0);
    const [box, heading] = [await video.boundingBox(), await page.getByText('Filmed').boundingBox()];
    expect(box?.width).toBeGreaterThan(340);
    expect(box?.height).toBeCloseTo(((box?.width ?? 0) * 9) / 16, 0);
    expect(box?.y).toBeGreaterThan((heading?.y ?? Infinity) + (heading?.height ?? 0));
    await page.locator('iframe.deck-read-media').scrollIntoViewIfNeeded();
    await page.frameLocator('iframe.deck-read-media').getByText('inside').waitFor();
    // Words of a slide that is read are not moved by what arrives on it.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(UPRIGHT.width);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('slides have them behind the words only', async () => {
    const { page } = await openPage(browser(), server.url, UPRIGHT);
    await expect.poll(async () => (await mediaOf(page)).length).toBe(3);
    await page.setViewportSize(ACROSS);
    await expect.poll(() => isRead(page)).toBe(false);
    expect(await mediaOf(page)).toEqual([]);
    await page.setViewportSize(UPRIGHT);
    await expect.poll(async () => (await mediaOf(page)).length).toBe(3);
    await page.close();
  });

  test.runIf(name === 'dev')('they follow what is written', async () => {
    const { page } = await openPage(browser(), server.url, UPRIGHT);
    await expect.poll(async () => (await mediaOf(page)).length).toBe(3);
    const after = deck('\n---\n\n{{< slide background-iframe="/page.html" >}}\n\n## Framed\n');
    writeSiteFile(source, 'content/_index.md', after);
    await expect.poll(() => mediaOf(page)).toEqual([['Framed', '/page.html']]);
    writeSiteFile(source, 'content/_index.md', before);
    await expect.poll(async () => (await mediaOf(page)).length).toBe(3);
    await page.close();
  });
});
