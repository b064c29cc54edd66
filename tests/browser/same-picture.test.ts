/** What an audience sees of sites that were written for Hugo and reveal-hugo, where it once differed. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, ready, useBrowser, type WatchedPage, watchPage } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const browser = useBrowser();
const faultOf = (name: string): string =>
  temporaryFolder(path.resolve(import.meta.dirname, '..', 'faults', name, 'site'));

const HEAD = '+++\noutputs = ["Reveal"]\n';
const own = writeSite(`
-- hugo.toml --
[markup.highlight]
noClasses = false
-- static/chroma.css --
.chroma { background-color: rgb(1, 2, 3); } .chroma .k { color: rgb(4, 5, 6); }
-- static/over.css --
ul { padding-left: 33px; } figure { margin: 7px; }
-- static/leaf.svg --
${PICTURE}
-- content/classes/_index.md --
${HEAD}[reveal_hugo]
custom_css = "chroma.css"
+++
\`\`\`js
let a
\`\`\`
-- content/over/_index.md --
${HEAD}[reveal_hugo]
custom_css = "over.css"
+++
- a

{{< figure src="/leaf.svg" >}}
-- content/plain/_index.md --
${HEAD}+++
- a
  - b

##### c
-- content/lines/_index.md --
${HEAD}+++
\`\`\`js {hl_lines=1,noClasses=true}
let a; // one
let b; // two
\`\`\`
-- content/styles/_index.md --
${HEAD}+++
\`\`\`js {noClasses=true}
let a
\`\`\`

\`\`\`js {noClasses=true,style=github}
let a
\`\`\`

\`\`\`
plain
\`\`\`

\`\`\`foobar
unknown
\`\`\`
`);

type Opener = (folder: string, address?: string) => Promise<WatchedPage>;

const valueOf = ({ page }: WatchedPage, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe.each(modes)('%s', (_name, start) => {
  const folders = {
    figures: faultOf('figure-pages'),
    highlight: faultOf('own-highlight-style'),
    hugo: faultOf('fences-coloured-by-hugo'),
    logo: faultOf('logo-styled-by-the-author'),
    own,
    reset: faultOf('reset'),
  };
  const servers = new Map<string, RunningServer>();
  const open: Opener = async (folder, address = '') =>
    openPage(browser(), `${servers.get(folder)?.url}${address}`);
  beforeAll(async () => {
    for (const folder of Object.values(folders)) servers.set(folder, await start(folder));
  });
  afterAll(async () => {
    for (const server of servers.values()) await server.close();
  });

  test('the rules of browsers are taken away, as by reset.css', async () => {
    const watched = await open(folders.reset);
    const { page } = watched;
    expect(await valueOf(watched, 'h5', 'font-size')).toBe('42px');
    expect(await valueOf(watched, 'h6', 'font-size')).toBe('42px');
    expect(await valueOf(watched, 'li ul', 'padding')).toBe('0px');
    expect(await valueOf(watched, 'figure', 'margin')).toBe('0px');
    expect(await valueOf(watched, 'iframe', 'border-top-width')).toBe('0px');
    expect(await valueOf(watched, 'td', 'vertical-align')).toBe('baseline');
    await page.goto(`${servers.get(folders.reset)?.url}?print-pdf`);
    await ready(page);
    expect(await valueOf(watched, 'h6', 'font-size')).toBe('42px');
    await page.close();
  });

  test('before anything else has arrived, too', async () => {
    const watched = await watchPage(browser(), { javaScriptEnabled: false });
    await watched.page.goto(`${servers.get(own)?.url}plain/`);
    expect(await valueOf(watched, 'li ul', 'padding-left')).toBe('0px');
    expect(await valueOf(watched, 'h5', 'font-size')).toBe(await valueOf(watched, 'ul', 'font-size'));
    await watched.page.close();
  });

  test('any rule of an author counts over it', async () => {
    const watched = await open(own, 'over/');
    expect(await valueOf(watched, '.slides ul', 'padding-left')).toBe('33px');
    expect(await valueOf(watched, 'figure', 'margin-top')).toBe('7px');
    await watched.page.close();
  });

  test('slides with figures fit on their pages', async () => {
    const { page } = await open(folders.figures, '?print-pdf');
    expect(await page.locator('.pdf-page').count()).toBe(2);
    await page.close();
  });

  test('fences are in the style that Hugo gives them, whatever highlight_theme says', async () => {
    const watched = await open(folders.hugo);
    expect(await valueOf(watched, '.highlight pre', 'background-color')).toBe('rgb(39, 40, 34)');
    expect(await valueOf(watched, '.highlight pre', 'color')).toBe('rgb(248, 248, 242)');
    expect(await valueOf(watched, 'pre code', 'padding')).toBe('5px');
    await watched.page.close();
  });

  test('lines of hl_lines have the ground of the style, and no other line steps back', async () => {
    const { page } = await open(folders.own, 'lines/');
    const looks = await page
      .locator('.code-line')
      .evaluateAll((lines) =>
        lines.map((line) => [
          getComputedStyle(line).backgroundColor,
          getComputedStyle(line).color,
          getComputedStyle(line.querySelector('.code-c1') ?? line).color,
        ]),
      );
    const ink = 'rgb(248, 248, 242)';
    expect(looks[0]?.slice(0, 2)).toEqual(['rgb(60, 61, 56)', ink]);
    expect(looks[1]?.slice(0, 2)).toEqual(['rgba(0, 0, 0, 0)', ink]);
    // What can be read on the ground of the style alone is lighter on that of the line.
    expect(looks[0]?.[2]).not.toBe(looks[1]?.[2]);
    await page.close();
  });

  test('a tab is as wide as the theme says', async () => {
    const { page } = await open(folders.own, 'lines/');
    expect(await page.locator('code').evaluate((code) => getComputedStyle(code).tabSize)).toBe('2');
    await page.close();
  });

  test('several styles stand on one slide, beside code that Hugo does not colour', async () => {
    const watched = await open(own, 'styles/');
    const grounds = await watched.page
      .locator('pre, pre code')
      .evaluateAll((all) =>
        all
          .map((element) => getComputedStyle(element).backgroundColor)
          .filter((it) => it !== 'rgba(0, 0, 0, 0)'),
      );
    expect(grounds).toEqual(['rgb(39, 40, 34)', 'rgb(247, 247, 247)', 'rgb(243, 243, 243)']);
    await watched.page.close();
  });

  test('with noClasses = false, the colours are those of the site’s stylesheet', async () => {
    const watched = await open(own, 'classes/');
    expect(await valueOf(watched, 'pre', 'background-color')).toBe('rgb(1, 2, 3)');
    expect(await valueOf(watched, 'pre .k', 'color')).toBe('rgb(4, 5, 6)');
    await watched.page.close();
  });

  test('a style of code that is in the site is taken', async () => {
    const watched = await open(folders.highlight);
    expect(await valueOf(watched, 'pre code', 'background-color')).toBe('rgb(48, 52, 70)');
    expect(await valueOf(watched, '.hljs-keyword', 'color')).toBe('rgb(202, 158, 230)');
    expect(watched.problems).toEqual([]);
    await watched.page.close();
  });

  test('the author’s rule places the logo, and the ground of a slide covers it', async () => {
    const watched = await open(folders.logo);
    const { page } = watched;
    expect(await valueOf(watched, '#logo', 'width')).toBe('50px');
    const box = await page.locator('#logo').boundingBox();
    expect(box?.x).toBeGreaterThan(1000);
    expect(box?.y).toBeGreaterThan(500);
    const isOnTop = (): Promise<boolean> =>
      page.locator('#logo').evaluate((logo) => {
        const around = document.querySelector('.backgrounds');
        return !around || !(logo.compareDocumentPosition(around) & Node.DOCUMENT_POSITION_FOLLOWING);
      });
    expect(await isOnTop()).toBe(false);
    expect(await valueOf(watched, '#logo', 'z-index')).toBe('auto');
    await page.close();
  });
});

test('the rules of browsers are taken away in the miniatures of a list, too', async () => {
  const watched = await watchPage(browser(), { javaScriptEnabled: false });
  const server = await modes[1]![1](own);
  await watched.page.goto(`${server.url}plain/index.miniature.html`);
  expect(await valueOf(watched, 'li ul', 'padding-left')).toBe('0px');
  expect(await valueOf(watched, '.slides ul', 'margin-left')).toBe('42px');
  expect(await valueOf(watched, 'h5', 'font-size')).toBe(await valueOf(watched, 'ul', 'font-size'));
  await watched.page.close();
  await server.close();
});
