/** Edits files of a running dev server, and watches the open page. */
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/index.ts';
import { openPage, ready, useBrowser, type WatchedPage } from '../support/browser.ts';
import { VIDEO } from '../support/pictures.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const HEAD = '+++\ntitle = "Live"\noutputs = ["Reveal"]\n+++\n';
const DECK = `${HEAD}\n# One\n\n---\n\n# Two\n\n---\n\n# Three\n`;
const site = writeSite(`
-- hugo.toml --
title = "Live"
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
${DECK}
-- content/other/_index.md --
${HEAD}
# Other
`);
const browser = useBrowser();
let server: RunningServer;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  copyFileSync(VIDEO, path.join(site, 'content/film.webm'));
  server = await serve({ source: site, port: 0, quiet: true });
});
afterAll(async () => server?.close());

beforeEach(async () => {
  writeSiteFile(site, 'content/_index.md', DECK);
  await page?.close();
  // A page that is opened while the file before it settles is patched at once: wait until it shows the deck.
  watched = await openPage(browser(), server.url);
  page = watched.page;
  await expect.poll(headings).toEqual(['One', 'Two', 'Three']);
  await page.evaluate(() => Object.assign(window, { marker: true }));
});

const headings = (): Promise<string[]> => page.locator('.slides h1').allTextContents();
const current = (): Promise<string | null | undefined> =>
  page.evaluate(() => window.Reveal.getCurrentSlide().querySelector('h1')?.textContent);
const isSamePage = (): Promise<boolean> => page.evaluate(() => 'marker' in window);
const write = (text: string): void => writeSiteFile(site, 'content/_index.md', text);
const goTo = (slide: number): Promise<void> => page.evaluate((h) => window.Reveal.slide(h, 0), slide);

