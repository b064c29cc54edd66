/** What authors put around the slides: partials in the places of the theme, with styles and scripts in them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { writeSite } from '../support/write-site.ts';

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Partials"
-- assets/css/made.scss --
$c: rgb(9, 8, 7);
.reveal h1 { color: $c }
-- assets/css/theme.scss --
@import "template/settings";
$backgroundColor: {{ .Param "ground" }};
@import "template/theme";
-- layouts/partials/reveal-hugo/head.html --
{{ $style := resources.Get "css/made.scss" | toCSS | minify | fingerprint }}
<link rel="stylesheet" href="{{ $style.RelPermalink }}">
<script>window.order = ['head ' + typeof Reveal.on];</script>
-- layouts/partials/reveal-hugo/end.html --
<p class="footer">{{ .Title }}</p>
-- layouts/partials/reveal-hugo/body.html --
<script>
order.push('body ' + Reveal.getTotalSlides());
Reveal.addEventListener('ready', () => order.push('ready'));
Reveal.configure({ slideNumber: 'c' });
</script>
-- layouts/partials/talk/reveal-hugo/body.html --
<script>order.push('own');</script>
<script>setTimeout(() => Reveal.on('ready', () => (window.heardLate = true)), 200);</script>
-- content/_index.md --
+++
title = "Root"
outputs = ["Reveal"]
+++
# A
-- content/talk/_index.md --
+++
title = "Talk"
outputs = ["Reveal"]
ground = "#0a0b0c"
[reveal_hugo]
custom_theme = "css/theme.scss"
custom_theme_compile = true
+++
# B
`);
const browser = useBrowser();

describe.each(modes)('%s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test.each([
    ['', ['head function', 'body 1']],
    ['talk/', ['head function', 'body 1', 'own']],
  ])('/%s runs them in their order', async (address, order) => {
    const { page, problems, externalRequests } = await openPage(browser(), server.url + address);
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => (Reflect.get(window, 'order') as string[]).includes('ready'));
    const ran = await page.evaluate(() => Reflect.get(window, 'order') as string[]);
    // reveal.js tells that it is ready a millisecond later: while the parser still works, or when it is done.
    expect(ran.filter((word) => word !== 'ready')).toEqual(order);
    expect(await page.evaluate(() => window.Reveal.getConfig().slideNumber)).toBe('c');
    if (address !== '') await page.waitForFunction(() => Reflect.get(window, 'heardLate') === true);
    const heading = page.locator('.reveal h1');
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(9, 8, 7)');
    expect(await page.locator('.reveal > .footer').count()).toBe(1);
    expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
    await page.close();
  });

  test('actions in a custom theme are run for the deck', async () => {
    const { page } = await openPage(browser(), `${server.url}talk/`);
    const ground = await page
      .locator('.reveal-viewport')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(ground).toBe('rgb(10, 11, 12)');
    await page.close();
  });
});
