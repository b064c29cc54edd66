/** Our own decks, in every built-in theme, have nothing that axe-core finds wrong by WCAG 2.2 AA. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { findMistakes } from '../support/axe.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { THEMES } from '../support/themes.ts';
import { writeSiteFile } from '../support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const DECKS = ['', 'k8s-networking', 'from-hugo'];

/** Our decks as they are, and below the name of each theme once more, with the code style that comes unasked. */
function writeThemes(): string {
  const folder = temporaryFolder();
  for (const name of ['hugo.toml', 'deck-parts', 'content', 'static'])
    if (existsSync(path.join(ROOT, name)))
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  for (const theme of THEMES) {
    for (const deck of DECKS) {
      const text = readFileSync(path.join(ROOT, 'content', deck, '_index.md'), 'utf8')
        .replaceAll(/^(?:theme|highlight_theme|transition) = .*\n/gm, '')
        .replaceAll(/^\[reveal_hugo\]\n/gm, '')
        .replace(
          /^(\+\+\+\n[\s\S]*?\n)(?=\[|\+\+\+)/,
          `$1[reveal_hugo]\ntheme = "${theme}"\nhighlight_theme = "default"\n`,
        );
      writeSiteFile(folder, path.join('content', theme, deck, '_index.md'), text);
    }
  }
  return folder;
}

const browser = useBrowser();
const source = writeThemes();
let server: RunningServer;
beforeAll(async () => {
  const destination = path.join(source, 'public');
  await build({ source, destination, quiet: true });
  server = await preview({ source, destination, port: 0 });
});
afterAll(async () => server?.close());

describe.each(THEMES)('%s', (theme) => {
  // The print view shows every slide at once, each before its background, with all that its steps bring.
  test.each(DECKS)('every slide of /%s', async (deck) => {
    const { page } = await openPage(browser(), `${server.url}${theme}/${deck}${deck && '/'}?print-pdf`);
    await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length > 0);
    expect(await findMistakes(page)).toEqual([]);
    await page.close();
  });
});

test.each(DECKS)('/%s on the screen, slide by slide, with all that stands around them', async (deck) => {
  const { page } = await openPage(browser(), server.url + deck + (deck && '/'));
  // Colours that are on their way are neither the old ones nor the new.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await ready(page);
  const found: string[] = [];
  for (;;) {
    found.push(...(await findMistakes(page)));
    if (await page.evaluate(() => window.Reveal.isLastSlide())) break;
    await page.evaluate(() => {
      const { h, v } = window.Reveal.getIndices();
      const next = window.Reveal.availableRoutes().down ? [h, v + 1] : [h + 1, 0];
      window.Reveal.slide(next[0] ?? 0, next[1], 99);
    });
  }
  expect(found).toEqual([]);
  await page.close();
});