describe('an edit appears where the author is', () => {
  test('a changed word, without a reload', async () => {
    await goTo(1);
    write(DECK.replace('# Two', '# Two, changed'));
    await expect.poll(headings).toEqual(['One', 'Two, changed', 'Three']);
    expect(await current()).toBe('Two, changed');
    expect(await isSamePage()).toBe(true);
    expect(watched.problems).toEqual([]);
  });

  test('slides put in and taken out above keep the place', async () => {
    await goTo(2);
    write(DECK.replace('# One\n', '# Zero\n\n---\n\n# One\n'));
    await expect.poll(headings).toEqual(['Zero', 'One', 'Two', 'Three']);
    expect(await current()).toBe('Three');
    write(`${HEAD}\n# Three\n`);
    await expect.poll(headings).toEqual(['Three']);
    expect(await current()).toBe('Three');
    expect(await isSamePage()).toBe(true);
  });

  test('slides that change places keep their elements', async () => {
    await goTo(1);
    write(`${HEAD}\n# Two\n\n---\n\n# Three\n\n---\n\n# One\n`);
    await expect.poll(headings).toEqual(['Two', 'Three', 'One']);
    expect(await current()).toBe('Two');
    expect(await isSamePage()).toBe(true);
  });

  test('a list is changed while half of it is shown: the step stays', async () => {
    const list = (...items: string[]): string =>
      items.map((item) => `- {{% fragment %}}${item}{{% /fragment %}}\n`).join('');
    const shown = (): Promise<string[]> =>
      page.locator('section.present .fragment.visible').allTextContents();
    write(DECK.replace('# Two\n', `# Two\n\n${list('a', 'b', 'c', 'd')}`));
    await expect.poll(() => page.locator('.slides .fragment').count()).toBe(4);
    await page.evaluate(() => window.Reveal.slide(1, 0, 1));
    expect(await shown()).toEqual(['a', 'b']);
    write(DECK.replace('# Two\n', `# Two\n\n${list('new', 'a', 'b', 'c, changed', 'd')}`));
    await expect.poll(() => page.locator('.slides .fragment').count()).toBe(5);
    expect(await shown()).toEqual(['new', 'a', 'b']);
    expect(await page.locator('section.present .current-fragment').textContent()).toBe('b');
    expect(await isSamePage()).toBe(true);
  });

  test('inside of a stack, and in the overview', async () => {
    const stack = (...slides: string[]): string =>
      `${HEAD}\n# One\n\n---\n\n{{% section %}}\n\n${slides.join('\n\n---\n\n')}\n\n{{% /section %}}\n`;
    write(stack('# Top', '# Middle', '# Bottom'));
    await expect.poll(headings).toEqual(['One', 'Top', 'Middle', 'Bottom']);
    await page.evaluate(() => window.Reveal.slide(1, 1));
    write(stack('# Top', '# Between', '# Middle\n\nwith words', '# Bottom'));
    await expect.poll(headings).toEqual(['One', 'Top', 'Between', 'Middle', 'Bottom']);
    expect(await current()).toBe('Middle');
    expect(await page.evaluate(() => window.Reveal.getIndices().v)).toBe(2);
    await page.keyboard.press('o');
    write(stack('# Between', '# Middle\n\nwith other words', '# Bottom'));
    await expect.poll(headings).toEqual(['One', 'Between', 'Middle', 'Bottom']);
    expect(await page.evaluate(() => window.Reveal.isOverview())).toBe(true);
    expect(await current()).toBe('Middle');
    expect(await isSamePage()).toBe(true);
    expect(watched.problems).toEqual([]);
  });

  test('another heading, and a slide that becomes a stack, are the same slide', async () => {
    await goTo(1);
    const element = await page.evaluateHandle(() => window.Reveal.getCurrentSlide());
    write(DECK.replace('# Two', '# Second'));
    await expect.poll(headings).toEqual(['One', 'Second', 'Three']);
    expect(await element.evaluate((slide) => slide === window.Reveal.getCurrentSlide())).toBe(true);
    write(DECK.replace('# Two', '{{% section %}}\n\n# Second\n\n---\n\n# Below\n\n{{% /section %}}'));
    await expect.poll(headings).toEqual(['One', 'Second', 'Below', 'Three']);
    expect(await current()).toBe('Second');
    expect(await isSamePage()).toBe(true);
  });

  test('a film on the slide goes on while words beside it change', async () => {
    const film = (words: string): string =>
      DECK.replace('# Two', `# Two\n\n<video src="film.webm" data-autoplay muted loop></video>\n\n${words}`);
    write(film('before'));
    await expect.poll(() => page.locator('.slides video').count()).toBe(1);
    await goTo(1);
    const time = (): Promise<number> =>
      page.locator('video').evaluate((video) => (video as HTMLVideoElement).currentTime);
    await expect.poll(time).toBeGreaterThan(0);
    await page.locator('video').evaluate((video) => {
      for (const event of ['pause', 'emptied', 'seeking'])
        video.addEventListener(event, () => Reflect.set(window, 'isDisturbed', event));
    });
    write(film('after'));
    await expect.poll(() => page.locator('section.present p').last().textContent()).toBe('after');
    // A film that loops begins again by seeking; one that is moved or loaded again pauses.
    expect(await page.evaluate(() => Reflect.get(window, 'isDisturbed') ?? 'seeking')).toBe('seeking');
  });

  test('another theme, without a reload', async () => {
    await goTo(2);
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await ground();
    write(DECK.replace('+++\n\n', '[reveal_hugo]\ntheme = "sky"\nhighlight_theme = "dracula"\n+++\n\n'));
    await expect.poll(ground).not.toBe(before);
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(1);
    expect(await current()).toBe('Three');
    write(DECK);
    await expect.poll(ground).toBe(before);
    expect(await isSamePage()).toBe(true);
    expect(watched.problems).toEqual([]);
  });
});

