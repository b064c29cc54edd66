/**
 * Nothing that axe-core finds wrong by WCAG 2.2 AA: in a deck of every element in each built-in theme, and in our own
 * decks as they are. Contrast of every theme and code style is arithmetic in tests/bundle/styles/contrast.test.ts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { findViolations } from '../support/axe.ts';
import { isOwnTheme } from '../../src/types.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ALL_THEMES } from '../support/themes.ts';
import { writeSiteFile } from '../support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SPECIMEN = path.join(ROOT, 'tests', 'specimen', 'elements');
const DECKS = ['', 'k8s-networking', 'from-hugo'];

const browser = useBrowser();

/** Builds a site for the tests of this file, and serves it. */
function useBuilt(source: string): () => string {
  const destination = temporaryFolder();
  let server: RunningServer;
  beforeAll(async () => {
    await build({ source, destination, quiet: true });
    server = await preview({ source, destination, port: 0 });
  });
  afterAll(async () => server?.close());
  return () => server.url;
}

/** The specimen in each theme, with the code style that comes unasked. */
function writeThemes(): string {
  const folder = temporaryFolder(SPECIMEN);
  const elements = readFileSync(path.join(SPECIMEN, 'elements.md'), 'utf8');
  for (const theme of ALL_THEMES)
    writeSiteFile(
      folder,
      `content/${theme}/_index.md`,
      `+++\ntitle = "${theme}"\noutputs = ["Reveal"]\n[reveal_hugo]\ntheme = "${theme}"\nhighlight_theme = "${isOwnTheme(theme) ? 'studio' : 'default'}"\n+++\n${elements}`,
    );
  return folder;
}

const themes = useBuilt(writeThemes());
const own = useBuilt(ROOT);

/** The print view shows every slide at once, each before its background, with all that its steps bring. */
async function findInPrint(address: string): Promise<readonly string[]> {
  const { page } = await openPage(browser(), `${address}?print-pdf`);
  // The pages are there before their last style is.
  await page.waitForSelector('html[data-deck-pages=ready]');
  await ready(page);
  const found = await findViolations(page);
  await page.close();
  return found;
}

test.each(ALL_THEMES)('every element in the theme %s', async (theme) => {
  expect(await findInPrint(`${themes()}${theme}/`)).toEqual([]);
});

test.each(DECKS)('every slide of /%s', async (deck) => {
  expect(await findInPrint(own() + deck + (deck && '/'))).toEqual([]);
});

test.each(DECKS)('/%s on the screen, slide by slide, with all that stands around them', async (deck) => {
  const { page } = await openPage(browser(), own() + deck + (deck && '/'));
  // Colours that are on their way are neither the old ones nor the new.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await ready(page);
  const found: string[] = [];
  for (;;) {
    found.push(...(await findViolations(page)));
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
