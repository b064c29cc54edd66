/** What the dev server finds: measured in its open pages while the author writes, and shown there. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/check/check.ts';
import { type RunningServer, serve } from '../../src/index.ts';
import { openPage, useBrowser, watchPage } from '../support/browser.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { useLiveBrowser } from '../support/live-page.ts';
import { atRest } from '../support/wait.ts';

const browser = useBrowser();

/** A finding in the list: its code and position. */
const listed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const list = document.querySelector('deckwright-findings')?.shadowRoot?.querySelector('.list');
    return [...(list?.querySelectorAll('li') ?? [])].map(
      (row) => `${row.querySelector('code')?.textContent} ${row.querySelector('.position')?.textContent}`,
    );
  });

/** The text of an element of ours; empty if it is not there, or hidden. */
const shown = (page: Page, selector: string): Promise<string> =>
  page.evaluate((selector) => {
    const found = document.querySelector('deckwright-findings')?.shadowRoot?.querySelector(selector);
    return found?.checkVisibility() ? (found.textContent ?? '') : '';
  }, selector);
/** The text of the button that has the focus after some keys. */
async function focused(page: Page, ...keys: readonly string[]): Promise<string | undefined> {
  for (const key of keys) await page.keyboard.press(key);
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim());
}
const mark = (page: Page): Promise<string> => shown(page, '.mark');

/** The classes and styles of slides and fragments. */
const states = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.slides section, .slides .fragment, .slides .r-stretch')].map((element) =>
      ['class', 'style', 'hidden', 'data-deck-measured']
        .map((name) => element.getAttribute(name)?.trim() ?? '-')
        .join(' | '),
    ),
  );

describe('on the planted faults of the command, and on their near misses', () => {
  const source = path.resolve(import.meta.dirname, '..', 'fixtures', 'check');
  const codes = ['overflow', 'content-cut', 'text-small'];
  useBrowserPath();
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve({ source, port: 0, quiet: true });
  });
  afterAll(async () => server?.close());

  test('a page finds what deckwright check finds, and changes nothing on its slides', async () => {
    const { findings } = await check({ source, only: codes });
    const expected = findings.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
    const { page } = await openPage(browser(), server.url);
    await page.keyboard.press('w');
    const measured = async (): Promise<string[]> =>
      (await listed(page)).filter((row) => codes.includes(row.split(' ')[0] ?? ''));
    await expect.poll(async () => (await measured()).toSorted()).toEqual(expected.toSorted());
    // The decks in the speaker view do not measure.
    const { page: other } = await openPage(browser(), `${server.url}?receiver`);
    await expect.poll(() => states(page)).toEqual(await states(other));
    expect(await other.locator('deckwright-findings').count()).toBe(0);
    for (const one of [page, other]) await one.close();
  });
});

const HEAD = '+++\ntitle = "Live"\noutputs = ["Reveal"]\n+++\n';
const LONG = Array.from({ length: 20 }, (_, n) => `Line ${n}`).join('\n\n');
const DECK = `${HEAD}
# One

---

## Two

<span class="fragment">first</span> <span class="fragment">second</span>

---

## Three

[gone](/nowhere/)

---

{{% section %}}

## Four

---

## Five

{{% /section %}}
`;

