/** Fonts of single pages: which of them get inside, and what is left of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutFonts, loadFontCutter, shownCharacters } from '../../src/export/html/cut-fonts.ts';
import { createFileBox } from '../../src/export/html/files.ts';
import { readFontUse } from '../../src/export/html/fonts.ts';
import { inlineStyle, type StyleContext } from '../../src/export/html/style.ts';

const SITE = { basePath: '/', origin: undefined };

describe('fonts', () => {
  const face = (family: string, range: string): string =>
    `@font-face{font-family:"${family}";src:url(a.woff2) format("woff2"),url(a.woff) format("woff");unicode-range:${range}}`;
  const css = 'h1{font-family:"Shown"}.katex .mathfrak{font-family:KaTeX_Fraktur}';
  const context = (html: string, isOpen = false): StyleContext => {
    const read = (): Uint8Array => new Uint8Array([1]);
    const box = createFileBox({ ...SITE, read, isInside: () => true, media: 'embed' });
    return { site: SITE, box, read, readFont: read, fonts: readFontUse(html, [css], isOpen) };
  };
  const kept = (html: string, faces: string, isOpen?: boolean): number =>
    inlineStyle(faces, 'x.css', context(html, isOpen)).match(/@font-face/g)?.length ?? 0;

  test.each([
    ['a character of its range', '<p>é</p>', face('Shown', 'U+E9'), 1],
    ['a character that CSS writes in capitals', '<p>é</p>', face('Shown', 'U+C9'), 1],
    ['a range with a wildcard', '<p>é</p>', face('Shown', 'U+E?'), 1],
    ['no character of its range', '<p>e</p>', face('Shown', 'U+400-45F, U+490'), 0],
    ['a family that nothing names', '<p>é</p>', face('Other', 'U+E9'), 0],
    ['letters of formulas that are there', '<i class="mathfrak">é</i>', face('KaTeX_Fraktur', 'U+E9'), 1],
    [
      'letters of formulas that are not there',
      '<i class="mathnormal">é</i>',
      face('KaTeX_Fraktur', 'U+E9'),
      0,
    ],
  ])('%s', (_name, html, faces, count) => {
    expect(kept(html, faces)).toBe(count);
  });

  test('all of them with scripts of the author, in one format', () => {
    expect(kept('<p>e</p>', face('Other', 'U+400'), true)).toBe(1);
    expect(inlineStyle(face('Shown', 'U+65'), 'x.css', context('<p>e</p>'))).toMatch(
      /src:url\("data:font\/woff2;base64,AQ=="\) format\("woff2"\);/,
    );
  });
});

describe('fonts that are cut', () => {
  const font = readFileSync(
    createRequire(import.meta.url).resolve('@fontsource/lato/files/lato-latin-400-normal.woff2'),
  );
  const cutter = loadFontCutter(path.resolve(import.meta.dirname, '..', '..'));

  test('to all that the page can show', () => {
    const use = readFontUse('<p>e&eacute; ẞ</p>', ['p::after{content:"\\2192"}'], false);
    const text = shownCharacters(String.raw`<p>e&eacute; ẞ</p><script>say("\u2713 ж")</script>`, use);
    for (const character of ['é', 'É', 'ß', '→', '✓', 'Ж', '7', 'Q', '…', '“'])
      expect(text).toContain(character);
    expect(text).not.toMatch(/[ü\n\0]/);
  });

  test('and stay fonts in their format', async () => {
    const cut = await cutFonts(new Map([['lato.woff2', font]]), 'deck', cutter!);
    const bytes = Buffer.from(cut.get('lato.woff2')!);
    expect(bytes.length).toBeLessThan(font.length / 4);
    expect(bytes.toString('latin1', 0, 4)).toBe('wOF2');
  });

  test('but not those that can not be read', async () => {
    const broken = new Uint8Array([1, 2, 3]);
    const cut = await cutFonts(new Map([['broken.woff2', broken]]), 'deck', cutter!);
    expect(cut.get('broken.woff2')).toBe(broken);
  });

  test('and not without the package', () => {
    expect(loadFontCutter('/', () => undefined)).toBeUndefined();
  });
});
