/** The sections of a talk: its table of contents, and its progress. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { findViolations } from '../support/axe.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { useLiveBrowser } from '../support/live-page.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const head = (theme: string, kind: string): string => `+++
title = "Sections"
outputs = ["Reveal"]
[reveal_hugo]
theme = "${theme}"
transition = "none"
background_transition = "none"
section_progress = "${kind}"
footer = "A line with [a link](https://boats.example)"
slide_number = true
+++
`;
const BODY = `
# Talk

{{< toc >}}

---

{{< slide layout="section" >}}

# Hulls

---

## Inside

{{< toc >}}

---

## More

---

{{< slide layout="section" background-color="#123456" >}}

# Sails & masts

{{< toc >}}

---

{{% section %}}

## Above

---

{{< slide layout="section" id="oars" >}}

## Oars

{{% /section %}}
`;
const decks = [
  ['studio', 'bar'],
  ['studio-dark', 'dots'],
  ['black', 'bar'],
  ['white', 'dots'],
] as const;
const site = writeSite(
  `
-- hugo.toml --
title = "Sections"
${decks.map(([theme, kind]) => `-- content/${theme}/_index.md --\n${head(theme, kind)}${BODY}`).join('\n')}`,
);
const browser = useBrowser();

/** The title of the section that is marked, and how far each is. */
const progressOf = (page: Page): Promise<readonly [string | undefined, readonly number[]]> =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLElement>('.deck-sections a')];
    return [
      links.find((link) => link.getAttribute('aria-current') === 'true')?.textContent,
      links.map((link) => Number(link.style.getPropertyValue('--deck-done'))),
    ];
  });

const heading = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => window.Reveal.getCurrentSlide().querySelector('h1, h2')?.textContent);

describe.each(modes)('sections, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test('the progress marks the section of the slide', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}studio/`);
    const states: unknown[] = [await progressOf(page)];
    for (let n = 0; n < 6; n++) {
      await page.keyboard.press('Space');
      states.push(await progressOf(page));
    }
    const third = 1 / 3;
    expect(states).toEqual([
      [undefined, [0, 0, 0]],
      ['Hulls', [third, 0, 0]],
      ['Hulls', [2 * third, 0, 0]],
      ['Hulls', [1, 0, 0]],
      ['Sails & masts', [1, 0.5, 0]],
      ['Sails & masts', [1, 1, 0]],
      ['Oars', [1, 1, 1]],
    ]);
    expect(await page.locator('.reveal > .progress').isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each(decks)('its links in %s can be hit and lead to the sections: %s', async (theme) => {
    for (const size of [
      { width: 1280, height: 720 },
      { width: 844, height: 390 },
    ]) {
      const { page } = await openPage(browser(), `${server.url}${theme}/`, size);
      const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
      expect(await links.allTextContents()).toEqual(['Hulls', 'Sails & masts', 'Oars']);
      const boxes = await links.evaluateAll((all) =>
        all.map((link) => link.getBoundingClientRect().toJSON()),
      );
      for (const { width, height, top, bottom } of boxes as readonly DOMRect[]) {
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThanOrEqual(size.height);
      }
      await links.nth(1).click();
      expect(await heading(page)).toBe('Sails & masts');
      await links.nth(2).focus();
      await page.keyboard.press('Enter');
      expect(await heading(page)).toBe('Oars');
      expect(page.url()).toMatch(/#\/oars$/);
      await page.close();
    }
  });

  test('the table of contents leads to the sections, and marks the one that it is in', async () => {
    const { page } = await openPage(browser(), `${server.url}studio/`);
    const current = page.locator('section.present .deck-toc a[aria-current]');
    expect(await current.count()).toBe(0);
    await page.locator('section.present').getByRole('link', { name: 'Oars' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.Reveal.getIndices().v === 1);
    expect(await heading(page)).toBe('Oars');
    await page.evaluate(() => window.Reveal.slide(2));
    expect(await current.allTextContents()).toEqual(['Hulls']);
    const colours = await page
      .locator('section.present .deck-toc a')
      .evaluateAll((all) => all.map((link) => getComputedStyle(link).color));
    expect(colours).toEqual(['rgb(27, 31, 39)', 'rgb(90, 97, 112)', 'rgb(90, 97, 112)']);
    await page.close();
  });

  test.each(decks)('all of it can be read in %s', async (theme) => {
    const { page } = await openPage(browser(), `${server.url}${theme}/`);
    const found: unknown[] = [];
    for (const h of [0, 2, 4]) {
      await page.evaluate((to) => window.Reveal.slide(to), h);
      found.push(...(await findViolations(page)));
    }
    expect(found).toEqual([]);
    await page.close();
  });

  test('neither the overview nor the print view has the progress', async () => {
    const { page } = await openPage(browser(), `${server.url}studio/`);
    await page.keyboard.press('Escape');
    expect(await page.locator('.deck-sections').isVisible()).toBe(false);
    await page.goto(`${server.url}studio/?print-pdf`);
    await page.waitForSelector('html[data-deck=ready]');
    expect(await page.locator('.deck-sections').count()).toBe(0);
    await page.close();
  });
});

describe('while the author writes', () => {
  const live = useLiveBrowser(`
-- hugo.toml --
title = "Live"
-- content/_index.md --
${head('studio', 'bar')}${BODY}`);

  test('the progress and the list follow, without a reload', async () => {
    await live.goTo(2);
    live.write('content/_index.md', `${head('studio', 'bar')}${BODY.replace('# Hulls', '# Keels')}`);
    await live.page.waitForFunction(
      () => document.querySelector('section.present .deck-toc a')?.textContent === 'Keels',
    );
    await live.page.waitForFunction(
      () => document.querySelector('.deck-sections a[aria-current]')?.textContent === 'Keels',
    );
    expect(await live.isSamePage()).toBe(true);
  });

  test('the footer changes, goes and comes, without a reload', async () => {
    const footerIs = (text: string | undefined): Promise<unknown> =>
      live.page.waitForFunction(
        (wanted) => document.querySelector('.reveal > .deck-footer')?.textContent === wanted,
        text,
      );
    for (const [line, shown] of [
      ['footer = "Another *line*"', 'Another line'],
      ['footer = false', undefined],
      ['footer = "Again"', 'Again'],
    ] as const) {
      live.write('content/_index.md', head('studio', 'bar').replace(/^footer = .*$/m, line) + BODY);
      await footerIs(shown);
    }
    await live.page.keyboard.press('ArrowRight');
    expect(await live.page.locator('.reveal > .deck-footer').isVisible()).toBe(true);
    expect(await live.isSamePage()).toBe(true);
  });
});
