/** A deck signals when its slide is shown completely, and no later than its limit. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { ready, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const source = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# One

![A picture](/one.svg)

---

# Two

![Another picture](/two.svg)

---

# Three

\`\`\`mermaid
graph LR; A --> B
\`\`\`

\`\`\`mermaid
no diagram at all
\`\`\`
-- static/one.svg --
${PICTURE}
-- static/two.svg --
${PICTURE}
-- hugo.toml --
title = "Ready"
`);
const destination = temporaryFolder();
const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  await build({ source, destination, quiet: true });
  server = await preview({ source, destination, port: 0 });
});
afterAll(async () => server?.close());

const signal = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['deck']);
const late = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['deckLate']);

/** Holds the requests for a file until they are released. */
async function hold(page: Page, file: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isReleased = false;
  await page.route(`**/${file}`, async (route) => {
    if (isReleased) await route.continue();
    else held.push(route);
  });
  return async () => {
    isReleased = true;
    for (const route of held) await route.continue();
  };
}

test('the signal waits for the pictures of the slide that is shown, and for no others', async () => {
  const page = await browser().newPage();
  const releaseOne = await hold(page, 'one.svg');
  const releaseTwo = await hold(page, 'two.svg');
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-deck=started]');
  await releaseOne();
  await ready(page);
  expect(await late(page)).toBeUndefined();
  await page.evaluate(() => window.Reveal.slide(1));
  expect(await signal(page)).toBe('started');
  await releaseTwo();
  await ready(page);
  await page.close();
});

test('a picture that does not come is named after the limit', async () => {
  const page = await browser().newPage();
  await page.clock.install();
  await hold(page, 'one.svg');
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-deck=started]');
  await expect
    .poll(async () => {
      await page.clock.runFor(2000);
      return signal(page);
    })
    .toBe('ready');
  expect(await late(page)).toBe('/one.svg');
  // The clock stops far below the limit: what was late before is named again, but not waited for.
  await page.evaluate(() => window.Reveal.slide(1));
  await expect.poll(async () => (await page.clock.runFor(300), signal(page))).toBe('ready');
  await page.evaluate(() => window.Reveal.slide(0));
  await expect
    .poll(async () => (await page.clock.runFor(300), signal(page)), { timeout: 2000 })
    .toBe('ready');
  expect(await late(page)).toBe('/one.svg');
  await page.close();
});

test('the signal waits for diagrams, and one that fails says so', async () => {
  const page = await browser().newPage();
  await page.goto(`${server.url}#/2`);
  await ready(page);
  const diagrams = await page
    .locator('section.present .mermaid')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-diagram'), one.querySelector('svg') !== null]),
    );
  expect(diagrams).toEqual([
    ['drawn', true],
    ['failed', false],
  ]);
  await page.close();
});

test('the signal follows every slide, also for a reader who turns pages quickly', async () => {
  const page = await browser().newPage();
  await page.goto(server.url, { waitUntil: 'commit' });
  await ready(page);
  const seen = await page.evaluate(() => {
    const states = [1, 2, 0].map((h) => {
      window.Reveal.slide(h);
      return document.documentElement.dataset['deck'];
    });
    return states;
  });
  expect(seen).toEqual(['started', 'started', 'started']);
  await ready(page);
  await page.close();
});
