/** A site with decks of every kind of slide, and its grid of all slides in a browser. */
import type { Locator, Page } from 'playwright-core';
import { PICTURE, writeSite } from './write-site.ts';

export const GRID_THEMES = ['studio', 'studio-dark', 'black', 'serif'];

const text = (theme: string): string => `+++
title = "Boats"
outputs = ["Reveal"]
[reveal_hugo]
theme = "${theme}"
transition = "none"
+++

# Boats and $n$ oars

---

## Words

{{% fragment %}}One{{% /fragment %}}

<input type="radio" name="sail" id="sail" checked>

{{% note %}}
Put aside
{{% /note %}}

---

{{% section %}}

## Above

---

{{< slide background-color="#123456" >}}

## Below

{{% /section %}}

---

{{< slide background-image="/picture.svg" >}}

Only words, no heading

---

## Stretched

![A boat](/picture.svg)
{.r-stretch}

---

<section data-visibility="hidden">

## Hidden

</section>

---

## Frame

<iframe src="/frame/" width="400" height="200" title="Frame"></iframe>

---

<h2 class="r-fit-text">Fit to the width</h2>

---

## Drawn

<canvas id="canvas" width="200" height="100"></canvas>

<script>
const context = document.getElementById('canvas').getContext('2d');
context.fillStyle = '#00a000';
context.fillRect(0, 0, 200, 100);
</script>
${Array.from({ length: 12 }, (_, n) => `\n---\n\n## Oar ${n + 1}\n`).join('')}
---

## Last
`;

export const GRID_TITLES = [
  'Boats and n oars',
  'Words',
  'Above',
  'Below',
  'Only words, no heading',
  'Stretched',
  'Frame',
  'Fit to the width',
  'Drawn',
  ...Array.from({ length: 12 }, (_, n) => `Oar ${n + 1}`),
  'Last',
];

/** Writes the site for the tests of a file. */
export const writeGridSite = (): string =>
  writeSite(`
-- hugo.toml --
title = "Grid"
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
inline = [["$", "$"]]
-- layouts/_default/_markup/render-passthrough.html --
<i>{{ .Inner }}</i>
-- static/picture.svg --
${PICTURE}
-- static/frame/index.html --
<p>In a frame
${GRID_THEMES.map((theme) => `-- content/${theme}/_index.md --\n${text(theme)}`).join('\n')}`);
export const grid = (page: Page): Locator => page.locator('dialog.deck-grid');
export const titles = (page: Page): Promise<readonly string[]> =>
  page.locator('.deck-grid-title').allInnerTexts();
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('.deck-grid-title')?.textContent ?? '');
export const position = (page: Page): Promise<object> => page.evaluate(() => window.Reveal.getIndices());

export async function openGrid(page: Page, key = 't'): Promise<void> {
  await page.keyboard.press(key);
  await grid(page).waitFor();
}

/** The item of the slide with a title, when its miniature is there. */
export async function itemOf(page: Page, title: string): Promise<Locator> {
  const item = page
    .locator('.deck-grid > ol > li')
    .filter({ has: page.locator('.deck-grid-title', { hasText: new RegExp(`^${title}`) }) });
  await item.scrollIntoViewIfNeeded();
  await item.locator('.slides section').first().waitFor({ state: 'attached' });
  return item;
}
