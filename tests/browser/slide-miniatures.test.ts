/** What the miniatures in the grid of all slides show. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { findViolations } from '../support/axe.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { grid, GRID_THEMES, writeGridSite, itemOf, openGrid } from '../support/grid-site.ts';
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

  test.each(GRID_THEMES)('the miniatures of %s look like the slides', async (theme) => {
    const { page } = await open(theme);
    await openGrid(page);
    /** The edges of an element of a slide as shares of its box, and what else is seen of it. */
    const look = (place: Locator, selector: string): Promise<readonly number[]> =>
      place.evaluate((root, part) => {
        const box = root.getBoundingClientRect();
        const { left, right, top, bottom } =
          root.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
        return [
          (left - box.left) / box.width,
          (right - box.left) / box.width,
          (top - box.top) / box.height,
          (bottom - box.top) / box.height,
        ];
      }, selector);
    const inGrid = new Map<string, readonly number[]>();
    const slides = [
      ['Words', 'h2'],
      ['Below', 'h2'],
      ['Stretched', 'img'],
      ['Fit to the width', 'h2'],
      ['Frame', 'h2'],
      ['Last', 'h2'],
    ] as const;
    for (const [title, selector] of slides) {
      const item = await itemOf(page, title);
      inGrid.set(title, await look(item.locator('.slides'), `section:not(.stack) ${selector}`));
    }
    await page.keyboard.press('Escape');
    for (const [title, selector] of slides) {
      await page.evaluate((name) => {
        const slide = window.Reveal.getSlides().find((each) => each.textContent?.includes(name));
        const { h, v } = window.Reveal.getIndices(slide);
        window.Reveal.slide(h, v);
      }, title);
      const shown = await look(page.locator('.reveal > .slides'), `section.present:not(.stack) ${selector}`);
      const drawn = inGrid.get(title) ?? [];
      for (const [n, share] of shown.entries())
        expect(Math.abs(share - (drawn[n] ?? 9)), title).toBeLessThan(0.01);
    }
    await page.close();
  });

  test('the miniatures have backgrounds, steps and drawings, and neither notes nor frames nor ids', async () => {
    const { page } = await open();
    const marked = (): Promise<number> => page.locator('[id]').count();
    const before = await marked();
    await openGrid(page);
    const below = await itemOf(page, 'Below');
    expect(
      await below
        .locator('.slide-background')
        .evaluate((background) => getComputedStyle(background).backgroundColor),
    ).toBe('rgb(18, 52, 86)');
    expect(
      await (
        await itemOf(page, 'Only words')
      )
        .locator('.slide-background-content')
        .evaluate((content) => getComputedStyle(content).backgroundImage),
    ).toContain('picture.svg');
    const words = await itemOf(page, 'Words');
    expect(await words.locator('.fragment').evaluate((step) => getComputedStyle(step).opacity)).toBe('1');
    expect(await words.locator('aside').count()).toBe(0);
    const canvas = (await itemOf(page, 'Drawn')).locator('canvas');
    const green = await canvas.evaluate(
      (element: HTMLCanvasElement) => element.getContext('2d')?.getImageData(9, 9, 1, 1).data[1],
    );
    expect(green).toBe(160);
    expect(await grid(page).locator('iframe').count()).toBe(0);
    expect(await marked()).toBe(before);
    expect(await page.locator('.reveal > .slides #sail').isChecked()).toBe(true);
    await page.close();
  });

  test('nothing in the grid is hard to reach or to read', async () => {
    for (const theme of GRID_THEMES) {
      const { page } = await open(theme);
      await openGrid(page);
      await itemOf(page, 'Words');
      expect(await findViolations(page)).toEqual([]);
      await page.close();
    }
  });
});
