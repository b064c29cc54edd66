/** The first slide, as it is painted before reveal.js has arrived, and as reveal.js leaves it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { ready, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ALL_THEMES } from '../support/themes.ts';
import { atRest } from '../support/wait.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const head = (params: string): string =>
  `+++\ntitle = "Deck"\noutputs = ["Reveal"]\n[reveal_hugo]\n${params}\n+++\n`;
const decks = ALL_THEMES.map(
  (theme) =>
    `-- content/${theme}/_index.md --\n${head(`theme = "${theme}"`)}# A slide\n\nWith words *below* it\n\n- one\n- two\n\n---\n\n# Two\n`,
);
const LAYOUTS = [
  ['cover', '# Title\n\nAuthor'],
  ['section', '## Title\n\nWords'],
  ['statement', '# One sentence'],
  ['quote', '> Words\n>\n> <cite>Author</cite>'],
  ['big-number', '## 42\n\nwords'],
  ['two-columns', '## Title\n\n### A\n\n- one\n\n### B\n\n- two'],
  ['picture-left', '# Title\n\n![Square](/square.svg)\n\nWords'],
  ['picture-full', '![Square](/square.svg)\n\n# Title'],
] as const;
const layoutDecks = LAYOUTS.flatMap(([layout, words]) =>
  ['studio', 'black'].map(
    (theme) =>
      `-- content/${theme}-${layout}/_index.md --\n${head(`theme = "${theme}"`)}{{< slide layout="${layout}" >}}\n\n${words}\n\n---\n\n# Two\n`,
  ),
);
const site = writeSite(`
-- hugo.toml --
title = "Paint"
[markup.goldmark.renderer]
unsafe = true
-- static/square.svg --
${PICTURE}
${decks.join('\n')}
${layoutDecks.join('\n')}
-- content/shaped/_index.md --
${head('theme = "black"\nwidth = 1600\nheight = "80%"\nmargin = 0.2\ncenter = false')}
{{% section %}}
{{< slide background-color="#fafafa" >}}
# In a stack
---
## Below
{{% /section %}}
-- content/stack/_index.md --
${head('theme = "league"\ntransition = "none"')}
{{% section %}}
# In a stack

| a | b |
|---|---|
| 1 | 2 |

> Quoted

---

## Below
{{% /section %}}
-- content/high/_index.md --
${head('theme = "simple"')}
# Higher than the slide

${Array.from({ length: 24 }, (_, n) => `Line ${n}`).join('\n\n')}
-- static/picture.svg --
${PICTURE.replace('width="4" height="2"', 'width="3000" height="2000"')}
-- content/picture/_index.md --
${head('theme = "black"\nfit_images = true')}
# A picture

Words *above* it

![A picture](/picture.svg)

- one
- two
-- content/figures/_index.md --
${head('theme = "studio"\nwidth = 1280\nheight = 720\ncenter = false\nfit_images = true')}
{{% section %}}
# Figures

{{< figure src="/picture.svg" alt="A picture" caption="Caption" >}}

![A picture](/picture.svg) ![A picture](/picture.svg)

---

## Below
{{% /section %}}
-- content/own-rules/_index.md --
${head('theme = "black"')}
<style>.reveal h1 { color: rgb(1, 2, 3) }</style>
# Mine
`);
const browser = useBrowser();
const [own, made] = [temporaryFolder(), temporaryFolder()];
const servers: RunningServer[] = [];
beforeAll(async () => {
  for (const [source, destination] of [
    [ROOT, own],
    [site, made],
  ] as const) {
    await build({ source, destination, quiet: true });
    servers.push(await preview({ source, destination, port: 0 }));
  }
});
afterAll(async () => Promise.all(servers.map((server) => server.close())));

/** Where the parts of the first slide are, and in which colours. */
const looks = (page: Page): Promise<readonly (readonly (number | string)[])[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.slides :is(h1, h2, h3, p, ul, td, img)')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.tagName, getComputedStyle(element).color, ...[x, y, width, height].map(Math.round)];
      }),
  );

