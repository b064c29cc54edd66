import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mendTheme } from '../../../src/bundle/styles/contrast.ts';
import { themeFile, themeNames } from '../../../src/bundle/styles/looks.ts';
import { MENDED_THEMES } from '../../../src/doctor/theme-lists.ts';

test('doctor knows the themes whose links are made readable', () => {
  const mended = themeNames().filter((name) => {
    const css = readFileSync(themeFile(name) ?? '', 'utf8');
    return mendTheme(css) !== css;
  });
  expect(mended).toEqual(MENDED_THEMES);
});
