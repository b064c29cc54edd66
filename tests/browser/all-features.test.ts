/** One deck with everything: each thing works by keyboard, opened at its address, in the overview and on paper. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser, type WatchedPage } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { VIDEO } from '../support/pictures.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

/** One slide and what has to be seen of it as soon as it is shown. */
interface Feature {
  readonly name: string;
  readonly text: string;
  readonly check: (slide: Locator) => Promise<void>;
}

const widthOf = async (element: Locator): Promise<number> => (await element.boundingBox())?.width ?? 0;
const litLines = async (place: Locator): Promise<readonly string[]> =>
  (await place.locator('.highlight-line').allTextContents()).map((line) => line.trim());
const isShown = async (slide: Locator, words: string): Promise<void> =>
  expect.poll(() => slide.textContent()).toContain(words);

const features: readonly Feature[] = [
  { name: 'title', text: '# Everything', check: (slide) => isShown(slide, 'Everything') },
  {
    name: 'code steps',
    text: '## Code\n\n```js {1|2-3}\nconst one = 1;\nconst two = 2;\nconst three = 3;\n```',
    async check(slide) {
      await expect.poll(() => litLines(slide)).toEqual(['const one = 1;']);
      expect(await slide.locator('.code-k').count()).toBe(3);
    },
  },
  {
    name: 'math',
    text: '## Math\n\n```math\n\\frac{a}{b}\n```',
    check: (slide) => expect.poll(() => widthOf(slide.locator('.katex-html .mfrac'))).toBeGreaterThan(5),
  },
  {
    name: 'mermaid',
    text: '## Diagram\n\n```mermaid\ngraph LR\n  a[Write] --> b[Show]\n```',
    check: (slide) => expect.poll(() => widthOf(slide.locator('.mermaid svg'))).toBeGreaterThan(100),
  },
  {
    name: 'notes',
    text: '## Notes\n\n{{% note %}}\nSay *this*.\n{{% /note %}}',
    async check(slide) {
      expect(await slide.locator('aside.notes').isVisible()).toBe(false);
      expect(await slide.page().evaluate(() => window.Reveal.getSlideNotes())).toContain('<em>this</em>');
    },
  },
  {
    name: 'video',
    text: '## Video\n\n<video src="film.webm" data-autoplay muted loop></video>',
    check: (slide) =>
      expect
        .poll(() => slide.locator('video').evaluate((film) => (film as HTMLVideoElement).currentTime))
        .toBeGreaterThan(0),
  },
  {
    name: 'iframe',
    text: '## Frame\n\n<iframe src="frame/page.html" title="A page"></iframe>',
    check: (slide) =>
      expect.poll(() => slide.frameLocator('iframe').locator('p').textContent()).toBe('inside of the frame'),
  },
  {
    name: 'image',
    text: '## Image\n\n![A picture](picture.svg)',
    check: (slide) => expect.poll(() => widthOf(slide.locator('img'))).toBeGreaterThan(0),
  },
  {
    name: 'fragments',
    text: '## Fragments\n\n{{% fragment %}}first{{% /fragment %}}\n\n{{% fragment %}}second{{% /fragment %}}',
    check: (slide) => expect.poll(() => slide.locator('.fragment:not(.visible)').count()).toBe(2),
  },
  {
    name: 'before auto-animate',
    text: '{{< slide auto-animate="true" >}}\n\n## Moves\n\nup',
    check: (slide) => isShown(slide, 'Moves'),
  },
  {
    name: 'auto-animate',
    text: '{{< slide auto-animate="true" >}}\n\nup\n\n## Moves',
    async check(slide) {
      await isShown(slide, 'Moves');
      expect(await slide.getAttribute('data-auto-animate')).not.toBeNull();
    },
  },
  {
    name: 'stack',
    text: '{{% section %}}\n\n## Above\n\n---\n\n## Below\n\n{{% /section %}}',
    check: (slide) => isShown(slide, 'Above'),
  },
];

const site = writeSite(`
-- hugo.toml --
title = "Everything"
[markup.goldmark.renderer]
unsafe = true
[params.reveal_hugo]
history = true
-- static/picture.svg --
${PICTURE.replace('width="4" height="2"', 'width="400" height="200"')}
-- static/frame/page.html --
<!doctype html><title>Frame</title><p>inside of the frame</p>
-- content/_index.md --
+++
title = "Everything"
outputs = ["Reveal"]
+++

${features.map(({ text }) => text).join('\n\n---\n\n')}
`);

const browser = useBrowser();
copyFileSync(VIDEO, path.join(site, 'static/film.webm'));

/** Slides as they are counted: the two of the stack beside all others. */
const SLIDES = features.length + 1;
const placeOf = (name: string): number => features.findIndex((feature) => feature.name === name);
const present = (page: Page): Locator => page.locator('.slides section.present:not(.stack)');
const slideAt = (page: Page, place: number): Locator => page.locator('.slides > section').nth(place);
const indices = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { h, v } = window.Reveal.getIndices();
    return { h, v };
  });

