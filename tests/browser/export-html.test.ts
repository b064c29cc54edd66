/** Decks as single pages: opened from disk in a browser without a network, under the policy that is printed. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exportHtml, type HtmlOptions } from '../../src/export/html/html.ts';
import { ready, useBrowser, watchPage } from '../support/browser.ts';
import { drawPicture, VIDEO } from '../support/pictures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const browser = useBrowser();

/** A page that was exported, opened in a browser without a network. */
interface OpenFile {
  readonly page: Page;
  readonly problems: readonly string[];
  /** Requests of anything but the file itself and what is inside. */
  readonly requests: readonly string[];
  close(this: void): Promise<void>;
}

/** Exports a deck, moves its file elsewhere with the policy in it, and opens it. */
async function openExported(options: HtmlOptions, hash = ''): Promise<OpenFile> {
  const output = path.join(temporaryFolder(), 'deck.html');
  const { files } = await exportHtml({ ...options, output });
  const html = readFileSync(output, 'utf8');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${files[0]?.policy}">`;
  const moved = path.join(temporaryFolder(), 'moved.html');
  writeFileSync(moved, html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${meta}`));
  const { page, problems } = await watchPage(browser(), { offline: true });
  const requests: string[] = [];
  const own = pathToFileURL(moved).href;
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(?:data|blob|about):/.test(url)) requests.push(url.slice(0, 200));
  });
  await page.goto(own + hash);
  await ready(page);
  return { page, problems, requests, close: () => page.context().close() };
}

/** What the deck with all features has in no file. */
const LEFT_OUT: readonly unknown[] = [
  ['/: the page frame/page.html in a frame is missing in the file', true],
];

const position = (page: Page): Promise<number> => page.evaluate(() => window.Reveal.getIndices().h);

/** Opens the speaker view, which shows notes and the slide, and follows. */
async function checkSpeakerView(page: Page, words: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opened;
  const notes = speaker.locator('.speaker-controls-notes .value');
  await expect.poll(() => notes.textContent(), { timeout: 20_000 }).toContain(words);
  const before = await position(page);
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => speaker.frames()[1]?.evaluate(() => window.Reveal.getIndices().h), { timeout: 20_000 })
    .toBe(before + 1);
  await speaker.close();
}

const everything = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
-- content/_index.md --
+++
outputs = ["Reveal"]
title = "Everything"
+++
# Everything é

![](/pic.svg)

{{% note %}}
Say *hello*.
{{% /note %}}

---

{{< slide background-image="pic.svg, /pic.svg" >}}

## Pictures

<div id="painted" style="width:40px;height:40px;background-image:url('/pic.svg')"></div>
<img id="sized" srcset="/pic.svg 1x, /talks/pic.svg 2x" alt="">

---

{{< slide background-video="/clip.webm" background-video-muted="true" >}}

## Background

---

## Film

<video id="film" src="/clip.webm" poster="/pic.svg"></video>

---

## Diagram and formula

\`\`\`math
a^2
\`\`\`

\`\`\`mermaid
graph LR
  A --> B
\`\`\`

\`\`\`js {1|2}
const one = 1;
const two = "</script><!--<script>";
\`\`\`
-- static/pic.svg --
${PICTURE}
`);
copyFileSync(VIDEO, path.join(everything, 'static', 'clip.webm'));

describe('opened from disk without a network', () => {
  test('pictures, videos, formulas and diagrams are inside', async () => {
    const { page, problems, requests, close } = await openExported({ source: everything });
    expect(await page.locator('.slides img').first().evaluate(isLoaded)).toBe(true);
    await page.keyboard.press('ArrowRight');
    const background = page.locator('.slide-background.present .slide-background-content');
    const style = await background.evaluate((element) => getComputedStyle(element).backgroundImage);
    expect(style.match(/url\("data:image\/svg/g)).toHaveLength(2);
    await expect.poll(() => page.locator('#sized').evaluate(isLoaded)).toBe(true);
    await page.keyboard.press('ArrowRight');
    const video = page.locator('.slide-background.present video');
    await expect.poll(() => video.evaluate(hasFrames)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('video#film').evaluate(hasFrames)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.locator('.mermaid svg').waitFor();
    const fonts = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(fonts.join()).toContain('KaTeX_Math');
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
    await close();
  });

  test('the speaker view shows the notes and follows', async () => {
    const { page, problems, requests, close } = await openExported({ source: everything });
    await checkSpeakerView(page, 'hello');
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
    await close();
  });

  test('search', async () => {
    const { page, problems, close } = await openExported({ source: everything });
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('Diagram');
    await page.keyboard.press('Enter');
    await expect.poll(() => position(page)).toBe(4);
    expect(problems).toEqual([]);
    await close();
  });

  test('a picture in several places is inside once, and fonts have only the letters of the deck', async () => {
    const source = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
title = "Often"
+++
# Schön

![one](/logo.png)

---

{{< slide background-image="/logo.png" >}}

![two](/logo.png) Größe → *kursiv*
`);
    mkdirSync(path.join(source, 'static'));
    writeFileSync(path.join(source, 'static', 'logo.png'), await drawPicture(browser(), 'png', [800, 600]));
    const output = path.join(temporaryFolder(), 'deck.html');
    await exportHtml({ source, output });
    const html = readFileSync(output, 'utf8');
    expect(html.match(/data:image\/png;base64,[\w+/]{600}/g)).toHaveLength(1);
    const { page, problems, requests, close } = await openExported({ source });
    await page.evaluate(() => window.Reveal.next());
    await expect
      .poll(() =>
        page
          .locator('.slides img')
          .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
      )
      .toEqual([800, 800]);
    const background = page.locator('.slide-background.present .slide-background-content');
    expect(await background.evaluate((element) => getComputedStyle(element).backgroundImage)).toMatch(
      /^url\("data:image\/png/,
    );
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: 'section.present p',
    });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.filter(({ isCustomFont }) => isCustomFont).map(({ familyName }) => familyName)).toContain(
      'Source Sans Pro',
    );
    const missing = fonts.filter(({ isCustomFont }) => !isCustomFont);
    expect(missing.reduce((sum, { glyphCount }) => sum + glyphCount, 0)).toBeLessThanOrEqual(1);
    await close();
  });

  test('the deck with all features, without its notes, and what is left out', async () => {
    const source = temporaryFolder(path.resolve(import.meta.dirname, '..', 'fixtures', 'export'));
    copyFileSync(VIDEO, path.join(source, 'static', 'clip.webm'));
    const output = path.join(temporaryFolder(), 'deck.html');
    const options = { source, decks: ['/'], baseURL: '/decks/', withoutNotes: true };
    const { warnings, slides } = await exportHtml({ ...options, output });
    const html = readFileSync(output, 'utf8');
    for (const words of ['Say <em>this</em> first', 'Words for the second step'])
      expect(html).not.toContain(words);
    expect(html).not.toMatch(/<aside[^>]*notes|data-notes=/);
    expect(slides).toBeGreaterThan(5);
    expect(
      warnings
        .filter(({ code }) => code === 'export-left-out')
        .map(({ message, line }) => [message, line > 0]),
    ).toEqual(LEFT_OUT);
    const { page, problems, requests, close } = await openExported(options);
    const count = await page.evaluate(() => window.Reveal.getTotalSlides());
    for (let n = 0; n < count * 3; n++) await page.evaluate(() => window.Reveal.next());
    expect({ problems, requests }).toEqual({ problems: [], requests: [] });
    await close();
  });

  test.each(['/', '/k8s-networking/'])(
    'our deck %s, slide by slide, under a policy of hashes',
    async (deck) => {
      const { page, problems, requests, close } = await openExported({ source: ROOT, decks: [deck] });
      const count = await page.evaluate(() => window.Reveal.getTotalSlides());
      for (let n = 0; n < count; n++) await page.evaluate(() => window.Reveal.next());
      const late = await page
        .locator('.slides img')
        .evaluateAll((images) =>
          images.filter(
            (image) => image.hasAttribute('src') && !(image as HTMLImageElement).src.startsWith('data:'),
          ),
        );
      expect({ problems, requests, late }).toEqual({ problems: [], requests: [], late: [] });
      await close();
    },
  );
});

const isLoaded = (image: Element): boolean => (image as HTMLImageElement).naturalWidth > 0;
const hasFrames = (film: Element): boolean => (film as HTMLVideoElement).readyState >= 2;
