/** Decks in a project with Vite, in a browser: live beside the live pages of the project, and built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, createServer, type InlineConfig, preview, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deckPlugin } from '../../src/index.ts';
import { openPage, ready, useBrowser } from '../support/browser.ts';
import { portOf, writeViteProject } from '../support/vite-project.ts';
import { writeSiteFile } from '../support/write-site.ts';

const root = writeViteProject();
const config: InlineConfig = {
  root,
  base: '/app/',
  configFile: false,
  logLevel: 'silent',
  server: { port: 0 },
  preview: { port: 0 },
  plugins: [deckPlugin({ source: 'talks', path: 'talks' })],
};
const browser = useBrowser();
let server: ViteDevServer;
let url: string;
beforeAll(async () => {
  server = await createServer(config);
  await server.listen();
  url = `http://localhost:${portOf(server.httpServer)}/app/`;
});
afterAll(async () => server?.close());

const edit = (file: string, from: string, to: string): void =>
  writeSiteFile(root, file, readFileSync(path.join(root, file), 'utf8').replace(from, to));

test('a saved deck changes in the open page, at the slide where its author is', async () => {
  const { page, problems, externalRequests } = await openPage(browser(), `${url}talks/one/#/1`);
  await page.evaluate(() => Object.assign(window, { marker: true }));
  edit('talks/content/one/_index.md', '# First', '# Changed');
  await expect.poll(() => page.locator('.slides h1').textContent()).toBe('Changed');
  expect(await page.evaluate(() => ['marker' in window, window.Reveal.getIndices().h])).toEqual([true, 1]);
  expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(4);
  expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
  await page.close();
});

test('a mistake lies over the last good deck until it is mended', async () => {
  const { page } = await openPage(browser(), `${url}talks/two/`);
  edit('talks/content/two/_index.md', '# Other', '# Other {{< nope >}}');
  await page.locator('deckwright-problem').getByText('shortcode-unknown').waitFor();
  edit('talks/content/two/_index.md', ' {{< nope >}}', '');
  await page.locator('deckwright-problem').waitFor({ state: 'detached' });
  await page.close();
});

test('the pages of the project are live as before, and hear nothing of the decks', async () => {
  const page = await browser().newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  await page.evaluate(() => Object.assign(window, { marker: true }));
  edit('talks/content/two/_index.md', '# Other', '# Another');
  edit('src/main.css', 'rgb(1, 2, 3)', 'rgb(4, 5, 6)');
  await expect
    .poll(() => page.locator('h1').evaluate((heading) => getComputedStyle(heading).color))
    .toBe('rgb(4, 5, 6)');
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
  edit('src/words.js', 'hello', 'goodbye');
  await expect.poll(() => page.locator('#told').textContent()).toBe('goodbye from the project');
  await page.getByRole('link', { name: 'Talks' }).click();
  await page.getByRole('link', { name: 'Two', exact: true }).click();
  await expect.poll(() => page.locator('.slides h1').textContent()).toBe('Another');
  expect(problems).toEqual([]);
  await page.close();
});

test('an open deck finds the server again that has started anew', async () => {
  const { page } = await openPage(browser(), `${url}talks/two/`);
  const back = page.waitForEvent('websocket');
  await server.restart();
  await back;
  await ready(page);
  // Live, and not only loaded again.
  await page.evaluate(() => Object.assign(window, { marker: true }));
  edit('talks/content/two/_index.md', '# Another', '# Again');
  await expect.poll(() => page.locator('.slides h1').textContent()).toBe('Again');
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
  await page.close();
});

test('built decks run below the project', async () => {
  await build(config);
  const built = await preview(config);
  const { page, problems, externalRequests } = await openPage(
    browser(),
    `http://localhost:${portOf(built.httpServer)}/app/talks/one/`,
  );
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => window.Reveal.getIndices().h)).toBe(1);
  expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
  await page.close();
  await built.close();
});
