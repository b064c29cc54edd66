/** One site below any path and from a folder: every page, every link, every file that one of them asks for is there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { ready, useBrowser, type WatchedPage, watchPage } from '../support/browser.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const SITE = `
-- layouts/_default/single.html --
<!doctype html><html lang="en"><head><title>{{ .Title }}</title><link rel="icon" href="data:,"></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}<a href="{{ relref . "/talk" }}">The talk</a></main></body></html>
-- content/about.md --
+++
title = "About"
+++
![](images/x.svg)
-- content/talk/_index.md --
+++
title = "Talk"
outputs = ["Reveal"]
[reveal_hugo]
theme = "league"
+++
# Talk

![beside the page](pic.svg)

[The other]({{< relref "/other" >}}) [and a page]({{< relref "/about" >}})

{{% note %}}
Say *hello*.
{{% /note %}}

---

{{< slide background-image="pic.svg" >}}

## Drawn by a script

\`\`\`mermaid
graph LR
  A --> B
\`\`\`
-- content/talk/pic.svg --
${PICTURE}
-- content/other/_index.md --
+++
title = "Other"
aliases = ["/old"]
outputs = ["Reveal"]
[reveal_hugo]
custom_css = "own.css"
custom_js = "own.js"
+++
{{< slide background-image="../images/x.svg" >}}

# Other

[Back]({{< relref "/talk" >}})
-- static/images/x.svg --
${PICTURE}
-- static/own.css --
.reveal { background-image: url(images/x.svg); }
-- static/own.js --
Reveal.on('ready', () => document.body.classList.add('own'));
`;

/** Where the site is, and what its configuration says for it. */
const places = [
  ['/', 'baseURL = "https://example.org/"'],
  ['/sub/', 'baseURL = "https://example.org/sub/"'],
  ['/a/b/', 'baseURL = "/a/b/"'],
  ['file://', 'relativeURLs = true\nuglyURLs = true'],
] as const;

const browser = useBrowser();

describe.each(places)('%s', (place, config) => {
  const source = writeSite(
    `-- hugo.toml --\ntitle = "Site"\n${config}\n${place === 'file://' ? SITE : SITE.replace('](images/x.svg)', '](../images/x.svg)')}`,
  );
  const destination = path.join(source, 'public');
  let server: RunningServer | undefined;
  let root = '';
  beforeAll(async () => {
    await build({ source, destination, quiet: true });
    if (place !== 'file://') server = await preview({ source, destination, port: 0 });
    root = server?.url ?? `${pathToFileURL(destination).href}/`;
  });
  afterAll(async () => server?.close());

  /** Opens a page; what can't be loaded from a folder counts as what a server refuses. */
  async function open(address: string): Promise<WatchedPage> {
    const watched = await watchPage(browser());
    watched.page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // What somebody has left before it was there.
      if (!reason.includes('ERR_ABORTED')) watched.problems.push(`${reason} ${request.url()}`);
    });
    await watched.page.goto(address);
    if ((await watched.page.locator('body > .reveal').count()) && !address.includes('.miniature.'))
      await ready(watched.page);
    await watched.page.waitForLoadState('networkidle');
    return watched;
  }

  const first = (): string => (place === 'file://' ? `${root}index.html` : root);
  const file = (deck: string): string => `${root}${deck}/${place === 'file://' ? 'index.html' : ''}`;

  test('every page that a link or a frame leads to is there, with all that it asks for', async () => {
    const seen = new Set<string>();
    const problems: string[] = [];
    const waiting = [first(), `${root}404.html`];
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      const watched = await open(address);
      const next = await linksOf(watched.page);
      problems.push(
        ...watched.problems,
        ...watched.externalRequests,
        ...next.filter((link) => !link.startsWith(root)),
      );
      waiting.push(...next);
      await watched.page.close();
    }
    expect(problems).toEqual([]);
    const names = [...seen].map((address) => address.slice(root.length)).sort();
    expect(names).toEqual(
      place === 'file://'
        ? [
            '404.html',
            'about.html',
            'index.html',
            'other/index.html',
            'other/index.miniature.html',
            'talk/index.html',
            'talk/index.miniature.html',
          ]
        : [
            '',
            '404.html',
            'about/',
            'other/',
            'other/index.miniature.html',
            'talk/',
            'talk/index.miniature.html',
          ],
    );
  }, 120_000);

  test('the list is searched, and a result leads to its slide', async () => {
    const { page, problems } = await open(first());
    await page.getByRole('searchbox').fill('drawn');
    await page.locator('[data-deck-results] a').first().click();
    await ready(page);
    expect(page.url()).toBe(`${file('talk')}#/1`);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('the speaker view and a diagram', async () => {
    const { page, problems } = await open(file('talk'));
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await expect
      .poll(() => popup.locator('.speaker-controls-notes .value').innerHTML(), { timeout: 30_000 })
      .toContain('Say <em>hello</em>');
    await popup.close();
    await page.keyboard.press('ArrowRight');
    await page.locator('.mermaid svg').first().waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  test.runIf(place !== 'file://')('404.html leads back from any address', async () => {
    const { page, problems } = await watchPage(browser());
    const wrong = `${root}no/such/folder/page`;
    // As hosts do.
    const body = readFileSync(path.join(destination, '404.html'), 'utf8');
    await page.route(wrong, (route) => route.fulfill({ status: 200, contentType: 'text/html', body }));
    await page.goto(wrong);
    expect(await linksOf(page)).toEqual([root, file('other'), file('talk')]);
    await page.getByRole('link', { name: 'Talk' }).click();
    await ready(page);
    expect(problems).toEqual([]);
    await page.close();
  });
});

/** The whole addresses of the pages that a page leads to and shows, without what comes behind `#`. */
function linksOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href);
    const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe[src]')].map(({ src }) => src);
    const here = location.href.replace(/#.*/, '');
    return [...new Set([...links, ...frames].map((address) => address.replace(/#.*/, '')))].filter(
      (address) => address !== here,
    );
  });
}
