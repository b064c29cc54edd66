/** All that a deck is made of is watched, and only what has changed is changed in the open page. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useLiveBrowser } from '../support/live-page.ts';

const HEAD = '+++\ntitle = "Live"\noutputs = ["Reveal"]\n';
const DECK = `${HEAD}
[reveal_hugo]
custom_theme = "own.scss"
custom_css = "/extra.css"
+++
# One

{{< badge >}} {{< answer >}} {{< snippet >}}

---

# Two

![a](/a.svg) ![b](b.svg)

---

{{< slide background-image="/a.svg" >}}

# Three
`;
const svg = (width: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"><rect width="${width}" height="10"/></svg>`;
const live = useLiveBrowser(`
-- hugo.toml --
title = "Live"
[params.reveal_hugo]
transition = "none"
-- data/site.toml --
answer = "forty-two"
-- snippets/hello.txt --
hello
-- layouts/shortcodes/badge.html --
<b class="badge">{{ partial "star.html" . }}</b>
-- layouts/partials/star.html --
star
-- layouts/shortcodes/answer.html --
<i class="answer">{{ site.Data.site.answer }}</i>
-- layouts/shortcodes/snippet.html --
<i class="snippet">{{ readFile "snippets/hello.txt" }}</i>
-- layouts/partials/reveal-hugo/body.html --
<p id="foot">foot</p>
-- assets/own.scss --
@import "parts/colours";
.reveal h1 { color: $head; }
-- assets/parts/_colours.scss --
$head: rgb(1, 2, 3);
-- static/extra.css --
.reveal h1 { outline-color: rgb(4, 5, 6); }
-- static/a.svg --
${svg(20)}
-- content/b.svg --
${svg(30)}
-- content/_index.md --
${DECK}`);

const text = (selector: string): Promise<string | null> => live.page.locator(selector).first().textContent();
const style = (name: string): Promise<string> =>
  live.page
    .locator('.slides h1')
    .first()
    .evaluate((heading, name) => getComputedStyle(heading).getPropertyValue(name), name);

/** Nothing but what was changed has come again. */
async function expectSame(): Promise<void> {
  expect(await live.isSamePage()).toBe(true);
  expect(await live.current()).toBe('Two');
  expect(live.watched.problems).toEqual([]);
}

describe('what a deck is made of', () => {
  const words = {
    'a shortcode': ['layouts/shortcodes/badge.html', '<b class="badge">new</b>', '.badge', 'new'],
    'a partial': ['layouts/partials/star.html', 'moon', '.badge', 'moon'],
    data: ['data/site.toml', 'answer = "seven"', '.answer', 'seven'],
    'a snippet': ['snippets/hello.txt', 'bye', '.snippet', 'bye'],
    'a partial beside the slides': [
      'layouts/partials/reveal-hugo/body.html',
      '<p id="foot">toe</p>',
      '#foot',
      'toe',
    ],
  } as const;
  test.each(Object.entries(words))('%s', async (_, [file, content, selector, expected]) => {
    await live.goTo(1);
    live.write(file, `${content}\n`);
    await expect.poll(async () => (await text(selector))?.trim()).toBe(expected);
    await expectSame();
  });

  const styles = {
    'SCSS that another file imports': [
      'assets/parts/_colours.scss',
      '$head: rgb(9, 8, 7);',
      'color',
      'rgb(9, 8, 7)',
    ],
    'a stylesheet': [
      'static/extra.css',
      '.reveal h1 { outline-color: rgb(6, 6, 6); }',
      'outline-color',
      'rgb(6, 6, 6)',
    ],
  } as const;
  test.each(Object.entries(styles))('%s', async (_, [file, content, name, expected]) => {
    await live.goTo(1);
    live.write(file, `${content}\n`);
    await expect.poll(() => style(name)).toBe(expected);
    await expectSame();
  });

  test('images in static/ and beside the page, and on the ground of a slide', async () => {
    await live.goTo(1);
    const widths = (): Promise<number[]> =>
      live.page
        .locator('.slides img')
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    await expect.poll(widths).toEqual([20, 30]);
    live.write('static/a.svg', svg(50));
    await expect.poll(widths).toEqual([50, 30]);
    live.write('content/b.svg', svg(60));
    await expect.poll(widths).toEqual([50, 60]);
    expect(await live.page.locator('.slides img').first().getAttribute('width')).toBe('50');
    const ground = live.page.locator('.backgrounds .slide-background').nth(2);
    expect(await ground.getAttribute('data-background-hash')).toContain('deckwright=');
    await expectSame();
  });

  test('an image that was missing', async () => {
    await live.goTo(1);
    live.write('content/_index.md', DECK.replace('b.svg', 'late.svg'));
    await expect.poll(() => live.page.locator('img[src$="late.svg"]').count()).toBe(1);
    writeFileSync(path.join(live.folder, 'content', 'late.svg'), svg(70));
    const width = (): Promise<number> =>
      live.page.locator('img[src*="late.svg"]').evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await expect.poll(width).toBe(70);
    live.remove('content/late.svg');
    expect(await live.isSamePage()).toBe(true);
    expect(await live.current()).toBe('Two');
  });

  test('a layout, and one that was not there before', async () => {
    await live.goTo(1);
    live.write('layouts/shortcodes/new.html', '<em class="new">new</em>');
    live.write('content/_index.md', DECK.replace('{{< badge >}}', '{{< new >}}'));
    await expect.poll(() => live.page.locator('.slides .new').count()).toBe(1);
    live.remove('layouts/shortcodes/new.html');
    await live.page.locator('deckwright-problem').waitFor();
    live.write('content/_index.md', DECK);
    await live.page.locator('deckwright-problem').waitFor({ state: 'detached' });
    await expect.poll(() => live.page.locator('.slides .badge').count()).toBe(1);
    await expectSame();
  });
});
