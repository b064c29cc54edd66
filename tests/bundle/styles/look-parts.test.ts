/** The parts of the look that a deck uses. */
import { describe, expect, test } from 'vitest';
import { findDeckFiles } from '../../support/find-deck-files.ts';
import { criticalStyleSheet, styleName, styleSheet } from '../../../src/bundle/styles/stylesheets.ts';

describe('the page to read', () => {
  test.each([
    ['', []],
    ['phone_view = "slides"', []],
    ['phone_view = "read"', ['read']],
    ['phone_view = "read"\nembedded = true', []],
    ['phone_view = "read"\ndisable_layout = true', []],
  ])('%s', (params, parts) => {
    expect(findDeckFiles(params).style.look).toEqual(parts);
  });

  test('has its rules in the critical CSS and in a stylesheet for phones, or else in the stylesheet of the deck', () => {
    const { style } = findDeckFiles('phone_view = "read"');
    expect(styleName(style)).toContain('read');
    const sources = { packages: { katex: undefined, mermaid: undefined }, parts: [], subsets: ['latin'] };
    const sheets = [
      criticalStyleSheet(style),
      styleSheet({ ...style, isForPhones: true }, sources),
      styleSheet({ ...style, hasCriticalCss: false }, sources),
    ];
    expect(sheets.map((css) => css.includes('html:root:not(.deck-slides)'))).toEqual([true, false, true]);
    expect(sheets.map((css) => css.includes('.deck-switch'))).toEqual([false, true, true]);
  });
});
