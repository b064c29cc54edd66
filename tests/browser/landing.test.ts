/** The list of the decks in a browser: what it shows, how it is searched, and what it does without a script. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { findViolations } from '../support/axe.ts';
import { openPage, ready, useBrowser, type WatchedPage, watchPage } from '../support/browser.ts';
import { readPolicy } from '../support/policy.ts';
import { PICTURE, writeSite, writeSiteFile } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Talks"
[params]
description = "Slides of all talks."
-- content/first/_index.md --
+++
title = "The first talk"
date = 2026-03-01
outputs = ["Reveal"]
[reveal_hugo]
theme = "solarized"
+++
# Words on the first slide

One line.

{{% note %}}
The secret is xylophone.
{{% /note %}}

---

{{% section %}}

## Above

---

## Crème brûlée

Sugar that is burnt, and the **ramekin** below it.

{{% /section %}}
-- content/second/_index.md --
+++
title = "The second talk"
description = "With rules of its own."
outputs = ["Reveal"]
[reveal_hugo]
theme = "white"
highlight_theme = "monokai"
custom_css = "own.css"
+++
{{< slide background-color="#20435c" >}}

## Code on the first slide

\`\`\`js
const ramekin = 1;
\`\`\`
-- content/third/_index.md --
+++
title = "The third talk"
outputs = ["Reveal"]
+++
{{< slide background-image="pic.svg" >}}

# With a picture
-- content/third/pic.svg --
${PICTURE}
-- static/own.css --
.reveal h2 { letter-spacing: 0.5px; border-bottom: 2px solid gold; }
`);
for (let n = 0; n < 100; n++)
  writeSiteFile(
    site,
    `content/many-${n}/_index.md`,
    `+++\ntitle = "Talk ${n}"\nweight = ${1000 + n}\noutputs = ["Reveal"]\n+++\n# Talk ${n}\n`,
  );

const browser = useBrowser();
let server: RunningServer;
beforeAll(async () => {
  const destination = path.join(site, 'public');
  await build({ source: site, destination, quiet: true });
  server = await preview({ source: site, destination, port: 0 });
});
afterAll(async () => server?.close());

/** Opens the list and takes down what it asks for. */
async function openList(
  options: Parameters<typeof watchPage>[1] = {},
): Promise<WatchedPage & { readonly asked: readonly string[] }> {
  const watched = await watchPage(browser(), options);
  const asked: string[] = [];
  watched.page.on('request', (request) => asked.push(request.url().slice(server.url.length)));
  await watched.page.goto(server.url);
  await watched.page.waitForLoadState('networkidle');
  return { ...watched, asked };
}

const results = async (page: Page, words: string): Promise<readonly string[]> => {
  const field = page.getByRole('searchbox', { name: 'Search all slides' });
  await field.fill('');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '');
  await field.fill(words);
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent !== '');
  return page
    .locator('[data-deck-results] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
};

describe('miniatures', () => {
  test.each(['first', 'second', 'third'])(
    'the first slide of /%s/ stands where the deck has it, in its look',
    async (deck) => {
      const look = (page: Page): Promise<unknown> =>
        page.evaluate(() => {
          const heading = document.querySelector('.slides h1, .slides h2')!;
          const { x, y, width, height } = heading.getBoundingClientRect();
          const { color, fontFamily, fontSize, letterSpacing } = getComputedStyle(heading);
          const place = [x, y, width, height].map((side) => Math.round(side / 4));
          return {
            place,
            color,
            fontFamily,
            fontSize,
            letterSpacing,
            ground: getComputedStyle(document.body).backgroundColor,
          };
        });
      const { page } = await openPage(browser(), `${server.url}${deck}/`);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.reload();
      await ready(page);
      await page.waitForLoadState('networkidle');
      const asDeck = await look(page);
      await page.goto(`${server.url}${deck}/index.miniature.html`);
      await page.waitForLoadState('networkidle');
      expect(await look(page)).toEqual(asDeck);
      await page.close();
    },
  );

  test('of a hundred decks, only those in sight are loaded, and no script of theirs', async () => {
    const { page, asked, problems, externalRequests } = await openList();
    const miniatures = (): readonly string[] =>
      asked.filter((address) => address.includes('.miniature.html'));
    expect(asked.filter((address) => address.endsWith('.js'))).toEqual([
      expect.stringMatching(/assets\/list-/),
    ]);
    expect(miniatures().length).toBeGreaterThanOrEqual(3);
    expect(miniatures().length).toBeLessThan(16);
    await page.getByRole('link', { name: 'Talk 99' }).scrollIntoViewIfNeeded();
    await expect.poll(miniatures).toContain('many-99/index.miniature.html');
    expect(miniatures().length).toBeLessThan(60);
    expect([...problems, ...externalRequests]).toEqual([]);
    await page.close();
  });

  test('fill the width of their card', async () => {
    const { page } = await openList({ viewport: { width: 390, height: 844 } });
    const [card, frame] = await Promise.all(
      ['.miniature', '.miniature iframe'].map((name) => page.locator(name).first().boundingBox()),
    );
    expect(frame?.width).toBeGreaterThanOrEqual(card?.width ?? Infinity);
    expect(frame?.width).toBeLessThan((card?.width ?? 0) + 3);
    await page.close();
  });
});

