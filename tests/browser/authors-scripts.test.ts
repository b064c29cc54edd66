/** Scripts that authors bring run in the order of the theme, and find reveal.js when they do. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer, serve } from '../../src/index.ts';
import { openPage, useBrowser, type WatchedPage } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const deck = (params: string, text = '# A\n\n---\n\n# B\n'): string => `+++
title = "T"
outputs = ["Reveal"]
[reveal_hugo]
transition = "none"
${params}
+++
${text}`;

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Scripts"
-- static/js/menu.js --
window.order = [];
order.push('menu ' + typeof Reveal.on + ' ' + typeof RevealNotes);
const RevealMenu = () => ({ id: 'menu', init: (deck) => { order.push('menu init ' + deck.getConfig().menu.side); } });
-- static/js/old.js --
order.push('old ' + Reveal.getCurrentSlide() + ' ' + Reveal.getConfig().transition);
Reveal.addEventListener('ready', () => order.push('old ready'));
Reveal.configure({ slideNumber: true });
-- static/js/typed.js --
window.typed = function typed() { throw new Error('no plugin'); };
order.push('typed');
-- static/js/custom.js --
order.push('custom ' + Reveal.getConfig().controls + ' ' + Reveal.getTotalSlides());
Reveal.on('slidechanged', () => order.push('changed'));
-- static/js/starts.js --
window.started = Reveal.initialize({ loop: true, plugins: [{ id: 'extra', init: () => { window.extra = true; } }] });
-- static/js/starts-early.js --
window.early = Reveal.initialize({ rtl: true, controls: false });
-- static/css/menu.css --
.menu-style { color: red }
-- content/_index.md --
${deck(`
custom_js = "js/custom.js"
[reveal_hugo.menu]
side = "left"
[[reveal_hugo.plugins]]
source = "js/old.js"
order = 7
[[reveal_hugo.plugins]]
name = "RevealMenu"
source = "js/menu.js"
css = "css/menu.css"
order = 6
[[reveal_hugo.plugins]]
name = "RevealGone"
source = "js/typed.js"
order = 8
`)}
-- content/strings/_index.md --
${deck('plugins = ["js/menu.js", "RevealNotes", "/talks/js/typed.js", "plugin/zoom/zoom.js"]\nload_default_plugins = false\nmenu = {side = "right"}')}
-- content/names/_index.md --
${deck('plugins = ["RevealMarkdown", "RevealHighlight", "RevealZoom", "RevealNotes"]')}
-- content/bare/_index.md --
${deck('load_default_plugins = false')}
-- content/starts/_index.md --
${deck('custom_js = ["js/starts.js"]\nplugins = ["js/starts-early.js"]')}
`);
const browser = useBrowser();

describe.each(modes)('scripts of authors, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  const open = (address: string): Promise<WatchedPage> => openPage(browser(), server.url + address);
  const orderIn = ({ page }: WatchedPage): Promise<readonly string[]> =>
    page.evaluate(() => Reflect.get(window, 'order') as string[]);

  test('plugins by their order, then the start, then custom_js', async () => {
    const watched = await open('');
    const { page, problems, externalRequests } = watched;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => orderIn(watched)).toContain('changed');
    const order = await orderIn(watched);
    // reveal.js is ready a moment after its start. Whether the next script is there by then is up to the browser.
    expect(order.filter((step) => step !== 'old ready')).toEqual([
      'menu function function',
      'old undefined none',
      'typed',
      'menu init left',
      'custom true 2',
      'changed',
    ]);
    expect(order.indexOf('old ready')).toBeGreaterThan(order.indexOf('menu init left'));
    expect(await page.evaluate(() => window.Reveal.getConfig().slideNumber)).toBe(true);
    expect(await page.evaluate(() => Object.keys(window.Reveal.getPlugins()))).toEqual(
      expect.arrayContaining(['menu', 'notes', 'search', 'zoom']),
    );
    expect(await page.locator('link[href$="css/menu.css"]').count()).toBe(1);
    expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
    await page.close();
  });

  test('paths alone may be no plugins, and names of reveal.js’s own need no script', async () => {
    const watched = await open('strings/');
    const { page, problems } = watched;
    expect(await orderIn(watched)).toEqual(['menu function function', 'typed']);
    const plugins = await page.evaluate(() => Object.keys(window.Reveal.getPlugins()));
    expect(plugins).toEqual(expect.arrayContaining(['notes', 'zoom']));
    expect(plugins).not.toContain('search');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a deck that names only reveal.js’s own plugins stays a module', async () => {
    const { page, problems } = await open('names/');
    expect(await page.locator('script:not([type])').count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(window.Reveal.getPlugins()))).toContain('zoom');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('load_default_plugins = false leaves them out', async () => {
    const { page, problems } = await open('bare/');
    const plugins = await page.evaluate(() => Object.keys(window.Reveal.getPlugins()));
    expect(plugins).toEqual(['deck-measure']);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('a script that starts reveal.js itself, before or after us, adds to the one start', async () => {
    const { page, problems } = await open('starts/');
    const config = await page.evaluate(async () => {
      await Promise.all([Reflect.get(window, 'started'), Reflect.get(window, 'early')]);
      const { loop, rtl, controls, transition } = window.Reveal.getConfig();
      return { loop, rtl, controls, transition };
    });
    expect(config).toEqual({ loop: true, rtl: true, controls: false, transition: 'none' });
    expect(await page.evaluate(() => Reflect.get(window, 'extra'))).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('the print view waits for what it measures', async () => {
    const { page, problems } = await open('?print-pdf');
    expect(await page.locator('.pdf-page').count()).toBe(2);
    expect(problems).toEqual([]);
    await page.close();
  });
});

test('a script in the head finds reveal.js where it is loaded before it', async () => {
  const destination = temporaryFolder();
  await build({ source: site, destination, quiet: true });
  const page = readFileSync(path.join(destination, 'index.html'), 'utf8');
  const [script = ''] = /<script src="deck-assets\/classic-[^"]+"><\/script>\n/.exec(page) ?? [];
  const early = `${script}<script>Reveal.on('ready', () => { window.early = Reveal.getTotalSlides(); });</script>`;
  writeFileSync(
    path.join(destination, 'early.html'),
    page.replace(script, '').replace('</head>', `${early}</head>`),
  );
  const server = await preview({ source: site, destination, port: 0 });
  const watched = await openPage(browser(), `${server.url}early.html`);
  expect(await watched.page.evaluate(() => Reflect.get(window, 'early'))).toBe(2);
  expect(watched.problems).toEqual([]);
  await watched.page.close();
  await server.close();
});

test('a deck with scripts of its author is patched like any other', async () => {
  const server = await serve({ source: site, port: 0, quiet: true });
  const { page, problems } = await openPage(browser(), `${server.url}starts/`);
  await page.evaluate(() => Object.assign(window, { marker: true }));
  const text = readFileSync(path.join(site, 'content/starts/_index.md'), 'utf8');
  writeSiteFile(site, 'content/starts/_index.md', text.replace('# B', '# Changed'));
  await expect.poll(() => page.locator('.slides h1').allTextContents()).toEqual(['A', 'Changed']);
  expect(await page.evaluate(() => 'marker' in window)).toBe(true);
  expect(problems).toEqual([]);
  await page.close();
  await server.close();
});
