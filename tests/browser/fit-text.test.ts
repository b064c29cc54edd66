/** A text that is fitted to the width stays between the margins of its slide. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const deck = (options: string, language = 'en'): string => `+++
title = "Fit"
outputs = ["Reveal"]
language = "${language}"
[reveal_hugo]
transition = "none"
${options}
+++

# First

---

## A title that is fitted {.r-fit-text}

Words

---

{{< slide layout="statement" >}}

## Another one that is fitted {.r-fit-text}
`;
const site = writeSite(`
-- hugo.toml --
title = "Fit"
-- content/studio/_index.md --
${deck('theme = "studio"')}
-- content/right/_index.md --
${deck('theme = "studio"\nrtl = true')}
-- content/black/_index.md --
${deck('theme = "black"')}
`);
const browser = useBrowser();

/** The edges of the fitted text, and of the room that its slide has for it, in pixels of the window. */
const edges = (page: Page): Promise<Record<'text' | 'room', readonly [number, number]>> =>
  page.evaluate(() => {
    const slide = window.Reveal.getCurrentSlide();
    const { left, right } = slide.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(slide);
    const scale = window.Reveal.getScale();
    const range = document.createRange();
    range.selectNodeContents(slide.querySelector('.r-fit-text') ?? slide);
    const text = range.getBoundingClientRect();
    return {
      text: [text.left, text.right],
      room: [left + parseFloat(paddingLeft) * scale, right - parseFloat(paddingRight) * scale],
    };
  });

describe.each(modes)('%s', (_, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test.each(['studio', 'right', 'black'])('%s', async (theme) => {
    const { page } = await openPage(browser(), `${server.url}${theme}/`);
    for (let n = 0; n < 2; n++) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const rest = async (): Promise<readonly number[]> => {
        const { text, room } = await edges(page);
        return [text[0] - room[0], room[1] - text[1]];
      };
      // reveal.js fits some frames later, and leaves some pixels free.
      const isFitted = async (): Promise<boolean> =>
        (await rest()).every((space) => space > -1 && space < 20);
      await expect.poll(isFitted).toBe(true);
    }
    await page.close();
  });
});
