/** For everyone: slides have names, focus goes along, and nothing moves for readers who want it so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
title = "For everyone"
languageCode = "de"
-- content/_index.md --
+++
title = "Deck"
description = "What it is about"
outputs = ["Reveal"]
[reveal_hugo]
transition = "zoom"
+++

# First

[one](#/1) [two](#/2)

---

{{% section %}}

## Above

[below](#/1/1)

---

Words without a heading

- [x] done

{{% /section %}}

---

{{< slide aria-label="Of its author" >}}

<h2>Without an id</h2>

---

<h2>Without an id</h2>

\`\`\`text
${'long '.repeat(60)}
\`\`\`
`);
const browser = useBrowser();

describe.each(modes)('for everyone, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test('the page has a language, a title and a description', async () => {
    const { page } = await openPage(browser(), server.url);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.title()).toBe('Deck');
    expect(await page.locator('meta[property="og:description"]').getAttribute('content')).toBe(
      'What it is about',
    );
    await page.close();
  });

  test('each slide is a group with the name of its heading, or its number', async () => {
    const { page } = await openPage(browser(), server.url);
    const names = await page
      .locator('.slides section:not(.stack)')
      .evaluateAll((slides) =>
        slides.map((slide) =>
          [
            slide.role,
            slide.getAttribute('aria-roledescription'),
            slide.getAttribute('aria-label') ??
              document.getElementById(slide.getAttribute('aria-labelledby') ?? '')?.textContent,
          ].join(' '),
        ),
      );
    expect(names.slice(0, 3)).toEqual(['group slide First', 'group slide Above', 'group slide Slide 3']);
    expect(names.at(-1)).toBe('group slide Without an id');
    expect(await page.locator('.aria-status').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('.reveal').getAttribute('role')).toBeNull();
    expect(await page.locator('section input').getAttribute('aria-label')).toBe('done');
    await page.close();
  });

  test('Tab finds the links of the slide, and the focus goes along to the next one', async () => {
    const { page } = await openPage(browser(), server.url);
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('one');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.activeElement === window.Reveal.getCurrentSlide());
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('below');
    await page.close();
  });

  test('code that is scrolled is reached by Tab, and the arrows scroll it', async () => {
    const { page } = await openPage(browser(), `${server.url}#/3`);
    const code = page.locator('section.present pre code');
    await expect.poll(() => code.getAttribute('tabindex')).toBe('0');
    await code.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => code.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.Reveal.getIndices().h)).toBe(3);
    await page.close();
  });

  test('who wants less motion gets none, unless the address says so', async () => {
    const { page } = await openPage(browser(), server.url);
    const options = (): Promise<unknown> =>
      page.evaluate(() => {
        const { transition, autoAnimate } = window.Reveal.getConfig();
        return [transition, autoAnimate];
      });
    expect(await options()).toEqual(['zoom', true]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.reload();
    await ready(page);
    expect(await options()).toEqual(['none', false]);
    await page.goto(`${server.url}?transition=fade`);
    await ready(page);
    expect(await options()).toEqual(['fade', false]);
    await page.close();
  });
});
