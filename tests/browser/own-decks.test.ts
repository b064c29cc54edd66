/** Our own decks in a real browser, from the dev server and from the build. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer, serve } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const destination = temporaryFolder();
const browser = useBrowser();

/** Each mode starts a server of our own site. */
const modes: Readonly<Record<string, () => Promise<RunningServer>>> = {
  dev: () => serve({ source: ROOT, port: 0 }),
  build: async () => {
    await build({ source: ROOT, destination, quiet: true });
    return preview({ source: ROOT, destination, port: 0 });
  },
};

describe.each(Object.entries(modes))('our decks, %s', (_mode, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => server?.close());

  test.each(['', 'k8s-networking/'])(
    '/%s is shown without an error and without another host',
    async (deck) => {
      const { page, problems, externalRequests } = await openPage(browser(), server.url + deck);
      const heading = page.locator('.reveal .slides section.present h1').first();
      expect(await heading.isVisible()).toBe(true);
      await page.waitForLoadState('networkidle');
      expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
      await page.close();
    },
  );

  test.each(['', 'from-hugo/', 'k8s-networking/'])('/%s fits on the stage, slide by slide', async (deck) => {
    const { page } = await openPage(browser(), server.url + deck);
    const tall = await page.evaluate(() => {
      const { height } = window.Reveal.getConfig();
      return window.Reveal.getSlides().flatMap((slide) => {
        const { h, v } = window.Reveal.getIndices(slide);
        window.Reveal.slide(h, v ?? 0);
        const isTall = slide.offsetHeight > Number(height);
        return isTall ? [`${slide.offsetHeight} ${slide.textContent?.trim().slice(0, 40)}`] : [];
      });
    });
    expect(tall).toEqual([]);
    await page.close();
  });

  test.each(['', 'k8s-networking/'])('/%s is cut off nowhere on a phone', async (deck) => {
    const address = `${server.url}${deck}?phoneView=slides`;
    const { page } = await openPage(browser(), address, { width: 390, height: 844 });
    const cut = await page
      .locator('.slides section:not(.stack)')
      .evaluateAll((slides) =>
        slides.flatMap((slide) =>
          [slide, ...slide.querySelectorAll('code, img, table, ul, ol, p')]
            .filter(
              (element) =>
                element.scrollWidth > element.clientWidth + 1 &&
                getComputedStyle(element).display !== 'inline',
            )
            .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
        ),
      );
    expect(cut).toEqual([]);
    await page.close();
  });
});
