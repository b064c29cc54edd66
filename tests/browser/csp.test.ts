/** A built deck works under a strict Content-Security-Policy: the one that docs/publish.md names. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { readPolicy } from '../support/policy.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
title = "Policy"
-- content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
slide_number = true
+++
# A

![](pic.svg)

{{% note %}}
Say *hello*.
{{% /note %}}

---

{{< slide background-color="#123" >}}

## Code

\`\`\`js {1|2}
const a = 1;
const b = 2;
\`\`\`

$$x^2$$

- {{% fragment %}}last{{% /fragment %}}

---

# C
-- content/pic.svg --
${PICTURE}
-- content/scripts/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
custom_js = "custom.js"
+++
# With a script
-- content/plugin/_index.md --
+++
outputs = ["Reveal"]
[[reveal_hugo.plugins]]
name = "RevealOwn"
source = "plugin.js"
+++
# With a plugin

{{% note %}}
Say *more*.
{{% /note %}}
-- static/plugin.js --
const RevealOwn = { id: 'own', init() { window.plugin = true; } };
-- static/custom.js --
Reveal.on('ready', () => { window.custom = true; });
`);
const destination = path.join(site, 'public');
const browser = useBrowser();

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The policy of docs/publish.md, or the stricter one, with the hashes of the page's own rules for its first slide. */
function policyFor(html: string, isStricter: boolean): string {
  const policy = readPolicy();
  expect(policy).toContain("script-src 'self'; style-src 'self' 'unsafe-inline';");
  if (!isStricter) return policy;
  const hashes = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return policy.replace(
    "style-src 'self' 'unsafe-inline'",
    `style-src 'self' ${hashes.join(' ')}; style-src-attr 'unsafe-inline'`,
  );
}

let server: Server;
let address = '';
beforeAll(async () => {
  await build({ source: site, destination, quiet: true });
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = path.join(destination, pathname);
    const file =
      existsSync(wanted) && statSync(wanted).isDirectory() ? path.join(wanted, 'index.html') : wanted;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const policy =
      type.startsWith('text/html') && policyFor(readFileSync(file, 'utf8'), searchParams.has('stricter'));
    response.writeHead(200, { 'Content-Type': type, ...(policy && { 'Content-Security-Policy': policy }) });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server?.close());

describe('under a strict policy', () => {
  test.each(['', '?stricter'])(
    'a deck is shown, driven and surveyed without a violation%s',
    async (query) => {
      const { page, problems } = await openPage(browser(), address + query);
      await page.keyboard.press('Space');
      await page.locator('.highlight-line', { hasText: 'a = 1' }).waitFor();
      await page.keyboard.press('Space');
      await page.keyboard.press('Space');
      await page.locator('li .fragment.visible').waitFor();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => window.Reveal.getIndices().h === 2);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => window.Reveal.isOverview());
      await page.keyboard.press('Escape');
      expect(
        await page.locator('.slides img').evaluate((img) => (img as HTMLImageElement).naturalWidth),
      ).toBe(4);
      await page.waitForLoadState('networkidle');
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  test('the page has no script in it, and the styles of its elements are set by scripts', async () => {
    const html = readFileSync(path.join(destination, 'index.html'), 'utf8');
    expect(html.match(/<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>/g)).toBeNull();
    expect(html).not.toMatch(/\son\w+="/);
  });

  test('the print view', async () => {
    const { page, problems } = await openPage(browser(), `${address}?print-pdf`);
    await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length > 0);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a deck with a script of its author', async () => {
    const { page, problems } = await openPage(browser(), `${address}scripts/?stricter`);
    expect(await page.evaluate(() => Reflect.get(window, 'custom'))).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a deck with a plugin, which is a constant of its script', async () => {
    const { page, problems } = await openPage(browser(), `${address}plugin/?stricter`);
    expect(await page.evaluate(() => Reflect.get(window, 'plugin'))).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each([
    ['', 'hello'],
    ['plugin/', 'more'],
  ])('the speaker view of /%s', async (folder, words) => {
    const { page, problems } = await openPage(browser(), address + folder);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('s');
    const speaker = await opened;
    await speaker.locator('.speaker-controls-notes em', { hasText: words }).waitFor();
    expect(await speaker.evaluate(() => [...document.scripts].filter(({ src }) => src === '').length)).toBe(
      0,
    );
    expect(problems).toEqual([]);
    await speaker.close();
    await page.close();
  });
});
