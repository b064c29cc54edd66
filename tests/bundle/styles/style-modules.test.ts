/** Stylesheets as modules: their ids are keys of a table, and say nothing themselves. */
import { expect, test } from 'vitest';
import { StyleModules } from '../../../src/bundle/styles/style-modules.ts';
import type { StyleRequest } from '../../../src/types.ts';

const sources = { packages: { katex: undefined, mermaid: undefined }, parts: [], subsets: ['latin'] };
const request: StyleRequest = { theme: 'moon', highlightTheme: 'odd name?&#%', math: false };

test('an id is the same for the same request, and another for another one', () => {
  const [one, other] = [new StyleModules(), new StyleModules()];
  expect(one.style(request)).toBe(other.style({ ...request }));
  expect(one.style(request)).not.toBe(one.style({ ...request, theme: 'sky' }));
  expect(one.style(request)).toMatch(/\/deck\.css\?sheet=[\da-f]+$/);
  expect(one.criticalCss({ theme: 'moon' })).toMatch(/\/first-slide\.css\?sheet=[\da-f]+$/);
});

test('the text of a stylesheet is found by its id, also with what Vite adds to it', () => {
  const sheets = new StyleModules();
  const id = sheets.style(request);
  const text = sheets.load(id, sources);
  expect(text).toContain('--r-background-color');
  expect(sheets.load(id.replace('?', '?direct&'), sources)).toBe(text);
  expect(sheets.load(`${id}&t=1`, sources)).toBe(text);
  expect(sheets.load(sheets.criticalCss({ theme: 'moon' }), sources)).toContain('.deck-waiting');
});

test('any other module is left to Vite', () => {
  const sheets = new StyleModules();
  const unknown = new StyleModules().style(request);
  for (const id of [unknown, unknown.replace(/\?.*/, ''), '/src/main.ts'])
    expect(sheets.load(id, sources)).toBeUndefined();
});
