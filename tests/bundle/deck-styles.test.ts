/** Stylesheets by the names of themes and of styles of code, and the fonts that custom themes name. */
import { describe, expect, test } from 'vitest';
import { findDeckFiles as find, publishedBy, findingsOf } from '../support/find-deck-files.ts';

describe('a file of the site by the name of a theme or of a style of code', () => {
  test('is taken in the place of ours, from the static files, and nothing is said', () => {
    const own = find('theme = "garden"\nhighlight_theme = "garden-night"', {
      'static/reveal-js/dist/theme/garden.css': ':root {}',
      'static/highlight-js/garden-night.min.css': '.hljs {}',
    });
    expect(own.files.styles).toEqual([
      'reveal-js/dist/theme/garden.css',
      'highlight-js/garden-night.min.css',
    ]);
    expect(own.style).toMatchObject({ theme: 'custom', highlightTheme: undefined });
    expect(own.diagnostics).toEqual([]);
  });

  test('counts over one of that name that comes with us, and in a folder of a theme too', () => {
    const texts = {
      'themes/fork/static/reveal-js/css/theme/moon.css': ':root {}',
      'themes/fork/static/highlight-js/github.min.css': '.hljs {}',
    };
    const own = find('theme = "moon"\nhighlight_theme = "github"', texts, 'theme = "fork"\n');
    expect(own.files.styles).toEqual(['reveal-js/css/theme/moon.css', 'highlight-js/github.min.css']);
  });

  test('stands behind a custom theme, and in front of what is laid over it', () => {
    const own = find(
      'theme = "garden"\ncustom_theme = "a.css"\ncustom_css = "b.css"\nhighlight_theme = "mine"',
      {
        'static/a.css': '',
        'static/b.css': '',
        'static/highlight-js/mine.min.css': '',
      },
    );
    expect(own.files.styles).toEqual(['a.css', 'highlight-js/mine.min.css', 'b.css']);
    expect(own.diagnostics).toEqual([]);
  });

  test.each([
    ['solarised', 'Did you mean "solarized"?'],
    ['Night', 'Did you mean "night"?'],
    ['robot-lung', 'The themes are studio, studio-dark, studio-auto, beige, black, '],
  ])('one that is not there is shown in black, with a warning: %s', (theme, hint) => {
    const deck = find(`theme = "${theme}"`);
    expect(deck.style.theme).toBe('black');
    expect(findingsOf(deck)).toEqual(['theme-unknown content/talk/_index.md:4']);
    expect(deck.diagnostics[0]?.message).toBe(`there is no theme named "${theme}", so "black" is used`);
    expect(deck.diagnostics[0]?.hint).toContain(hint);
  });
});

describe('a theme in a package', () => {
  const manifest = (deckwright: unknown): string => JSON.stringify({ name: 'harbour', deckwright });
  const folder = 'node_modules/harbour';

  test('is published with the files that it refers to, on the theme that it extends', () => {
    const deck = find('theme = "harbour"', {
      [`${folder}/package.json`]: manifest({ theme: 'css/theme.css', base: 'studio' }),
      [`${folder}/css/theme.css`]:
        '@import "more.css"; .reveal { --r-main-font: Lato; background: url(../wave.svg) }',
      [`${folder}/css/more.css`]: 'p { background: url("dot.svg"), url(../../../secret.txt) }',
      [`${folder}/css/dot.svg`]: '<svg/>',
      [`${folder}/wave.svg`]: '<svg/>',
      'secret.txt': 'secret',
    });
    expect(deck.diagnostics).toEqual([]);
    expect(deck.style.theme).toBe('studio');
    expect(deck.files.styles).toEqual(['deck-themes/harbour/css/theme.css']);
    const published = Object.keys(publishedBy(deck));
    for (const file of ['css/theme.css', 'css/more.css', 'css/dot.svg', 'wave.svg'])
      expect(published).toContain(`deck-themes/harbour/${file}`);
    expect(published.filter((file) => file.includes('secret'))).toEqual([]);
    expect(published.some((file) => file.includes('lato-latin-400'))).toBe(true);
  });

  test('may be complete, and in a scope', () => {
    const deck = find('theme = "@sea/harbour"', {
      'node_modules/@sea/harbour/package.json': JSON.stringify({ style: 'theme.css' }),
      'node_modules/@sea/harbour/theme.css': ':root {}',
    });
    expect(deck.style.theme).toBe('custom');
    expect(deck.files.styles).toEqual(['deck-themes/@sea/harbour/theme.css']);
  });

  test.each([
    ['names no stylesheet', manifest({})],
    ['names a file that is missing', manifest({ theme: 'none.css' })],
    ['names a file outside of its folder', manifest({ theme: '../../static/a.css' })],
    ['has a broken package.json', '{'],
  ])('is reported if it %s', (_name, text) => {
    const deck = find('theme = "harbour"', { [`${folder}/package.json`]: text, 'static/a.css': '' });
    expect(deck.style.theme).toBe('black');
    expect(findingsOf(deck)).toEqual(['theme-unknown content/talk/_index.md:4']);
    expect(deck.diagnostics[0]?.hint).toContain('The package harbour has no');
  });
});

describe('the fonts that a custom theme names', () => {
  const scss =
    '$mainFont: Lato, sans-serif; $headingFont: "League Gothic";\n@import "reveal-js/dist/theme/template/settings";\n@import "reveal-js/dist/theme/template/theme";\n';

  test('come with it when they are among ours: compiled', () => {
    const deck = find('custom_theme = "own.scss"', { 'assets/own.scss': scss });
    const css = publishedBy(deck)['own.css'] ?? '';
    expect(css).toContain("font-family: 'Lato'");
    expect(css).toContain("font-family: 'League Gothic'");
    expect(Object.keys(publishedBy(deck)).some((file) => file.endsWith('.woff2'))).toBe(true);
    expect(deck.diagnostics).toEqual([]);
  });

  test('plain CSS in static/ stays as it is, with a stylesheet of fonts in front', () => {
    const deck = find('custom_theme = "own.css"', {
      'static/own.css': '.reveal { font-family: "Open Sans", serif }',
    });
    expect(deck.files.styles).toEqual(['deck-assets/fonts/open-sans.css', 'own.css']);
    expect(publishedBy(deck)['deck-assets/fonts/open-sans.css']).toContain("font-family: 'Open Sans'");
  });

  test.each([
    '.reveal { font-family: serif, Lato }',
    '.reveal { font-family: "My Lato" }',
    '@font-face { font-family: Lato; src: url(lato.woff2) } .reveal { font-family: Lato }',
  ])('and not where it brings its own or names others first: %s', (css) => {
    const deck = find('custom_theme = "own.css"', { 'static/own.css': css });
    expect(deck.files.styles).toEqual(['own.css']);
  });
});