describe('the search', () => {
  test('is loaded when somebody looks for something, and leads to the very slide', async () => {
    const { page, asked, problems } = await openList();
    expect(asked.filter((address) => /search-/.test(address))).toEqual([]);
    expect(await results(page, 'creme brulee')).toEqual(['first/#/1/1']);
    expect(asked.filter((address) => /search-.*\.json$/.test(address))).toHaveLength(1);
    await page.getByRole('link', { name: 'Crème brûlée' }).click();
    await ready(page);
    expect(await page.evaluate(() => window.Reveal.getIndices())).toMatchObject({ h: 1, v: 1 });
    // Back again, the list says once more what was found.
    await page.goBack();
    await page.getByRole('link', { name: 'Crème brûlée' }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  test('begins of words, slips, several words, titles, code; no notes', async () => {
    const { page } = await openList();
    expect(await results(page, 'ramek')).toEqual(['second/#/0', 'first/#/1/1']);
    expect(await results(page, 'ramekim')).toContain('first/#/1/1');
    expect(await results(page, 'sugar ramekin')).toEqual(['first/#/1/1']);
    expect(await results(page, 'second talk')).toEqual(['second/#/0']);
    expect(await results(page, 'xylophone')).toEqual([]);
    expect(await page.getByRole('status').textContent()).toBe('No results.');
    await page.close();
  });

  test('is driven by keys alone', async () => {
    const { page } = await openList();
    await page.keyboard.press('Tab');
    await page.keyboard.type('ramekin burnt');
    // The results of the first words are shown, too, if the keys come slowly.
    await page.locator('[data-deck-results] mark', { hasText: 'burnt' }).waitFor();
    await page.locator('[data-deck-list]').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.locator('[data-deck-list]').waitFor();
    expect(await page.locator('[data-deck-results]').isHidden()).toBe(true);
    // The decks come next, one stop each.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Talk 0');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Talk 1');
    await page.getByRole('searchbox').fill('burnt');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}first/#/1/1`);
    await page.close();
  });

  test('says so when it can’t be loaded, and is tried again', async () => {
    const { page } = await openList();
    await page.route(/search-.*\.json$/, (route) => route.abort());
    await results(page, 'ramekin');
    expect(await page.getByRole('status').textContent()).toBe('The search could not be loaded.');
    await page.unroute(/search-.*\.json$/);
    expect(await results(page, 'ramekin burnt')).toEqual(['first/#/1/1']);
    await page.close();
  });
});

test('under a strict policy, everything is there', async () => {
  const policy = readPolicy();
  const { page, problems } = await watchPage(browser());
  await page.route(`${server.url}**`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers });
  });
  await page.goto(server.url);
  expect(policy).toContain("script-src 'self'");
  expect(await results(page, 'ramekin burnt')).toEqual(['first/#/1/1']);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('link', { name: 'The third talk' }).scrollIntoViewIfNeeded();
  await page.frameLocator('iframe[src="third/index.miniature.html"]').locator('h1').waitFor();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(problems).toEqual([]);
  await page.close();
});

test('without a script, the list is there and the field is not', async () => {
  const { page, problems } = await openList({ javaScriptEnabled: false });
  expect(await page.getByRole('link').count()).toBe(103);
  expect(await page.locator('form').isHidden()).toBe(true);
  expect(problems).toEqual([]);
  await page.close();
});

describe.each(['light', 'dark'] as const)('for everyone, %s', (colorScheme) => {
  test('nothing that axe-core finds wrong, in the list, among results, and where no page is', async () => {
    // Rules are looked at one card at a time, and all cards are alike.
    const { page } = await openList({ colorScheme });
    await page.evaluate(() => {
      for (const card of [...document.querySelectorAll('[data-deck-list] > li')].slice(8)) card.remove();
    });
    expect(await findViolations(page)).toEqual([]);
    await results(page, 'ramekin');
    expect(await findViolations(page)).toEqual([]);
    await page.goto(`${server.url}404.html`);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });
});
