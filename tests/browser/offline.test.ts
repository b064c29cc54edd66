/** A deck that asks for it is there without a network, once it has been opened; any other leaves the browser alone. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { ready, useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite, writeSiteFile } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Offline"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Not kept
-- content/kept/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
offline = true
custom_css = "own.css"
+++
# Kept

---

# Pictures

![](near.svg) ![](../far%20away.svg)
-- content/kept/near.svg --
${PICTURE}
-- static/far away.svg --
${PICTURE}
-- static/by-style.svg --
${PICTURE}
-- static/unused.svg --
${PICTURE}
-- static/own.css --
.reveal h1 { background: url("by-style.svg") }
`);
const destination = temporaryFolder();
const browser = useBrowser();
const worker = (): string => readFileSync(path.join(destination, 'deck-offline.js'), 'utf8');
const filesOf = (text: string): readonly string[] =>
  JSON.parse(/^const FILES = (.*);$/m.exec(text)?.[1] ?? '[]') as string[];
const versionOf = (text: string): string | undefined => /^const VERSION = "(\w+)"/m.exec(text)?.[1];

let server: RunningServer;
beforeAll(async () => {
  await build({ source: site, destination, quiet: true });
  server = await preview({ source: site, destination, port: 0 });
});
afterAll(async () => server?.close());

describe('a deck for offline use', () => {
  test('its page, the bundle, and what they name are kept, and nothing else', () => {
    const files = filesOf(worker());
    const own = files.filter((file) => !file.startsWith('deck-assets/'));
    expect([...own].sort()).toEqual(['by-style.svg', 'far%20away.svg', 'kept/', 'kept/near.svg', 'own.css']);
    expect(files.some((file) => /^deck-assets\/.*\.js$/.test(file))).toBe(true);
  });

  test('it is shown and driven without a network, below the base path', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}kept/`);
    await ready(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.goto(`${server.url}kept/?again#/1`);
    await ready(page);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth === 4),
    );
    await context.close();
  });

  test('a deck that does not ask registers nothing', async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(server.url);
    await ready(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await context.close();
  });

  test('another picture makes another version', async () => {
    const before = versionOf(worker());
    await build({ source: site, destination, quiet: true });
    expect(versionOf(worker())).toBe(before);
    writeSiteFile(site, 'static/by-style.svg', PICTURE.replace('rect', 'rect '));
    await build({ source: site, destination, quiet: true });
    expect(versionOf(worker())).not.toBe(before);
  });

  test('offline = false takes the worker back, and without a word there is none', async () => {
    const head = readFileSync(path.join(site, 'content/kept/_index.md'), 'utf8');
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}kept/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    writeSiteFile(site, 'content/kept/_index.md', head.replace('offline = true', 'offline = false'));
    await build({ source: site, destination, quiet: true });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    await context.close();
    writeSiteFile(site, 'content/kept/_index.md', head.replace('offline = true\n', ''));
    const clean = path.join(destination, 'clean');
    await build({ source: site, destination: clean, quiet: true });
    expect(existsSync(path.join(clean, 'deck-offline.js'))).toBe(false);
  });
});
