/** Stylesheets that authors bring, as they are seen. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { serve } from '../../src/index.ts';
import { openPage, ready, type WatchedPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { PICTURE, writeSite, writeSiteFile } from '../support/write-site.ts';

const deck = (params: string): string =>
  `+++\ntitle = "T"\noutputs = ["Reveal"]\n[reveal_hugo]\n${params}\n+++\n# Words\n`;
const THEME = `@import "../template/mixins";
@import "../template/settings";
$backgroundColor: #123456;
$headingColor: #fedcba;
@import "../template/theme";
.reveal h1 { background: url(../images/a.svg) }
`;
const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Styles"
-- assets/css/own.scss --
${THEME}
-- static/images/a.svg --
${PICTURE}
-- static/css/plain.css --
:root { --r-background: #010203; --r-background-color: #010203 } .reveal-viewport { background: var(--r-background) }
-- static/css/over.css --
.reveal h1 { color: rgb(1, 1, 1) }
-- content/_index.md --
${deck('custom_theme = "css/own.scss"\ncustom_theme_compile = true')}
-- content/targeted/_index.md --
${deck('custom_theme = "css/own.scss"\n[reveal_hugo.custom_theme_options]\ntargetPath = "styles/made.css"')}
-- content/plain/_index.md --
${deck('custom_theme = "/css/plain.css"\ncustom_css = "css/over.css"')}
-- content/lung/_index.md --
${deck('custom_theme = "reveal-hugo/themes/sunblind.css"')}
-- content/paper/_index.md --
${deck('highlight_theme = "brown-paper"')}
-- content/missing/_index.md --
${deck('theme = "white"\ncustom_theme = "css/none.css"')}
`);
const browser = useBrowser();
const styleOf = ({ page }: WatchedPage, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe.each(modes)('%s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test.each([
    ['', 'rgb(18, 52, 86)', 'rgb(254, 220, 186)'],
    ['plain/', 'rgb(1, 2, 3)', 'rgb(1, 1, 1)'],
    ['lung/', 'rgb(255, 255, 255)', 'rgb(20, 20, 20)'],
    ['paper/', 'rgb(25, 25, 25)', 'rgb(255, 255, 255)'],
    ['missing/', 'rgb(255, 255, 255)', 'rgb(34, 34, 34)'],
  ])('/%s has its ground and its letters', async (address, ground, letters) => {
    const watched = await openPage(browser(), server.url + address);
    await watched.page.waitForLoadState('networkidle');
    expect(await styleOf(watched, '.reveal-viewport', 'background-color')).toBe(ground);
    expect(await styleOf(watched, '.reveal h1', 'color')).toBe(letters);
    expect({ problems: watched.problems, foreign: watched.externalRequests }).toEqual({
      problems: [],
      foreign: [],
    });
    await watched.page.close();
  });

  test('a compiled stylesheet is where its options say', async () => {
    const { page } = await openPage(browser(), `${server.url}targeted/`);
    expect(await page.locator('link[href$="styles/made.css"]').count()).toBe(1);
    await page.close();
  });
});

test('a stylesheet that is edited is compiled again, and a mistake in it interrupts nobody', async () => {
  const server = await serve({ source: site, port: 0, quiet: true });
  const watched = await openPage(browser(), server.url);
  const { page } = watched;
  const ground = (): Promise<string> => styleOf(watched, '.reveal-viewport', 'background-color');
  expect(await ground()).toBe('rgb(18, 52, 86)');
  writeSiteFile(site, path.join('assets', 'css', 'own.scss'), THEME.replace('#123456', '#654321'));
  await expect.poll(ground).toBe('rgb(101, 67, 33)');
  await ready(page);
  writeSiteFile(site, path.join('assets', 'css', 'own.scss'), `${THEME}.a { color: $none }\n`);
  await page.locator('deckwright-problem').waitFor();
  expect(await ground()).toBe('rgb(101, 67, 33)');
  writeSiteFile(site, path.join('assets', 'css', 'own.scss'), THEME);
  await expect.poll(ground).toBe('rgb(18, 52, 86)');
  await page.close();
  await server.close();
});

test('a deck whose stylesheet has never compiled follows its words all the same', async () => {
  const file = path.join('assets', 'css', 'own.scss');
  writeSiteFile(site, file, `${THEME}.a { color: $none }\n`);
  const server = await serve({ source: site, port: 0, quiet: true });
  const { page } = await openPage(browser(), server.url);
  const head = path.join('content', '_index.md');
  writeSiteFile(site, head, `${readFileSync(path.join(site, head), 'utf8')}\nWritten later\n`);
  await page.getByText('Written later').waitFor();
  await page.close();
  await server.close();
  writeSiteFile(site, file, THEME);
});