async function close({ page, problems, externalRequests }: WatchedPage): Promise<void> {
  expect({ problems, foreign: externalRequests }).toEqual({ problems: [], foreign: [] });
  await page.close();
}

describe.each(modes)('everything, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  const open = (address = ''): Promise<WatchedPage> => openPage(browser(), server.url + address);

  test('by keyboard', async () => {
    const watched = await open();
    const { page } = watched;
    const press = async (key: string, place: { h: number; v: number }): Promise<void> => {
      await page.keyboard.press(key);
      await expect.poll(() => indices(page)).toEqual(place);
    };
    const steps: Readonly<Record<string, () => Promise<void>>> = {
      async 'code steps'() {
        await page.keyboard.press('Space');
        await expect.poll(() => litLines(present(page))).toEqual(['const two = 2;', 'const three = 3;']);
      },
      async notes() {
        const opened = page.waitForEvent('popup');
        await page.keyboard.press('s');
        const speaker = await opened;
        // Two small decks are loaded in it first.
        const notes = speaker.locator('.speaker-controls-notes');
        await expect.poll(() => notes.textContent(), { timeout: 20_000 }).toContain('this');
        await speaker.close();
      },
      async fragments() {
        for (const count of [1, 2]) {
          await page.keyboard.press('Space');
          await expect.poll(() => present(page).locator('.fragment.visible').count()).toBe(count);
        }
      },
      async stack() {
        await press('ArrowDown', { h: placeOf('stack'), v: 1 });
        await isShown(present(page), 'Below');
      },
    };
    for (const [place, { name, check }] of features.entries()) {
      if (place > 0) await press('Space', { h: place, v: 0 });
      await check(present(page));
      await steps[name]?.();
    }
    expect(await page.evaluate(() => window.Reveal.isLastSlide())).toBe(true);
    expect(await slideAt(page, placeOf('video')).locator('video').evaluate(isPaused)).toBe(true);
    await close(watched);
  });

  test('what is the same on two slides moves from one to the other', async () => {
    const watched = await open(`#/${placeOf('before auto-animate')}`);
    const { page } = watched;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => present(page).getAttribute('data-auto-animate')).toBe('running');
    expect(await present(page).locator('h2[data-auto-animate-target]').count()).toBe(1);
    await close(watched);
  });

  test.each(features)('opened at its address: $name', async ({ name, check }) => {
    const watched = await open(`#/${placeOf(name)}`);
    expect(await indices(watched.page)).toEqual({ h: placeOf(name), v: 0 });
    await check(present(watched.page));
    await close(watched);
  });

  test('opened inside of a stack', async () => {
    const watched = await open(`#/${placeOf('stack')}/1`);
    await isShown(present(watched.page), 'Below');
    await close(watched);
  });

  test('in the overview, and from there to a slide', async () => {
    const watched = await open();
    const { page } = watched;
    await page.keyboard.press('o');
    await expect.poll(() => page.evaluate(() => window.Reveal.isOverview())).toBe(true);
    for (const name of ['title', 'code steps', 'math', 'mermaid', 'notes', 'image', 'fragments']) {
      const slide = slideAt(page, placeOf(name));
      await expect.poll(() => widthOf(slide)).toBeGreaterThan(50);
    }
    await expect.poll(() => widthOf(slideAt(page, placeOf('mermaid')).locator('svg'))).toBeGreaterThan(10);
    await expect.poll(() => slideAt(page, placeOf('image')).locator('img').evaluate(isLoaded)).toBe(true);
    for (let h = 1; h <= placeOf('mermaid'); h++) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => indices(page)).toEqual({ h, v: 0 });
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.Reveal.isOverview())).toBe(false);
    await features[placeOf('mermaid')]?.check(present(page));
    await close(watched);
  });

  test('on paper', async () => {
    const watched = await open('?print-pdf');
    const { page } = watched;
    const steps = 1 + 2;
    expect(await page.locator('.pdf-page').count()).toBe(SLIDES + steps);
    expect(await page.locator('.pdf-page .mermaid svg').count()).toBe(1);
    expect(await widthOf(page.locator('.katex-html .mfrac'))).toBeGreaterThan(5);
    expect(await page.locator('.pdf-page img').evaluate(isLoaded)).toBe(true);
    await expect
      .poll(() => page.frameLocator('.pdf-page iframe').locator('p').textContent())
      .toBe('inside of the frame');
    const code = page.locator('.pdf-page').filter({ hasText: 'Code' });
    expect(await litLines(code)).toEqual(['const one = 1;', 'const two = 2;', 'const three = 3;']);
    const seen = page.locator('.pdf-page').filter({ hasText: 'Fragments' }).locator('.fragment.visible');
    expect(await seen.allInnerTexts()).toEqual(['first', 'first', 'second']);
    expect(await page.locator('.pdf-page aside.notes:visible').count()).toBe(0);
    expect(await page.locator('.pdf-page video').boundingBox()).not.toBeNull();
    await close(watched);
  });
});

const isPaused = (film: Element): boolean => (film as HTMLVideoElement).paused;
const isLoaded = (image: Element): boolean => (image as HTMLImageElement).naturalWidth > 0;
