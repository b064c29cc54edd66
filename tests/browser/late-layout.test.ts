/** Pictures that arrive late, motion that is switched off, and videos that go on from slide to slide. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningServer } from '../../src/index.ts';
import { ready, useBrowser, watchPage } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}"/></svg>`;
const head = (title: string): string => `+++\ntitle = "${title}"\noutputs = ["Reveal"]\n+++\n`;
const site = writeSite(`
-- hugo.toml --
title = "T"
[markup.goldmark.renderer]
unsafe = true
-- static/wide.svg --
${svg(800, 400)}
-- static/tall.svg --
${svg(400, 800)}
-- static/clip.webm --
no video
-- content/_index.md --
${head('Pictures')}
# First

---

# Words

---

{{< slide id="stretched" >}}

## A picture to fill the slide

<img class="r-stretch" src="wide.svg" alt="wide">

words below

---

{{< slide id="step" >}}

## A picture that comes as a step

<img class="r-stretch fragment" src="tall.svg" alt="step">

words below

${'---\n\nFar away from it\n\n'.repeat(5)}
---

{{< slide id="elsewhere" >}}

## A picture whose size nobody knows

<img data-src="wide.svg?unknown" alt="unknown">
-- content/diagrams/_index.md --
${head('Diagrams')}
\`\`\`mermaid
graph LR
  a["Begin here, in many words"] --> b["End"]
\`\`\`

---

<img class="r-stretch" src="/wide.svg" alt="wide">

words below
-- content/videos/_index.md --
${head('Videos')}

{{< slide background-video="/clip.webm" background-video-loop="true" background-video-muted="true" >}}

# Loops in silence

---

{{< slide background-video="/clip.webm" >}}

# Speaks once

---

{{< slide background-video="/clip.webm" background-video-loop="true" >}}

# Loops
`);
const browser = useBrowser();

describe.each(modes)('%s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  /** Opens a slide whose pictures are held back until `arrive` is called. */
  const openSlow = async (place: string): Promise<{ page: Page; arrive: () => void; problems: string[] }> => {
    const { page, problems } = await watchPage(browser());
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/wide\.svg/, async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(`${server.url}${place}`, { waitUntil: 'commit' });
    return { page, arrive, problems };
  };
  const boxOf = async (page: Page, alt: string): Promise<{ width: number; height: number }> => {
    const box = await page.locator(`img[alt=${alt}]`).boundingBox();
    return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
  };

  test('a picture that fills its slide has its size as soon as it has arrived, also behind a jump', async () => {
    const { page, arrive, problems } = await openSlow('');
    await ready(page);
    await page.evaluate(() => window.Reveal.slide(2));
    await page.waitForFunction(() => window.Reveal.getCurrentSlide().id === 'stretched');
    arrive();
    await expect.poll(async () => (await boxOf(page, 'wide')).height).toBeGreaterThan(200);
    const { width, height } = await boxOf(page, 'wide');
    expect(width / height).toBeCloseTo(2, 1);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a slide stands in the middle when its picture has arrived', async () => {
    const { page, arrive } = await openSlow('#/step');
    arrive();
    await ready(page);
    await page.waitForLoadState('load');
    await page.evaluate(() => window.Reveal.slide(window.Reveal.getTotalSlides() - 1));
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('[alt=unknown]')?.naturalWidth);
    const middle = (): Promise<number> =>
      page.evaluate(() => {
        const { top, height } = window.Reveal.getCurrentSlide().getBoundingClientRect();
        return Math.abs(top + height / 2 - window.innerHeight / 2);
      });
    await expect.poll(middle).toBeLessThan(5);
    await page.close();
  });

  test('a picture that comes as a step has its size', async () => {
    const { page, arrive } = await openSlow('#/step');
    arrive();
    await ready(page);
    await page.keyboard.press('ArrowRight');
    const heights = await page.evaluate(() =>
      [1, 2, 3].map(() => {
        window.Reveal.layout();
        return window.Reveal.getCurrentSlide().querySelector('img')?.style.height;
      }),
    );
    expect(new Set(heights).size).toBe(1);
    const room = await page.evaluate(() => 700 - window.Reveal.getCurrentSlide().scrollHeight);
    expect(Math.abs(room)).toBeLessThan(60);
    await expect.poll(async () => (await boxOf(page, 'step')).height).toBeGreaterThan(200);
    await page.close();
  });

  test('with less motion, diagrams and pictures are what they are with all of it', async () => {
    const measure = async (reducedMotion: 'reduce' | 'no-preference'): Promise<unknown> => {
      const { page } = await watchPage(browser(), { reducedMotion });
      await page.goto(`${server.url}diagrams/`);
      await ready(page);
      const labels = await page.$$eval('section.present .mermaid .nodeLabel', (found) =>
        found.map((label) => {
          const { left, top } =
            document.querySelector('.mermaid svg')?.getBoundingClientRect() ?? new DOMRect();
          const box = label.getBoundingClientRect();
          return [box.left - left, box.top - top, box.width, box.height].map(Math.round);
        }),
      );
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await boxOf(page, 'wide')).height).toBeGreaterThan(200);
      const picture = await boxOf(page, 'wide');
      await page.close();
      return { labels, picture };
    };
    expect(await measure('reduce')).toEqual(await measure('no-preference'));
  });

  test('with less motion, steps and slides come at once', async () => {
    const { page } = await watchPage(browser(), { reducedMotion: 'reduce' });
    await page.goto(`${server.url}#/step`);
    await ready(page);
    await page.keyboard.press('ArrowRight');
    const opacity = await page.$eval('.fragment', (element) => getComputedStyle(element).opacity);
    expect(opacity).toBe('1');
    await page.close();
  });

  test('slides with one video have each its own flags', async () => {
    const { page } = await watchPage(browser());
    await page.goto(`${server.url}videos/`);
    await ready(page);
    const flags = (): Promise<string> =>
      page.evaluate(() => {
        const video = window.Reveal.getSlideBackground(window.Reveal.getCurrentSlide())?.querySelector(
          'video',
        );
        return `${video?.loop ? 'loops' : 'once'} ${video?.muted ? 'silent' : 'loud'}`;
      });
    for (const [key, expected] of [
      ['', 'loops silent'],
      ['ArrowRight', 'once loud'],
      ['ArrowRight', 'loops loud'],
      ['ArrowLeft', 'once loud'],
      ['ArrowLeft', 'loops silent'],
    ] as const) {
      if (key) await page.keyboard.press(key);
      await expect.poll(flags).toBe(expected);
    }
    await page.close();
  });
});
