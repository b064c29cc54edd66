/** Diagrams and formulas: drawn where a deck has them, and a burden to no other. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { build, type RunningServer, serve } from '../../src/index.ts';
import { openPage, ready, useBrowser, watchPage } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const HEAD = '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++\n';
const diagram = (word: string): string =>
  `# ${word}\n\n\`\`\`mermaid\ngraph LR\n  a["${word} & <b>x</b>"] --> b\n\`\`\`\n`;
const DIAGRAMS = [1, 2, 3, 4, 5].map((n) => diagram(`D${n}`)).join('\n---\n\n');
const site = writeSite(`
-- hugo.toml --
title = "T"
[params.reveal_hugo]
transition = "none"
-- content/_index.md --
${HEAD}
# Plain
-- content/diagrams/_index.md --
${HEAD}
${DIAGRAMS}
-- content/mistaken/_index.md --
${HEAD}
\`\`\`mermaid
graph LR
  a -->
\`\`\`

---

${diagram('Fine')}
-- content/studio/_index.md --
${HEAD.replace('\n+++\n', '\n[reveal_hugo]\ntheme = "studio-auto"\n+++\n')}
## One

${diagram('Light').replace('# Light', '')}
---

{{< slide background-color="#102040" >}}

${diagram('Dark')}
---

## A high one

\`\`\`mermaid
graph TD
  a --> b --> c --> d --> e --> f --> g --> h
\`\`\`

Below it

---

\`\`\`mermaid
graph LR
  a -->
\`\`\`
-- content/formulas/_index.md --
${HEAD}
\`\`\`math
\\frac{a}{b}
\`\`\`
`);
const folder = writeSite(`
-- hugo.toml --
title = "T"
relativeURLs = true
-- content/diagrams/_index.md --
${HEAD}
${DIAGRAMS}
`);
const browser = useBrowser();
const drawn = (page: Page): Promise<number> => page.locator('.mermaid svg').count();

describe.each(modes)('%s', (mode, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test('diagrams are drawn when their slides come near', async () => {
    const { page, problems, externalRequests } = await watchPage(browser());
    // A browser that is never idle.
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
    await page.goto(`${server.url}diagrams/`);
    await ready(page);
    expect(await drawn(page)).toBe(2);
    const svg = page.locator('section.present .mermaid svg');
    expect((await svg.boundingBox())?.width).toBeGreaterThan(100);
    expect(await svg.textContent()).toContain('D1');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => drawn(page)).toBe(3);
    await page.keyboard.press('o');
    await expect.poll(() => drawn(page)).toBe(5);
    expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
    await page.close();
  });

  test('the others are drawn while the browser is idle, so that the page can be printed as it is', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}diagrams/`);
    await expect.poll(() => drawn(page)).toBe(5);
    expect(await page.evaluate(() => window.Reveal.getIndices().h)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.$$eval('.mermaid svg .nodeLabel', (labels) =>
      labels.map((label) => {
        const { width, height } = label.getBoundingClientRect();
        const { width: room } = label.closest('foreignObject')?.getBoundingClientRect() ?? new DOMRect();
        // Letters are as light as on the screen, and no label is cut off.
        return (
          width > 5 && height > 5 && width <= room + 1 && getComputedStyle(label).color !== 'rgb(0, 0, 0)'
        );
      }),
    );
    expect(seen).toEqual(Array.from({ length: 10 }, () => true));
    expect(problems).toEqual([]);
    await page.close();
  });

  test('all of them are there to be printed, before their pages are measured', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}diagrams/?print-pdf`);
    expect(await drawn(page)).toBe(5);
    expect(await page.locator('.pdf-page').count()).toBe(5);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('one with a mistake shows its text, and the next one is drawn', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}mistaken/`);
    expect(await drawn(page)).toBe(1);
    expect(await page.locator('section.present .mermaid').textContent()).toContain('a -->');
    expect(await page.locator('body > [id^=dmermaid]').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('in a theme of ours, diagrams have the colours and the font of the deck', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}studio/`);
    await expect.poll(() => drawn(page)).toBe(3);
    const look = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('.mermaid')].slice(0, 2).flatMap((diagram) => {
          const [label, shape] = [diagram.querySelector('.nodeLabel'), diagram.querySelector('.node rect')];
          if (!label || !shape) return [];
          const { color, fontFamily } = getComputedStyle(label);
          return [color, fontFamily.split(',')[0] ?? '', getComputedStyle(shape).stroke];
        }),
      );
    const [light, dark] = ['rgb(27, 31, 39)', 'rgb(236, 239, 244)'];
    expect(await look()).toEqual([
      light,
      '"Source Sans 3"',
      'rgb(36, 96, 216)',
      dark,
      '"Source Sans 3"',
      dark,
    ]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(async () => (await look())[0]).toBe(dark);
    await expect.poll(() => drawn(page)).toBe(3);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('in a theme of ours, a diagram is as large as its text asks for, or as the slide has room', async () => {
    const { page, problems } = await openPage(browser(), `${server.url}studio/`);
    const height = (await page.locator('section.present .nodeLabel').first().boundingBox())?.height ?? 0;
    expect(height).toBeGreaterThan(24);
    await page.evaluate(() => window.Reveal.slide(2));
    await ready(page);
    const [drawing, below, slides] = await Promise.all(
      ['section.present svg', 'section.present > p', '.slides'].map((place) =>
        page.locator(place).first().boundingBox(),
      ),
    );
    expect(drawing?.height).toBeGreaterThan(300);
    expect((drawing?.y ?? 0) + (drawing?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThan((slides?.y ?? 0) + (slides?.height ?? 0));
    expect(problems).toEqual([]);
    await page.close();
  });

  test('in a theme of ours, one with a mistake is shown as code, and its author sees the message', async () => {
    const { page } = await openPage(browser(), `${server.url}studio/#/3`);
    const diagram = page.locator('section.present .mermaid');
    expect(await diagram.locator('pre > code').textContent()).toBe('graph LR\n  a -->');
    const messages = await diagram.locator('.diagram-message').allTextContents();
    expect(messages.map((message) => /Parse error/.test(message))).toEqual(mode === 'dev' ? [true] : []);
    await page.close();
  });

  test('formulas are set in their own fonts', async () => {
    const { page, problems, externalRequests } = await openPage(browser(), `${server.url}formulas/`);
    await page.waitForLoadState('networkidle');
    const fonts = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(fonts.filter((family) => family.includes('KaTeX')).length).toBeGreaterThan(0);
    expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
    await page.close();
  });

  test('a deck without any of them loads nothing of them', async () => {
    const page = await browser().newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(server.url);
    await page.waitForSelector('html[data-deck=ready]');
    expect(requests.filter((url) => /mermaid|katex|-math/i.test(url))).toEqual([]);
    await page.close();
  });
});

test('a diagram that is edited is drawn again', async () => {
  const server = await serve({ source: site, port: 0, quiet: true });
  const { page, problems } = await openPage(browser(), `${server.url}diagrams/`);
  const text = (): Promise<string> => page.locator('section.present .mermaid').innerText();
  await expect.poll(text).toContain('D1');
  writeSiteFile(site, 'content/diagrams/_index.md', `${HEAD}\n${DIAGRAMS.replace('"D1 ', '"Changed ')}`);
  await expect.poll(text).toContain('Changed');
  expect(await page.locator('section.present .mermaid svg').count()).toBe(1);
  expect(problems).toEqual([]);
  await page.close();
  await server.close();
});

test('opened from a folder, diagrams wait for their slides as anywhere else', async () => {
  const destination = path.join(folder, 'public');
  await build({ source: folder, destination, quiet: true });
  const { page, problems } = await watchPage(browser());
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(pathToFileURL(path.join(destination, 'diagrams', 'index.html')).href);
  await ready(page);
  await page.waitForLoadState('load');
  expect(await drawn(page)).toBe(2);
  // In the colours of the deck.
  expect(await page.locator('.mermaid-dark svg').count()).toBe(2);
  expect(problems).toEqual([]);
  await page.close();
});
