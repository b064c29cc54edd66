/** The grid of all slides, by keyboard and by mouse. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import {
  focused,
  grid,
  GRID_TITLES,
  writeGridSite,
  itemOf,
  openGrid,
  position,
  titles,
} from '../support/grid-site.ts';
import { useLiveBrowser } from '../support/live-page.ts';
import { modes } from '../support/modes.ts';

const site = writeGridSite();
const browser = useBrowser();

describe.each(modes)('the grid of all slides, %s', (_, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());
  const open = async (theme = 'studio', hash = ''): Promise<Awaited<ReturnType<typeof openPage>>> =>
    openPage(browser(), `${server.url}${theme}/${hash}`);

  test('opens with T at the current slide, and the keyboard goes to another one', async () => {
    const { page, problems } = await open('studio', '#/2/1');
    await openGrid(page, 'T');
    expect(await titles(page)).toEqual(GRID_TITLES);
    expect(await focused(page)).toBe('Below');
    expect(await grid(page).locator('[aria-current]').innerText()).toContain('Below');
    const visited: string[] = [];
    for (const key of [
      'ArrowRight',
      'PageDown',
      'ArrowLeft',
      'PageUp',
      'ArrowDown',
      'ArrowUp',
      'End',
      'ArrowDown',
      'Home',
      'ArrowUp',
      'ArrowLeft',
      'ArrowDown',
    ]) {
      await page.keyboard.press(key);
      visited.push(await focused(page));
    }
    // Four columns.
    expect(visited).toEqual([
      'Only words, no heading',
      'Stretched',
      'Only words, no heading',
      'Below',
      'Fit to the width',
      'Below',
      'Last',
      'Last',
      'Boats and n oars',
      'Boats and n oars',
      'Boats and n oars',
      'Only words, no heading',
    ]);
    expect(await position(page)).toMatchObject({ h: 2, v: 1 });
    await page.keyboard.press('Enter');
    await grid(page).waitFor({ state: 'hidden' });
    expect(await position(page)).toMatchObject({ h: 3, v: 0 });
    await page.keyboard.press('ArrowRight');
    expect(await position(page)).toMatchObject({ h: 4, v: 0 });
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each(['Escape', 't'])('closes with %s, and the deck stays as it is', async (key) => {
    const { page } = await open('studio', '#/1');
    await openGrid(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(key);
    await grid(page).waitFor({ state: 'hidden' });
    expect(await position(page)).toMatchObject({ h: 1, v: 0 });
    expect(await page.evaluate(() => window.Reveal.isOverview())).toBe(false);
    // Once more, with nothing left of the first time.
    await openGrid(page);
    expect(await titles(page)).toEqual(GRID_TITLES);
    await page.close();
  });

  test('a click goes to a slide, and one on × closes', async () => {
    const { page } = await open();
    await openGrid(page);
    await (await itemOf(page, 'Oar 9')).click({ position: { x: 20, y: 20 } });
    await grid(page).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => window.Reveal.getCurrentSlide().textContent?.trim())).toBe('Oar 9');
    await openGrid(page);
    expect(await focused(page)).toBe('Oar 9');
    await page.getByRole('button', { name: 'Close' }).click();
    await grid(page).waitFor({ state: 'hidden' });
    await page.close();
  });

  test('there is none in the print view and in the decks of the speaker view', async () => {
    for (const query of ['?print-pdf', '?receiver']) {
      const { page } = await open('studio', query);
      await page.keyboard.press('t');
      await page.keyboard.press('ArrowRight');
      expect(await grid(page).count()).toBe(0);
      await page.close();
    }
  });

  test('the help lists its key', async () => {
    const { page } = await open();
    await page.keyboard.press('Shift+?');
    await expect.poll(() => page.locator('.r-overlay-help').innerText()).toContain('All slides');
    await page.close();
  });
});

const deck = (words: string): string => `+++\noutputs = ["Reveal"]\n+++\n# One\n\n---\n\n${words}`;
const live = useLiveBrowser(`
-- hugo.toml --
title = "Live"
-- content/_index.md --
${deck('## Two\n\nOld words')}
`);

test('an edit reaches the grid that is open', async () => {
  const { page, watched } = live;
  await openGrid(page);
  await page.keyboard.press('End');
  const item = await itemOf(page, 'Two');
  live.write('content/_index.md', deck('## Two\n\nNew words'));
  await expect.poll(() => item.locator('.slides p').innerText()).toBe('New words');
  expect(await focused(page)).toBe('Two');
  live.write('content/_index.md', deck('## Two\n\nNew words\n\n---\n\n## Three'));
  await expect.poll(() => titles(page)).toEqual(['One', 'Two', 'Three']);
  expect(await focused(page)).toBe('Two');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await grid(page).waitFor({ state: 'hidden' });
  await expect.poll(live.current).toBe('Three');
  expect(watched.problems).toEqual([]);
  await ready(page);
});
