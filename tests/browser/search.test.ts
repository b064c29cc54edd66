/** The search of a deck: what it finds, where it leads, and that it leaves the slides as they are. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
+++
title = "Search"
outputs = ["Reveal"]
+++

# First

An *emphasised* word. (In brackets?)

{{% note %}}
Nobody reads zebra here.
{{% /note %}}

---

{{% section %}}

## Above

---

## Below

One **zebra**
crossing

<aside class="notes">salary</aside>

{{% /section %}}

---

{{< slide visibility="uncounted" >}}

## Last

Zebra crossing again

<!-- salary -->
`);
const browser = useBrowser();

describe.each(modes)('the search, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  /** Types words into the box, and goes on with Enter. */
  async function find(page: Page, words: string): Promise<void> {
    const field = page.getByRole('searchbox', { name: 'Search the slides' });
    if (!(await field.isVisible())) await page.keyboard.press('Control+Shift+F');
    await field.fill(words);
    await field.press('Enter');
  }

  const place = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { h, v } = window.Reveal.getIndices();
      return `${h}/${v}`;
    });

  const marked = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('deck-search') ?? [])].map((range) => (range as Range).toString()),
    );

  test('goes from slide to slide, and leaves them as they are', async () => {
    const { page, problems } = await openPage(browser(), server.url);
    const elements = await page.locator('.slides *').count();
    await find(page, 'zebra  crossing');
    await expect.poll(() => place(page)).toBe('1/1');
    expect(await marked(page)).toEqual(['zebra\ncrossing', 'Zebra crossing']);
    await page.keyboard.press('Enter');
    await expect.poll(() => place(page)).toBe('2/0');
    await page.keyboard.press('Enter');
    await expect.poll(() => place(page)).toBe('1/1');
    await page.keyboard.press('Escape');
    expect(await marked(page)).toEqual([]);
    expect(await page.locator('.slides *').count()).toBe(elements);
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each(['salary', 'nobody', ''])('%j is on no slide', async (words) => {
    const { page, problems } = await openPage(browser(), `${server.url}#/2`);
    await find(page, words);
    expect(await marked(page)).toEqual([]);
    expect(await place(page)).toBe('2/0');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('takes signs as they are', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}#/2`);
    await find(page, '(in brackets?)');
    await expect.poll(() => place(page)).toBe('0/0');
    expect(problems).toEqual([]);
    await page.close();
  });
});
