import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  allSubsets,
  findNamedFamilies,
  subsetsForText,
  themeFaces,
  withoutFonts,
} from '../../../src/bundle/styles/fonts.ts';
import { dependencyFolder } from '../../../src/bundle/package-folder.ts';

const themes = path.join(dependencyFolder('reveal.js'), 'dist', 'theme');
const from = path.resolve(import.meta.dirname);

/** What each theme asks for, and in which family it comes. */
test.each([
  ['black', 'Source Sans Pro', 4],
  ['solarized', 'League Gothic', 1],
  ['solarized', 'Lato', 4],
  ['night', 'Montserrat', 1],
  ['night', 'Open Sans', 4],
  ['simple', 'News Cycle', 2],
  ['sky', 'Quicksand', 2],
  ['blood', 'Ubuntu', 4],
])('%s gets %s in %i faces, as files that are there', (theme, family, faces) => {
  const text = readFileSync(path.join(themes, `${theme}.css`), 'utf8');
  const css = themeFaces(text, from, allSubsets()) + withoutFonts(text);
  const blocks = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const own = blocks.filter((block) => block.includes(`'${family}'`));
  expect(
    new Set(
      own.map(
        (block) => /font-weight: (\d+)/.exec(block)?.[1] + String(/font-style: (\w+)/.exec(block)?.[1]),
      ),
    ).size,
  ).toBe(faces);
  for (const block of own)
    expect(existsSync(path.join(from, /url\(([^)]+\.woff2)\)/.exec(block)?.[1] ?? ''))).toBe(true);
  expect(css).not.toMatch(/data:font|\.woff\)|@import/);
});

test.each(['serif', 'dracula'])('%s is shown in fonts of the system', (theme) => {
  const css = readFileSync(path.join(themes, `${theme}.css`), 'utf8');
  expect(themeFaces(css, from, allSubsets())).toBe('');
  expect(withoutFonts(css)).toBe(css);
});

test('only the subsets that decks are written in come along', () => {
  expect(subsetsForText('plain words')).toEqual(['latin']);
  expect(subsetsForText('Příliš žluťoučký')).toEqual(['latin', 'latin-ext']);
  expect(subsetsForText('Здравствуй')).toContain('cyrillic');
  expect(allSubsets()).toEqual(expect.arrayContaining(['cyrillic-ext', 'greek', 'hebrew', 'vietnamese']));
  const css = themeFaces(readFileSync(path.join(themes, 'white.css'), 'utf8'), from, ['latin']);
  expect(css.match(/url\([^)]*\/source-sans-pro-latin-\d+-\w+\.woff2\)/g)).toHaveLength(4);
  expect(css.match(/@font-face/g)).toHaveLength(4);
});

test('fonts for the headings of a bundled theme are not for stylesheets of authors', () => {
  const named = (family: string): readonly string[] => findNamedFamilies(`a { font-family: '${family}' }`);
  expect(['Roboto Slab', 'Roboto', 'Lora', 'Lato'].map(named)).toEqual([['roboto-slab'], [], [], ['lato']]);
});

test('a family is not taken for another one whose name begins with its name', () => {
  const css = `:root{--r-main-font: "Roboto Slab", serif}`;
  expect(themeFaces(css, from, ['latin'])).not.toContain("'Roboto'");
  expect(themeFaces(css, from, ['latin'])).toContain("'Roboto Slab'");
});
