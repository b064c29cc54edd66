/** A site with relativeURLs, opened from its folder: no server, and so no modules. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
relativeURLs = true
uglyURLs = true
baseURL = "https://example.org/talks/"
title = "Folder"
-- static/pic.svg --
${PICTURE}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# A

![](/pic.svg)

[The other deck](/talk/)

{{% note %}}
Say *hello*.
{{% /note %}}

---

# B
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
title = "Talk"
[reveal_hugo]
plugins = [{name = "RevealExtra", source = "/extra.js"}]
+++
# Talk

\`\`\`mermaid
graph LR
  A --> B
\`\`\`
-- static/extra.js --
const RevealExtra = () => ({ id: 'extra' });
`);
const destination = path.join(site, 'public');
const browser = useBrowser();
const addressOf = (file: string): string => pathToFileURL(path.join(destination, file)).href;

beforeAll(() => build({ source: site, destination, quiet: true }));

describe('from a folder', () => {
  test('a deck is shown and driven, with its fonts and pictures', async () => {
    const { page, problems } = await openPage(browser(), addressOf('index.html'));
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.slides img').evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(
      4,
    );
    const fonts = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded'));
    expect(fonts.length).toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => window.Reveal.getIndices().h === 1);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('search, zoom and the speaker view are there', async () => {
    const { page, problems } = await openPage(browser(), addressOf('index.html'));
    expect(await page.evaluate(() => Object.keys(window.Reveal.getPlugins()))).toEqual(
      expect.arrayContaining(['notes', 'search', 'zoom']),
    );
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    // Two small decks are loaded in it first.
    await expect
      .poll(() => popup.locator('.speaker-controls-notes .value').innerHTML(), { timeout: 20_000 })
      .toContain('Say <em>hello</em>');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a deck with a plugin and a diagram', async () => {
    const { page, problems } = await openPage(browser(), addressOf('talk/index.html'));
    await page.locator('.mermaid svg').waitFor();
    expect(await page.evaluate(() => Object.keys(window.Reveal.getPlugins()))).toContain('extra');
    expect(problems).toEqual([]);
    await page.close();
  });
});
