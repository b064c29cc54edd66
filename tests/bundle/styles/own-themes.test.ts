/** The themes of deckwright: every accent can be read on every ground. */
import { describe, expect, test } from 'vitest';
import { isAccent, ownThemeCss } from '../../../src/bundle/styles/own-themes.ts';
import { contrastRatio, readColour } from '../../../src/rgb.ts';
import { accents, ownThemes } from '../../../src/types.ts';

/** The sets of variables in a stylesheet, in their order. */
const setsOf = (css: string): readonly ReadonlyMap<string, string>[] =>
  [...css.matchAll(/\{(color-scheme:[^{}]*)\}/g)].map(
    ([, body = '']) => new Map(body.split(';').map((row) => row.split(/:(.*)/) as [string, string])),
  );

/** The least contrast that is required for text. */
const TEXT = 4.5;

const colours = ['#fff200', '#777', 'black', 'white', 'rgb(0 128 255)'];

describe.each(ownThemes)('%s', (theme) => {
  test.each([...accents, ...colours])('with the accent %s', (accent) => {
    const sets = setsOf(ownThemeCss(theme, accent));
    // Those of the other kind of background are there; of its own, a light or dark theme has them already.
    expect(sets).toHaveLength(theme === 'studio-auto' ? 4 : 2);
    for (const set of sets.slice(0, theme === 'studio-auto' ? 2 : 1)) {
      const contrast = (one: string, other: string): number =>
        contrastRatio(readColour(set.get(one) ?? '')!, readColour(set.get(other) ?? '')!);
      for (const name of ['ink', 'quiet', 'accent', 'keyword', 'string', 'number', 'name'])
        for (const ground of ['paper', 'panel'])
          expect([name, ground, contrast(`--deck-${name}`, `--deck-${ground}`) >= TEXT]).toEqual([
            name,
            ground,
            true,
          ]);
      expect(contrast('--deck-ink', '--deck-mark')).toBeGreaterThanOrEqual(TEXT);
      expect(contrast('--deck-on-accent', '--deck-accent')).toBeGreaterThanOrEqual(TEXT);
      expect(contrast('--r-selection-color', '--r-selection-background-color')).toBeGreaterThanOrEqual(TEXT);
    }
  });

  test('its ground', () => {
    const [own, other] = setsOf(ownThemeCss(theme));
    expect(own?.get('color-scheme')).toBe(theme === 'studio-dark' ? 'dark' : 'light');
    if (theme === 'studio-auto') expect(other?.get('color-scheme')).toBe('dark');
  });
});

test('an accent is a palette or a colour', () => {
  expect(['forest', '#0b7285', 'teal', 'woods', ''].map(isAccent)).toEqual([true, true, true, false, false]);
  expect(ownThemeCss('studio', 'woods')).toBe(ownThemeCss('studio'));
});

test('what is around a slide with a background has the colours for it', () => {
  // reveal.js gives the class of the current slide to the deck.
  expect(ownThemeCss('studio')).toMatch(/,\.reveal\.has-dark-background>:is\([^)]*\.slide-number/);
});