describe('while the author writes', () => {
  const site = useLiveBrowser(
    `
-- hugo.toml --
title = "Live"
[params.reveal_hugo]
transition = "slide"
-- content/_index.md --
${DECK}
-- content/other/_index.md --
${HEAD}
# Other
`,
    { quiet: false },
  );
  const { write } = site;
  const edit = (from: string, to: string): void => write('content/_index.md', DECK.replace(from, to));
  const printed: string[] = [];
  /** The lines that begin with a text, without the time. */
  const lines = (start: string): readonly string[] =>
    printed
      .flatMap((text) => text.split('\n'))
      // oxlint-disable-next-line no-control-regex
      .map((line) => line.replaceAll(/\u001B\[\d+m/g, '').replace(/^.*\[vite\] /, ''))
      .filter((line) => line.startsWith(start));
  beforeEach(() => {
    printed.splice(0);
    for (const method of ['log', 'warn'] as const)
      vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
  });
  afterEach(() => void vi.restoreAllMocks());

  test('a mark appears on a slide that overflows, and goes when it fits', async () => {
    await site.goTo(1);
    expect(await mark(site.page)).toBe('');
    edit('## Two', `## Two\n\n${LONG}`);
    await expect.poll(() => mark(site.page)).toBe('1');
    const button = site.page.locator('deckwright-findings').getByRole('button');
    expect(await button.getAttribute('aria-label')).toBe('1 finding on this slide: show the list');
    expect(await shown(site.page, '[aria-live=polite]')).toBe('1 finding on this slide');
    await site.goTo(0);
    await expect.poll(() => mark(site.page)).toBe('');
    await site.goTo(1);
    await expect.poll(() => mark(site.page)).toBe('1');
    edit('## Two', '## Two, short');
    await expect.poll(() => mark(site.page)).toBe('');
    expect(await site.isSamePage()).toBe(true);
    expect(site.watched.problems).toEqual([]);
  });

  test('the terminal has each finding once, also while it changes, and a line when it is gone', async () => {
    await site.goTo(1);
    edit('## Two', `## Two\n\n${LONG}`);
    await expect.poll(() => lines('warning overflow')).toHaveLength(1);
    edit('## Two', `## Two\n\n${LONG}\n\nAnd more`);
    await expect.poll(() => site.page.locator('section.present p').count()).toBe(22);
    edit('## Two', '## Two');
    await expect.poll(() => lines('fixed: overflow')).toHaveLength(1);
    expect(lines('warning overflow')).toHaveLength(1);
    expect(lines('fixed: overflow')[0]).toMatch(/^fixed: overflow content\/_index\.md:\d+$/);
  });

  test('a save is one line, with what it has changed', async () => {
    edit('first', 'changed');
    await expect.poll(() => lines('Live: ')).toHaveLength(1);
    expect(lines('Live: ')[0]).toMatch(/^Live: 1 slide changed, \d+ ms$/);
    write('content/_index.md', `${DECK.replace('first', 'changed')}\n---\n\n## Six\n`);
    await expect.poll(() => lines('Live: ')).toHaveLength(2);
    expect(lines('Live: ')[1]).toMatch(/^Live: 1 slide added, \d+ ms$/);
    // Nobody sees the other deck.
    write('content/other/_index.md', `${HEAD}\n# Another\n`);
    write('content/_index.md', DECK);
    await expect.poll(() => lines('Live: ')).toHaveLength(3);
    expect(lines('Live: ')[2]).toMatch(/^Live: 1 slide changed, 1 removed, \d+ ms$/);
    expect(lines('other: ')).toEqual([]);
  });

  test('by keyboard: W lists all findings, Enter goes to a slide or opens its line, Esc closes the list', async () => {
    edit('## Five', `## Five\n\n${LONG}`);
    await expect.poll(() => lines('warning overflow')).toHaveLength(1);
    await site.page.keyboard.press('w');
    expect(await shown(site.page, 'h2')).toBe('2 findings');
    expect(await listed(site.page)).toEqual([
      'link-broken content/_index.md:18:8',
      expect.stringMatching(/^overflow content\/_index\.md:\d+:1$/),
    ]);
    await site.page.keyboard.press('ArrowDown');
    await site.page.keyboard.press('Enter');
    await expect.poll(site.current).toBe('Five');
    await site.page.keyboard.press('ArrowUp');
    await site.page.keyboard.press('Enter');
    await expect.poll(site.current).toBe('Three');
    expect(await mark(site.page)).toBe('1');
    const asked = site.page.waitForRequest(/__open-in-editor/);
    await site.page.route(/__open-in-editor/, (route) => route.fulfill({ status: 200 }));
    // The position is the next button. A list that is written again at this moment gets its focus again.
    await expect.poll(() => focused(site.page, 'ArrowUp', 'Tab')).toBe('content/_index.md:18:8');
    await site.page.keyboard.press('Enter');
    expect(new URL((await asked).url()).searchParams.get('file')).toMatch(/content\/_index\.md:18:8$/);
    await site.page.keyboard.press('Escape');
    expect(await shown(site.page, '.list')).toBe('');
    await site.page.keyboard.press('ArrowLeft');
    await expect.poll(site.current).toBe('Two');
  });

  test('the mark opens the list, and the list is in the help of the deck', async () => {
    await site.goTo(2);
    await expect.poll(() => mark(site.page)).toBe('1');
    await site.page.locator('deckwright-findings .mark').click();
    expect(await listed(site.page)).toHaveLength(1);
    await site.page.locator('deckwright-findings .close').click();
    await site.page.keyboard.press('F1');
    await expect
      .poll(() => site.page.locator('.r-overlay').textContent())
      .toContain('List the findings of the deck');
  });

  test('a slide that the reader has not seen is measured, and nothing moves on the slide that is shown', async () => {
    await site.goTo(1, 0, 0);
    await atRest(site.page);
    await site.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener('transitionrun', ({ target }) => {
        const slide = (target as Element).closest('.slides');
        if (slide) seen.push((target as Element).outerHTML.slice(0, 80));
      });
      window.Reveal.on('slidechanged', () => seen.push('slidechanged'));
      window.Reveal.on('fragmentshown', () => seen.push('fragmentshown'));
    });
    edit('## Five', `## Five\n\n${LONG}`);
    await expect.poll(() => lines('warning overflow')).toHaveLength(1);
    // The current slide is measured, too: one of its fragments is hidden.
    edit('## Two', `## Two, changed`);
    await expect.poll(() => lines('fixed: overflow')).toHaveLength(1);
    expect(await site.page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([]);
    expect(await site.page.locator('section.present .fragment.visible').allTextContents()).toEqual(['first']);
  });

  test('levels hold: of the site, and of a slide', async () => {
    await site.goTo(1);
    edit('## Two', `{{< slide checks-off="overflow" >}}\n\n## Two\n\n${LONG}`);
    await expect.poll(() => site.page.locator('section.present p').count()).toBe(21);
    edit('## Two', `## Two\n\n${LONG}`);
    await expect.poll(() => mark(site.page)).toBe('1');
    expect(lines('warning overflow')).toHaveLength(1);
    const config = 'title = "Live"\n[params.reveal_hugo]\ntransition = "slide"\n';
    write('hugo.toml', `${config}[params.deckwright.checks]\noverflow = "off"\n`);
    await expect.poll(() => mark(site.page)).toBe('');
    write('hugo.toml', `${config}[params.deckwright.checks]\noverflow = "error"\n`);
    await expect.poll(() => mark(site.page)).toBe('1');
    expect(await site.page.locator('deckwright-findings .mark.error').count()).toBe(1);
  });

  test('a check of the site that is an error shows in the overlay, as other errors do', async () => {
    write('hugo.toml', 'title = "Live"\n[params.deckwright.checks]\nlink-broken = "error"\n');
    const overlay = site.page.locator('deckwright-problem');
    await overlay.waitFor();
    expect(await overlay.evaluate((element) => element.shadowRoot?.textContent)).toContain('link-broken');
    edit('(/nowhere/)', '(/other/)');
    await overlay.waitFor({ state: 'detached' });
  });

  test('the list of decks has what was measured, after the page is closed as well', async () => {
    edit('## Five', `## Five\n\n${LONG}`);
    await expect.poll(() => lines('warning overflow')).toHaveLength(1);
    const { page: list } = await watchPage(browser());
    await list.goto(`${site.server.url}__decks/`);
    expect(await list.locator('.problems').textContent()).toContain('slide 4.2 “Five”: content reaches');
    await site.page.goto('about:blank');
    await list.reload();
    expect(await list.locator('.problems').textContent()).toContain('slide 4.2 “Five”: content reaches');
    write('content/_index.md', DECK);
    await expect.poll(() => list.locator('.problems').textContent()).not.toContain('slide 4.2 “Five”');
    await list.close();
  });

  test('a phone shows what another page has measured; pages for print show nothing', async () => {
    edit('## Two', `## Two\n\n${LONG}`);
    await expect.poll(() => lines('warning overflow')).toHaveLength(1);
    const { page: phone } = await openPage(browser(), `${site.server.url}#/1`, { width: 390, height: 844 });
    await expect.poll(() => mark(phone)).toBe('1');
    const { page: print } = await openPage(browser(), `${site.server.url}?print-pdf`);
    expect(await print.locator('deckwright-findings').count()).toBe(0);
    await site.page.emulateMedia({ media: 'print' });
    await site.goTo(1);
    expect(await mark(site.page)).toBe('');
    for (const page of [phone, print]) await page.close();
  });
});
