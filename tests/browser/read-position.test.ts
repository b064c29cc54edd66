/** Where the reader of a deck on a phone is: links, addresses, the turned phone, the choice of slides. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ready } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { ACROSS, isRead, top, UPRIGHT, usePhoneSite } from '../support/phone-site.ts';

const current = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => window.Reveal.getCurrentSlide()?.querySelector('h1, h2')?.textContent);

describe.each(modes)('%s', (_name, start) => {
  const { open } = usePhoneSite(start);

  test.each([
    ['#/1', 'Steps'],
    ['#/2/1', 'Below'],
    ['#/under', 'Below'],
    ['#/4', 'Code'],
    ['#/8', 'End'],
  ])('%s leads to its slide', async (hash, heading) => {
    const { page, problems } = await open('black', hash);
    expect(await current(page)).toBe(heading);
    await expect.poll(() => page.locator('section.present:not(.stack)').evaluate(isInSight)).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('links lead to slides, and the slide that is read is in the address', async () => {
    const { page } = await open('black');
    const before = await page.evaluate(() => history.length);
    await page.locator('#under').scrollIntoViewIfNeeded();
    await page.locator('a[href="#/4"]').click();
    await expect.poll(() => current(page)).toBe('Code');
    await expect.poll(() => top(page, 'section.present:not(.stack)')).toBeCloseTo(0, 0);
    await page.evaluate(() => document.querySelector('#under')?.scrollIntoView());
    await expect.poll(() => current(page)).toBe('Below');
    await expect.poll(() => new URL(page.url()).hash).toBe('#/under');
    // One for the link, and none for what was scrolled.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1);
    await page.close();
  });

  test('a finger scrolls the page', async () => {
    const { page } = await open('studio');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('visible');
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 700);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
    await page.close();
  });

  test('turned, the phone shows the same slide, and the same place of the page again', async () => {
    const { page, problems } = await open('studio', '#/4');
    await page.setViewportSize(ACROSS);
    await expect.poll(() => isRead(page)).toBe(false);
    expect(await current(page)).toBe('Code');
    await expect.poll(() => page.locator('.slides > section:not([hidden])').count()).toBe(1);
    expect(await page.evaluate(() => window.Reveal.getScale())).toBeLessThan(1);
    expect(await page.evaluate(() => [window.scrollY, document.documentElement.scrollHeight])).toEqual([
      0,
      ACROSS.height,
    ]);
    await expect.poll(() => page.locator('.highlight-line').count()).toBe(1);
    await page.keyboard.press('Home');
    await page.evaluate(() => window.Reveal.slide(5));
    await page.setViewportSize(UPRIGHT);
    await expect.poll(() => isRead(page)).toBe(true);
    await expect.poll(() => current(page)).toBe('Side by side');
    await expect.poll(() => top(page, 'section.present:not(.stack)')).toBeCloseTo(0, 0);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('scripts of authors know the slide that is read', async () => {
    const { page, problems } = await open('scripts', '#/3');
    expect(await isRead(page)).toBe(true);
    expect(await current(page)).toBe('Picture behind');
    await page.locator('h2', { hasText: 'Side by side' }).evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => page.locator('body').getAttribute('data-seen')).toBe('5');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a button switches by hand, for the session', async () => {
    const { page } = await open('studio');
    const button = page.locator('.deck-switch');
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await button.click();
    expect(await isRead(page)).toBe(false);
    await page.reload();
    await ready(page);
    expect(await isRead(page)).toBe(false);
    expect(await page.locator('.slides > section:not([hidden])').count()).toBe(1);
    await button.click();
    expect(await isRead(page)).toBe(true);
    await page.close();
  });

  test.each([
    ['slides', '', UPRIGHT],
    ['box', '', UPRIGHT],
    ['studio', '', { width: 1280, height: 720 }],
    ['studio', '?view=scroll', UPRIGHT],
    ['studio', '?receiver', UPRIGHT],
    ['studio', '?print-pdf', UPRIGHT],
  ] as const)('nothing is read in %s%s', async (name, query, size) => {
    const { page, problems } = await open(name, query, size);
    expect(await isRead(page)).toBe(false);
    expect(await page.locator('.deck-switch:visible').count()).toBe(0);
    if (name === 'slides') expect(await page.locator('.reveal-scroll').count()).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  });
});

function isInSight(element: Element): boolean {
  const { top: from, bottom } = element.getBoundingClientRect();
  return from < window.innerHeight && bottom > 0;
}
