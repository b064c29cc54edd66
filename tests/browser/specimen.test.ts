/**
 * What an audience sees of a specimen deck, beside the figures that were measured of it as Hugo 0.169 and reveal-hugo show
 * it. To measure anew, build `tests/specimen/site` with both and name the output: `SPECIMEN=folder npx vitest run …`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { build, preview } from '../../src/index.ts';
import { readRgba } from '../../src/rgb.ts';
import { useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FOLDER = path.resolve(import.meta.dirname, '..', 'specimen');
const FIGURES = path.join(FOLDER, 'figures.json');

/** One element of a slide, in CSS pixels at 1280×720. */
interface Part {
  readonly tag: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly size: number;
  readonly colour: string;
  /** Of the element itself, or `none`. */
  readonly ground: string;
}

const browser = useBrowser();

async function measureDeck(page: Page): Promise<Record<string, readonly Part[]>> {
  await page.evaluate(() => document.fonts.ready);
  const slides: Record<string, readonly Part[]> = {};
  const places = await page.evaluate(() =>
    window.Reveal.getSlides().map((slide) => {
      const { h, v } = window.Reveal.getIndices(slide);
      return [h, v] as const;
    }),
  );
  for (const [h, v = 0] of places) {
    await page.evaluate(([left, down]) => window.Reveal.slide(left, down), [h, v] as const);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    slides[`${h}/${v}`] = await page.evaluate(measureSlide);
  }
  return slides;
}

/** Runs in the browser. */
function measureSlide(): Part[] {
  const SEEN =
    'h1,h2,h3,h4,h5,h6,p,ul,ol,li,dl,dt,dd,blockquote,table,th,td,pre,code,kbd,small,sub,sup,address,figure,img,figcaption,iframe,strong,em,a';
  const slide = window.Reveal.getCurrentSlide();
  const scale = window.Reveal.getScale();
  return [...slide.querySelectorAll(SEEN)].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const ground = style.backgroundColor;
    return {
      tag: element.localName,
      box: [left, top, width, height].map(Math.round) as unknown as Part['box'],
      size: Math.round(Number.parseFloat(style.fontSize) * scale * 10) / 10,
      colour: style.color,
      ground: ground === 'rgba(0, 0, 0, 0)' ? 'none' : ground,
    };
  });
}

async function measure(folder: string): Promise<Record<string, readonly Part[]>> {
  const server = await preview({ source: path.join(FOLDER, 'site'), destination: folder, port: 0 });
  const page = await browser().newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(server.url);
  await page.waitForFunction(() => window.Reveal?.isReady());
  const figures = await measureDeck(page);
  await page.close();
  await server.close();
  return figures;
}

/** Slides are centred some pixels higher by reveal.js 6 than by 5.1. */
const NEAR = { across: 4, down: 10, size: 0.6, colour: 48 };

/** A link on a ground of its own slide is made readable; `doctor` says so of themes. */
const ON_PURPOSE = ['11/0 a colour'];

function differencesOf(expected: Part, actual: Part | undefined): readonly string[] {
  if (!actual || actual.tag !== expected.tag) return [`${expected.tag}: ${actual?.tag ?? 'nothing'}`];
  const off = expected.box.map((side, n) => Math.abs(side - (actual.box[n] ?? 0)));
  const [x = 0, y = 0, width = 0, height = 0] = off;
  return [
    ...(x > NEAR.across || width > 2 * NEAR.across ? ['across'] : []),
    ...(y > NEAR.down || height > NEAR.down ? ['down'] : []),
    ...(Math.abs(expected.size - actual.size) > NEAR.size ? ['size'] : []),
    ...(isNear(expected.colour, actual.colour) ? [] : ['colour']),
    ...(isNear(expected.ground, actual.ground) ? [] : ['ground']),
  ].map((what) => `${expected.tag} ${what}: ${JSON.stringify(expected)} ${JSON.stringify(actual)}`);
}

function isNear(expected: string, actual: string): boolean {
  const [one, other] = [expected, actual].map((text) => readRgba(text)?.colour);
  if (!one || !other) return expected === actual;
  return Math.hypot(...one.map((part, n) => part - (other[n] ?? 0))) < NEAR.colour;
}

test('the specimen looks as Hugo and the theme show it', async () => {
  const measured = process.env['SPECIMEN'];
  if (measured) {
    writeFileSync(FIGURES, `${JSON.stringify(await measure(path.resolve(measured)), null, 1)}\n`);
    return;
  }
  const destination = temporaryFolder();
  await build({ source: path.join(FOLDER, 'site'), destination, quiet: true });
  const actual = await measure(destination);
  const expected = JSON.parse(readFileSync(FIGURES, 'utf8')) as typeof actual;
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  const found = Object.entries(expected).flatMap(([slide, parts]) => {
    const shown = actual[slide] ?? [];
    const count = parts.length === shown.length ? [] : [`${parts.length} parts, not ${shown.length}`];
    const differences = parts.flatMap((part, n) => differencesOf(part, shown[n]));
    return [...count, ...differences].map((difference) => `${slide} ${difference}`);
  });
  expect(found.filter((difference) => !ON_PURPOSE.some((known) => difference.startsWith(known)))).toEqual([]);
});
