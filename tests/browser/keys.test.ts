/** What a speaker does with the keyboard, on a deck that has a bit of everything. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
title = "Keys"
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
+++
title = "Keys"
outputs = ["Reveal"]
+++

# First

{{% note %}}
Say *hello* first.
{{% /note %}}

---

{{% section %}}

## Above

---

## Below

{{% /section %}}

---

## Code

\`\`\`js {1|2-3}
const a = 1;
const b = 2;
const c = 3;
\`\`\`

- {{% fragment %}}last{{% /fragment %}}

---

## Table

Its rows are broken over two lines in print only.

| write | get |
|---|---|
| \`note\` | words for the speaker |
| \`slide\` | a background, a class, a transition |
| \`fragment\`, \`frag\` | one thing after the other |
`);
const browser = useBrowser();

describe.each(modes)('by keyboard, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  const onSlide = (page: Page, text: string): Promise<unknown> =>
    page.waitForFunction(
      (wanted) => window.Reveal.getCurrentSlide().querySelector('h1, h2')?.textContent === wanted,
      text,
    );

  test('arrows walk through slides and stacks, and the address follows', async () => {
    const { page, problems } = await openPage(browser(), server.url);
    await page.keyboard.press('ArrowRight');
    await onSlide(page, 'Above');
    await page.keyboard.press('ArrowDown');
    await onSlide(page, 'Below');
    expect(new URL(page.url()).hash).toBe('#/1/1');
    await page.keyboard.press('ArrowRight');
    await onSlide(page, 'Code');
    await page.goBack();
    await onSlide(page, 'Below');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a deck opened at its hash shows that slide', async () => {
    const { page } = await openPage(browser(), `${server.url}#/1/1`);
    await onSlide(page, 'Below');
    await page.close();
  });

  test('S opens the speaker view with the notes', async () => {
    const { page, problems } = await openPage(browser(), server.url);
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    const notes = popup.locator('.speaker-controls-notes .value');
    await notes.waitFor();
    await expect.poll(() => notes.innerHTML()).toContain('Say <em>hello</em> first.');
    expect(problems).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('Esc shows all slides, and leaves them', async () => {
    const { page } = await openPage(browser(), server.url);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => window.Reveal.isOverview());
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !window.Reveal.isOverview());
    await page.close();
  });

  test('space steps through the lines of code, then through the fragments, and back', async () => {
    const { page } = await openPage(browser(), `${server.url}#/2`);
    const marked = (): Promise<string[]> => page.locator('.highlight-line').allTextContents();
    await expect.poll(marked).toEqual(['const a = 1;\n']);
    await page.keyboard.press('Space');
    await expect.poll(marked).toEqual(['const b = 2;\n', 'const c = 3;\n']);
    await page.keyboard.press('Space');
    await page.locator('li .fragment.visible').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(marked).toEqual(['const a = 1;\n']);
    await page.close();
  });

  test('?print-pdf lays every slide out as a page, with all that steps bring', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}?print-pdf`);
    await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length > 0);
    const headings = await page.locator('.pdf-page h1, .pdf-page h2').allTextContents();
    expect([...new Set(headings)]).toEqual(['First', 'Above', 'Below', 'Code', 'Table']);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('in print, every slide is measured in its own fonts, so that it stands in the middle of its page', async () => {
    const { page } = await openPage(browser(), `${server.url}?print-pdf`);
    const gaps = await page.locator('.pdf-page').evaluateAll((pages) =>
      pages.map((sheet) => {
        const [outer, inner] = [sheet, sheet.querySelector('section')].map((element) =>
          element?.getBoundingClientRect(),
        );
        return Math.abs(
          (inner?.top ?? 0) - (outer?.top ?? 0) - ((outer?.bottom ?? 0) - (inner?.bottom ?? 0)),
        );
      }),
    );
    expect(Math.max(...gaps)).toBeLessThan(4);
    await page.close();
  });

  test('the page is no application to a screen reader, and readable without script', async () => {
    const { page } = await openPage(browser(), server.url);
    expect(await page.locator('.reveal').getAttribute('role')).toBeNull();
    await page.close();
    const context = await browser().newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(server.url);
    expect(await plain.locator('section h1').textContent()).toBe('First');
    await context.close();
  });
});
