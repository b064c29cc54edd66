import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ensureThemeContrast } from '../../../src/bundle/styles/contrast.ts';
import { themeFile } from '../../../src/bundle/styles/stylesheets.ts';
import { ADJUSTED_THEMES } from '../../../src/doctor/theme-lists.ts';
import { revealThemes } from '../../../src/types.ts';
import { THEMES } from '../../support/themes.ts';

test('our list of the themes of reveal.js has all of them', () => {
  expect(revealThemes).toEqual(THEMES);
});

test('doctor knows the themes whose links are made readable', () => {
  const mended = revealThemes.filter((name) => {
    const css = readFileSync(themeFile(name), 'utf8');
    return ensureThemeContrast(css) !== css;
  });
  expect(mended).toEqual(ADJUSTED_THEMES);
});