describe('a mistake does not interrupt', () => {
  const overlay = () => page.locator('deckwright-problem');

  test('an unknown shortcode shows its line over the last good deck, and goes when it is mended', async () => {
    write(DECK.replace('# Two', '{{% nott %}}'));
    await overlay().waitFor();
    const text = await overlay().evaluate((element) => element.shadowRoot?.textContent ?? '');
    expect(text).toContain('shortcode-unknown');
    expect(text).toContain('_index.md:10:1');
    expect(await headings()).toEqual(['One', 'Two', 'Three']);
    write(DECK.replace('# Two', '# Mended'));
    await overlay().waitFor({ state: 'detached' });
    await expect.poll(headings).toEqual(['One', 'Mended', 'Three']);
    expect(await isSamePage()).toBe(true);
  });

  test('broken front matter leaves the deck on the screen', async () => {
    write(DECK.replace('title = "Live"', 'title = '));
    await overlay().waitFor();
    expect(await headings()).toEqual(['One', 'Two', 'Three']);
    write(DECK);
    await overlay().waitFor({ state: 'detached' });
    expect(await isSamePage()).toBe(true);
  });
});

describe('the configuration changes', () => {
  const CONFIG = 'title = "Live"\n[params.reveal_hugo]\ntransition = "none"\n';
  const status = async (address: string): Promise<number> => (await fetch(address)).status;

  test('an option is changed in the open deck, and has its default again; a mistake changes nothing', async () => {
    writeSiteFile(site, 'hugo.toml', `${CONFIG}loop = \n`);
    await page.locator('deckwright-problem').waitFor();
    expect(await isSamePage()).toBe(true);
    const option = (name: string) =>
      page.evaluate((name) => Reflect.get(window.Reveal.getConfig(), name), name);
    writeSiteFile(site, 'hugo.toml', `${CONFIG}loop = true\nslide_number = "c/t"\nwidth = 800\n`);
    await expect.poll(() => option('loop')).toBe(true);
    expect((await page.locator('.slide-number').textContent())?.replace(/\s/g, '')).toBe('1/3');
    await page.locator('deckwright-problem').waitFor({ state: 'detached' });
    writeSiteFile(site, 'hugo.toml', CONFIG);
    await expect.poll(() => option('loop')).toBe(false);
    expect(await option('width')).toBe(960);
    expect(await isSamePage()).toBe(true);
  });

  test('another base URL moves the site, and back', async () => {
    writeSiteFile(site, 'hugo.toml', `baseURL = "https://example.org/sub/"\n${CONFIG}`);
    await expect.poll(() => status(`${server.url}sub/other/`)).toBe(200);
    writeSiteFile(site, 'hugo.toml', CONFIG);
    await expect.poll(() => status(`${server.url}other/`)).toBe(200);
  });
});

describe('pages come and go', () => {
  test('a new deck is served, and one that is deleted says which others there are', async () => {
    writeSiteFile(site, 'content/new/_index.md', `${HEAD}\n# New\n`);
    await expect.poll(async () => (await fetch(`${server.url}new/`)).status).toBe(200);
    await page.goto(`${server.url}new/`);
    await ready(page);
    rmSync(path.join(site, 'content/new/_index.md'));
    await page.getByRole('heading', { name: 'No deck here' }).waitFor();
    expect(await page.locator('.decks li').count()).toBe(2);
    writeSiteFile(site, 'content/new/_index.md', `${HEAD}\n# Back\n`);
    await ready(page);
    expect(await headings()).toEqual(['Back']);
    rmSync(path.join(site, 'content/new'), { recursive: true });
  });

  test('a deck whose layout fails when it is opened is shown when the layout is mended', async () => {
    const layout = path.join(site, 'layouts/deck.hbs');
    writeSiteFile(site, 'layouts/deck.hbs', '{{#each sections}}');
    // The open deck is told, too: by then the server knows of the layout.
    await page.locator('deckwright-problem').waitFor();
    await page.goto(`${server.url}other/`);
    await page.getByText('layout-syntax layouts/deck.hbs').waitFor();
    rmSync(layout);
    await ready(page);
    expect(await headings()).toEqual(['Other']);
  });
});