/** Opens a page whose scripts wait to be let through. */
async function openHeld(url: string, size: { width: number; height: number }) {
  const page = await browser().newPage({ viewport: size });
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await page.addInitScript(() => {
    const state = { shifts: [] as PerformanceEntry[], complete: Infinity };
    Object.assign(window, { state });
    new PerformanceObserver((list) => state.shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
    // On a busy machine the browser paints the first slide in parts, while it still reads the page.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      requestAnimationFrame(() => requestAnimationFrame((now) => (state.complete = now)));
    });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.slides section').first().waitFor();
  return { page, release };
}

/** How much has moved since the page was complete. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { shifts, complete } = Reflect.get(window, 'state') as {
      shifts: readonly PerformanceEntry[];
      complete: number;
    };
    if (complete === Infinity) throw new Error('the page was never complete');
    const late = shifts.filter(({ startTime }) => startTime >= complete);
    return late.reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0);
  });

const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];
const cases = [
  ...['', 'k8s-networking/'].map((deck) => [0, deck] as const),
  ...[...ALL_THEMES, 'shaped', 'stack', 'high', 'picture', 'figures'].map((deck) => [1, `${deck}/`] as const),
  ...LAYOUTS.flatMap(([layout]) => ['studio', 'black'].map((theme) => [1, `${theme}-${layout}/`] as const)),
];

describe.each(SIZES)('at $width × $height', (size) => {
  test.each(cases)('deck %i/%s stands still when reveal.js takes it over', async (server, deck) => {
    const { page, release } = await openHeld((servers[server]?.url ?? '') + deck, size);
    await atRest(page);
    const before = await looks(page);
    release();
    await ready(page);
    await atRest(page);
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.02);
    expect(before.length).toBeGreaterThan(0);
    // On a phone reveal.js makes a page of all slides, each with the same scale.
    if (size.width > 500) {
      const after = await looks(page);
      expect(after.length).toBe(before.length);
      for (const [n, row] of before.entries())
        for (const [m, value] of row.entries())
          if (typeof value === 'number')
            expect(Math.abs(value - Number(after[n]?.[m]))).toBeLessThanOrEqual(1);
          else expect(after[n]?.[m]).toBe(value);
    }
    await page.close();
  });
});

test('without scripts, every slide can be read, one under the other', async () => {
  const context = await browser().newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${servers[0]?.url}k8s-networking/`);
  const boxes = await Promise.all(
    (await page.locator('.slides > section').all()).map((section) => section.boundingBox()),
  );
  expect(boxes.length).toBeGreaterThan(10);
  for (const [n, box] of boxes.entries())
    expect(box?.y).toBeGreaterThanOrEqual((boxes[n - 1]?.y ?? 0) + (boxes[n - 1]?.height ?? 0) - 1);
  const grounds = await page
    .locator('.reveal, .slides > section')
    .evaluateAll((all) => all.map((element) => getComputedStyle(element).backgroundColor));
  expect(grounds.slice(0, 3)).toEqual(['rgba(0, 0, 0, 0)', 'rgb(22, 50, 92)', 'rgba(0, 0, 0, 0)']);
  await context.close();
});

test('a deck with rules of its own waits for its stylesheet, and they win', async () => {
  expect(readFileSync(path.join(made, 'own-rules', 'index.html'), 'utf8')).not.toContain('deck-waiting');
  const page = await browser().newPage();
  await page.goto(`${servers[1]?.url}own-rules/`);
  await ready(page);
  expect(await page.locator('h1').evaluate((element) => getComputedStyle(element).color)).toBe(
    'rgb(1, 2, 3)',
  );
  await page.close();
});

test('only the files of fonts that the first slide is written in are asked for ahead', () => {
  const text = readFileSync(path.join(own, 'k8s-networking', 'index.html'), 'utf8');
  const files = [...text.matchAll(/rel="preload" href="[^"]*?([\w-]+)-[\w-]{8}\.woff2"/g)].map(
    ([, file]) => file,
  );
  expect(files).toEqual(['manrope-latin-700-normal', 'source-sans-3-latin-400-normal']);
});
