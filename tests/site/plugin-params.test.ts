/** What `reveal_hugo` says of plugins, and of the style of code. */
import { describe, expect, test } from 'vitest';
import type { DeckParams } from '../../src/types.ts';
import { resolve } from '../support/deck-params.ts';

describe('plugins', () => {
  const pluginsOf = (site: string, page?: string): DeckParams['plugins'] =>
    resolve(site, page).params.plugins;

  test('tables with a name, a script and stylesheets', () => {
    expect(
      pluginsOf('{plugins: [{name: RevealMenu, source: menu.js, css: [a.css, b.css], verbatim: true}]}'),
    ).toEqual([
      { name: 'RevealMenu', source: 'menu.js', css: ['a.css', 'b.css'], verbatim: true, isOptional: false },
    ]);
  });

  test('paths, whose file names may be plugins, and names alone', () => {
    expect(
      pluginsOf('{plugins: [js/typed.js, plugin/gallery.plugin.js, RevealNotes, RevealMath.KaTeX]}'),
    ).toEqual([
      { name: 'typed', source: 'js/typed.js', css: [], verbatim: false, isOptional: true },
      {
        name: 'gallery.plugin',
        source: 'plugin/gallery.plugin.js',
        css: [],
        verbatim: false,
        isOptional: true,
      },
      { name: 'RevealNotes', source: undefined, css: [], verbatim: false, isOptional: false },
      { name: 'RevealMath.KaTeX', source: undefined, css: [], verbatim: false, isOptional: false },
    ]);
  });

  test('those of the site before those of the page, in their order, each name once', () => {
    const names = pluginsOf(
      '{plugins: [{name: A, source: a.js, order: 9}, {name: B, source: b.js}]}',
      '{plugins: [{name: C, source: c.js, order: 6}, {name: A, source: other.js, order: 7}]}',
    ).map(({ name, source }) => `${name} ${source}`);
    expect(names).toEqual(['C c.js', 'A other.js', 'B b.js']);
  });

  test.each([
    ['[{name: "my-menu", source: a.js}]', 'plugin-name'],
    ['[{order: 1}]', 'plugin-unreadable'],
    ['[7]', 'plugin-unreadable'],
  ])('one that is none is a warning: %s', (plugins, code) => {
    const { diagnostics } = resolve(`{plugins: ${plugins}}`);
    expect(diagnostics).toMatchObject([{ code, severity: 'warning', file: 'hugo.yaml', line: 1 }]);
  });

  test('a script whose name can’t be a global runs all the same', () => {
    expect(pluginsOf('{plugins: [{name: my-menu, source: a.js}]}')).toMatchObject([
      { name: undefined, source: 'a.js' },
    ]);
  });
});
