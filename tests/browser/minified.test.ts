/** A minified site is the same for a reader: every element of every slide at the same place, with the same words. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const browser = useBrowser();
const servers: RunningServer[] = [];

beforeAll(async () => {
  for (const minify of [false, true]) {
    const destination = temporaryFolder();
    await build({ source: ROOT, destination, minify });
    servers.push(await preview({ source: ROOT, destination, port: 0, quiet: true }));
  }
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** All slides, laid out as they are printed. */
async function lookOf(url: string): Promise<readonly string[]> {
  const { page, problems } = await openPage(browser(), url);
  await page.waitForSelector('.pdf-page');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  expect(problems).toEqual([]);
  const look = await page.locator('.pdf-page section, .pdf-page section *').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = [x, y, width, height].map((number) => Math.round(number)).join(' ');
      // Of an element that is hidden, the text is what is written, with all whitespace.
      const text = element instanceof HTMLElement && element.checkVisibility() ? element.innerText : '';
      return `${element.tagName} ${place} ${text}`;
    }),
  );
  await page.close();
  return look;
}

test.each(['', 'k8s-networking/', 'from-hugo/'])('/%s', async (deck) => {
  const [plain, small] = await Promise.all(servers.map(({ url }) => lookOf(`${url}${deck}?view=print`)));
  expect(plain!.length).toBeGreaterThan(50);
  expect(small).toEqual(plain);
});
