/** PDFs and pictures that a build publishes with its decks: the files, what links them, and the key. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { imageSize } from 'image-size';
import { beforeAll, expect, test } from 'vitest';
import type { BuildResult } from '../../src/bundle/build.ts';
import { build } from '../../src/export/printed/build.ts';
import { preview, type RunningServer } from '../../src/serve/servers.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();
const browser = useBrowser();

const source = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Talks"
[params.reveal_hugo]
og = true
-- content/boats/_index.md --
+++
title = "Boats"
outputs = ["Reveal"]
[reveal_hugo]
download = true
width = 800
height = 450
+++
# Boats

---

## Sails
-- content/cars/_index.md --
+++
title = "Cars"
outputs = ["Reveal"]
images = ["https://example.org/own.png"]
+++
# Cars
`);
const destination = path.join(temporaryFolder(), 'public');
const read = (...names: readonly string[]): string => readFileSync(path.join(destination, ...names), 'utf8');
let result: BuildResult;

beforeAll(async () => {
  result = await build({ source, destination });
});

test('are next to the pages of the decks that ask for them', async () => {
  expect(result.warnings).toEqual([]);
  const pdf = await PDFDocument.load(readFileSync(path.join(destination, 'boats', 'boats.pdf')));
  expect(pdf.getPageCount()).toBe(2);
  const { width, height } = imageSize(readFileSync(path.join(destination, 'boats', 'boats.png')));
  expect([width, height]).toEqual([1200, 675]);
  expect(existsSync(path.join(destination, 'cars', 'cars.pdf'))).toBe(false);
});

test('are linked from the pages and from the list', () => {
  expect(read('boats', 'index.html')).toContain(
    '<link rel="alternate" type="application/pdf" href="boats.pdf" title="Boats">',
  );
  expect(read('boats', 'index.html')).toContain(
    '<meta property="og:image" content="https://example.org/talks/boats/boats.png">',
  );
  // What the author has written stays.
  expect(read('cars', 'index.html')).toContain(
    '<meta property="og:image" content="https://example.org/own.png">',
  );
  expect(read('cars', 'index.html')).not.toContain('application/pdf');
  expect(read('index.html').match(/href="[^"]*\.pdf"/g)).toEqual(['href="boats/boats.pdf"']);
});

test('D downloads the PDF while the deck is shown', async () => {
  const server: RunningServer = await preview({ source, destination, port: 0, quiet: true });
  try {
    const { page, problems } = await openPage(browser(), `${server.url}boats/`);
    const download = page.waitForEvent('download');
    await page.keyboard.press('d');
    expect((await download).suggestedFilename()).toBe('boats.pdf');
    await page.keyboard.press('Shift+Slash');
    await page.getByText('Download the slides as PDF').waitFor();
    expect(problems).toEqual([]);
  } finally {
    await server.close();
  }
});

test('without a browser, one warning says so, and nothing is linked', async () => {
  const before = process.env['CHROME_PATH'];
  process.env['CHROME_PATH'] = path.join(temporaryFolder(), 'nowhere');
  try {
    const other = path.join(temporaryFolder(), 'public');
    const { warnings } = await build({ source, destination: other });
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(
        /^print-unavailable no PDF of 1 deck and no picture of 2 decks is published: CHROME_PATH is .*nowhere, which does not exist$/,
      ),
    ]);
    expect(readFileSync(path.join(other, 'boats', 'index.html'), 'utf8')).not.toContain('boats.pdf');
    expect(readFileSync(path.join(other, 'index.html'), 'utf8')).not.toContain('.pdf"');
  } finally {
    process.env['CHROME_PATH'] = before;
  }
});

test('a picture needs a base URL with a host', async () => {
  const own = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
reveal_hugo = { og = true }
+++
# A
`);
  const { warnings } = await build({ source: own, destination: path.join(temporaryFolder(), 'public') });
  expect(warnings.map(({ message }) => message)).toEqual([
    'no picture of 1 deck is published: baseURL has no host',
  ]);
});
