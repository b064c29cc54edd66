/** What is shown beside a deck, and a deck that is scrolled: notes of steps, the speaker view, links. */
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { countTimers, noTimerLeft } from '../support/wait.ts';
import { writeSite } from '../support/write-site.ts';

const FAULTS = path.resolve(import.meta.dirname, '..', 'faults');
const copyOf = (name: string): string => temporaryFolder(path.join(FAULTS, name, 'site'));
const PHONE = { width: 390, height: 844 };
const sites = {
  notes: copyOf('notes-of-fragments'),
  scrolled: copyOf('speaker-view-scrolled'),
  others: writeSite(`
-- hugo.toml --
title = "T"
-- content/_index.md --
+++
title = "Notes in many places"
outputs = ["Reveal"]
[reveal_hugo]
show_notes = true
+++

{{< slide notes="Words of an attribute" >}}

# One

<div class="fragment">first <aside class="notes">Words <em>of the first</em></aside></div>
<p class="fragment">second</p>

---

# Two
-- content/links/_index.md --
+++
title = "Links"
outputs = ["Reveal"]
+++
# S0

[far](#/7)

${[1, 2, 3, 4, 5].map((n) => `---\n\n# S${n}\n`).join('\n')}
---

{{% section %}}

# S6

{{% fragment %}}one{{% /fragment %}} {{% fragment %}}two{{% /fragment %}}

---

# S6.1

{{% /section %}}

---

# S7

---

# S8

---

# S9
`),
};
const browser = useBrowser();

describe.each(modes)('%s', (_name, start) => {
  const servers: RunningServer[] = [];
  const urlOf = (site: keyof typeof sites): string => servers[Object.keys(sites).indexOf(site)]?.url ?? '';
  beforeAll(async () => {
    for (const site of Object.values(sites)) servers.push(await start(site));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  const notesIn = async (page: Page): Promise<string> =>
    (await page.locator('.reveal > .speaker-notes').innerText()).trim();
  const heading = (page: Page): Promise<string | null | undefined> =>
    page.evaluate(() => window.Reveal.getCurrentSlide()?.querySelector('h1, h2')?.textContent);

  /** The heading that stands next to the middle of the window. */
  const inSight = (page: Page): Promise<string | undefined> =>
    page.$$eval('.slides h1', (headings) => {
      const far = (heading: Element): number =>
        Math.abs(heading.getBoundingClientRect().top - window.innerHeight / 2);
      return [...headings].sort((a, b) => far(a) - far(b))[0]?.textContent;
    });

  test('notes beside the deck are those of the step', async () => {
    const { page, problems } = await openPage(browser(), urlOf('notes'));
    for (const [key, words] of [
      ['', 'Words for the slide'],
      ['ArrowRight', 'Words for the first step'],
      ['ArrowRight', 'Words for the second step'],
      ['ArrowLeft', 'Words for the first step'],
      ['ArrowLeft', 'Words for the slide'],
    ] as const) {
      if (key) await page.keyboard.press(key);
      await expect.poll(() => notesIn(page)).toBe(words);
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  test('notes inside of a fragment are, too, and those of an attribute come where there are no others', async () => {
    const { page } = await openPage(browser(), urlOf('others'));
    for (const words of [
      'Words of an attribute',
      'Words of the first',
      'Words of an attribute',
      'No notes on this slide.',
    ]) {
      await expect.poll(() => notesIn(page)).toBe(words);
      await page.keyboard.press('ArrowRight');
    }
    await page.close();
  });

  test('the address of a step brings its notes', async () => {
    const { page } = await openPage(browser(), `${urlOf('others')}#/0/0/0`);
    await expect.poll(() => notesIn(page)).toBe('Words of the first');
    await page.close();
  });

  test('the speaker view drives a deck that is scrolled, step by step', async () => {
    const { page, problems } = await openPage(browser(), urlOf('scrolled'));
    await countTimers(page.context());
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    const frames = (): readonly Frame[] => speaker.frames().slice(1);
    await expect.poll(() => frames().length).toBe(2);
    for (const frame of frames()) await ready(frame as unknown as Page);
    const step = (): Promise<string> =>
      page.evaluate(
        () =>
          `${window.Reveal.getCurrentSlide()?.querySelector('h1, h2')?.textContent} ${document.querySelectorAll('.reveal .fragment.visible').length}`,
      );
    for (const [key, expected] of [
      ['', 'Start 0'],
      ['ArrowRight', 'Steps 0'],
      ['ArrowRight', 'Steps 1'],
      ['ArrowRight', 'End 1'],
      ['ArrowRight', 'End 1'],
      ['ArrowLeft', 'Steps 1'],
      ['ArrowLeft', 'Steps 0'],
      ['ArrowLeft', 'Start 0'],
    ] as const) {
      if (key) await speaker.keyboard.press(key);
      await expect.poll(step).toBe(expected);
      // The small decks report where they are only half a second later, and get the place of the deck then.
      await noTimerLeft(speaker);
      expect(await step()).toBe(expected);
    }
    for (const frame of frames())
      expect(await frame.evaluate(() => document.querySelector('.reveal-scroll'))).toBeNull();
    for (let press = 0; press < 4; press++) await speaker.keyboard.press('ArrowRight');
    await expect.poll(step).toContain('End');
    expect(problems).toEqual([]);
    await speaker.close();
    await page.close();
  });

  test.each([
    ['#/2', 'S2'],
    ['#/5', 'S5'],
    ['#/6/1', 'S6.1'],
    ['#/7', 'S7'],
    ['#/9', 'S9'],
    ['#/s8', 'S8'],
  ])('on a phone, %s opens its slide', async (hash, slide) => {
    const { page, problems } = await openPage(browser(), `${urlOf('others')}links/${hash}`, PHONE);
    await expect.poll(() => heading(page)).toBe(slide);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('and so does a link, and a script that asks for a slide', async () => {
    const { page } = await openPage(browser(), `${urlOf('others')}links/`, PHONE);
    await page.locator('a[href="#/7"]').click();
    await expect.poll(() => heading(page)).toBe('S7');
    for (const n of [8, 3, 5]) {
      await page.evaluate((h) => window.Reveal.slide(h, 0), n);
      await expect.poll(() => heading(page)).toBe(`S${n}`);
    }
    await page.close();
  });

  test('pages that are no higher than their slides are found as well', async () => {
    const { page } = await openPage(browser(), `${urlOf('others')}links/?scrollLayout=compact`, PHONE);
    for (const [h, v, slide] of [
      [8, 0, 'S8'],
      [6, 1, 'S6.1'],
      [6, 0, 'S6'],
      [2, 0, 'S2'],
    ] as const) {
      await page.evaluate(([x, y]) => window.Reveal.slide(x, y), [h, v] as const);
      await expect.poll(() => inSight(page)).toBe(slide);
    }
    await page.close();
  });
});
