/** The sizes that pages write for images change nothing of how rules lay them out, once they are there. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { drawPicture, turn } from '../support/pictures.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

/** Every way in which a rule may lay an image out. */
const ROOMS: readonly (readonly [name: string, html: string])[] = [
  ['plain', '<p>I</p>'],
  ['between words', '<p>words I words</p>'],
  ['a room of one height', '<div style="height: 300px">I</div>'],
  ['max-height of the author', '<div class="low">I</div>'],
  ['height of the author', '<div class="high">I</div>'],
  ['width of the author', '<div class="wide">I</div>'],
  ['both', '<div class="both">I</div>'],
  ['border', '<div class="border">I</div>'],
  ['style', '<p><img src="S" style="width: 50%"></p>'],
  ['table', '<table><tr><td>I</td><td>words</td></tr></table>'],
  ['float', '<div style="float: left">I</div>'],
  ['grid', '<div style="display: grid; grid-template-columns: 1fr 2fr">I I</div>'],
  [
    'flex that fits',
    '<div style="display: flex"><div style="flex: 1">I</div><div style="flex: 1">I</div></div>',
  ],
  ['too wide for its row', '<div style="display: flex">I I</div>'],
  ['r-hstack', '<div class="r-hstack">I I</div>'],
  ['r-stack', '<div class="r-stack">I I</div>'],
  ['figure', '<figure>I<figcaption>words</figcaption></figure>'],
];
const FILES = ['wide.png', 'tall.webp', 'photo.jpg', 'turned.jpg', 'drawn.svg', 'fluid.svg'];
const rooms = FILES.map((file) =>
  ROOMS.map(([, html]) => html.replaceAll(/\bI\b/g, `<img src="S">`).replaceAll('"S"', `"${file}"`)).join(
    '\n\n---\n\n',
  ),
).join('\n\n---\n\n');

const site = writeSite(`
-- hugo.toml --
title = "Rooms"
[params.reveal_hugo]
transition = "none"
custom_css = "rooms.css"
[markup.goldmark.renderer]
unsafe = true
-- static/rooms.css --
.low img { max-height: 200px }
.high img { height: 80px }
.wide img { width: 240px }
.both img { width: 240px; height: 240px }
.border img { border: 4px solid; padding: 10px; box-sizing: border-box }
-- content/_index.md --
+++
title = "Rooms"
outputs = ["Reveal"]
+++

${rooms}
-- content/drawn.svg --
${PICTURE.replace('width="4" height="2"', 'width="400" height="200"')}
-- content/fluid.svg --
${PICTURE.replace('width="4" height="2"', 'viewBox="0 0 400 200"')}
`);

const browser = useBrowser();
beforeAll(async () => {
  const photo = await drawPicture(browser(), 'jpeg', [600, 400]);
  const files = {
    'wide.png': await drawPicture(browser(), 'png', [1600, 900]),
    'tall.webp': await drawPicture(browser(), 'webp', [200, 900]),
    'photo.jpg': photo,
    'turned.jpg': turn(photo),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(site, 'content', name), bytes);
});

describe.each(modes)('rooms for images, %s', (_name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start(site);
  });
  afterAll(async () => server?.close());

  test('rules of themes and authors lay an image out as if nothing had been said of it', async () => {
    const { page, problems } = await openPage(browser(), server.url);
    const seen = await page.evaluate(async () => {
      const boxes = (): (readonly number[])[] =>
        [...document.querySelectorAll('.slides img')].map((image) => {
          const { x, y, width, height } = image.getBoundingClientRect();
          return [x, y, width, height].map(Math.round);
        });
      const images = [...document.images];
      for (const image of images) image.loading = 'eager';
      await Promise.all(images.map((image) => image.decode()));
      for (const slide of document.querySelectorAll<HTMLElement>('.slides section'))
        slide.style.display = 'block';
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const marked = boxes();
      const sizes = images.map((image) =>
        [image.getAttribute('width'), image.getAttribute('height')].join('x'),
      );
      for (const image of images) {
        for (const name of ['width', 'height']) image.removeAttribute(name);
        for (const name of ['contain-intrinsic-size', 'contain']) image.style.removeProperty(name);
      }
      return { marked, bare: boxes(), sizes: [...new Set(sizes)] };
    });
    expect(seen.marked).toEqual(seen.bare);
    expect(seen.sizes).toEqual(['1600x900', '200x900', '600x400', '400x600', '400x200']);
    expect(problems).toEqual([]);
    await page.close();
  });
});
