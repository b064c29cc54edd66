/** Keys of `reveal_hugo` that nobody reads, wherever they are written, and those that somebody does. */
import { describe, expect, test } from 'vitest';
import { revealHugoKeys } from '../../src/site/options/reveal-hugo.ts';
import { snakeCase } from '../../src/site/params/reveal-options.ts';
import { resolve } from '../support/deck-params.ts';
import { buildSite } from '../support/site.ts';

/** Each slip of a site as `file:line:column key`, with what is asked for instead. */
function slipsOf(site: string): readonly (readonly [string, string])[] {
  return buildSite(site)
    .diagnostics.filter(({ code }) => code === 'param-unknown')
    .map(({ file, line, column, message, hint }) => [
      `${file}:${line}:${column} ${/"(.*)"/.exec(message)?.[1]}`,
      /Did you mean "(.*)"/.exec(hint)?.[1] ?? '',
    ]);
}

const DECK = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n';

test('they are handed on, with a warning', () => {
  const { params, diagnostics } = resolve('{}', '{transistion: fade}');
  expect(params.options).toMatchObject({ transistion: 'fade' });
  expect(diagnostics).toMatchObject([
    {
      code: 'param-unknown',
      severity: 'warning',
      hint: 'Did you mean "transition"? As written, it has no effect.',
    },
  ]);
});

describe('they are told at their place', () => {
  test.each([
    [
      'in the configuration',
      `-- hugo.toml --\n[params.reveal_hugo]\ntheme = "white"\nslide_numbr = true\n${DECK}`,
      ['hugo.toml:3:1 slide_numbr', 'slide_number'],
    ],
    [
      'in a file of config/',
      `-- config/_default/params.toml --\n[reveal_hugo]\nMargn = 0.1\n${DECK}`,
      ['config/_default/params.toml:2:1 Margn', 'margin'],
    ],
    [
      'in what a language says',
      `-- hugo.toml --\n[languages.en.params.reveal_hugo]\nmargn = 0.1\n${DECK}`,
      ['hugo.toml:2:1 margn', 'margin'],
    ],
    [
      'in front matter in YAML',
      '-- content/_index.md --\n---\noutputs: Reveal\nreveal_hugo:\n  autoslide: 5\n  hightlight_theme: github\n---\n',
      ['content/_index.md:5:3 hightlight_theme', 'highlight_theme'],
    ],
    [
      'in front matter below params',
      '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n[params.reveal_hugo]\ncontroll = true\n+++\n',
      ['content/_index.md:4:1 controll', 'controls'],
    ],
    [
      'in a cascade of the site',
      `-- hugo.toml --\n[[cascade]]\n[cascade.target]\npath = "/x"\n[[cascade]]\n[cascade.reveal_hugo]\ncentre = true\n${DECK}`,
      ['hugo.toml:6:1 centre', 'center'],
    ],
    [
      'in a cascade of a section, once for all decks below it',
      '-- content/_index.md --\n---\noutputs: Reveal\ncascade:\n  reveal_hugo:\n    loopp: true\n---\n# A\n-- content/b/_index.md --\n---\noutputs: Reveal\n---\n# B\n',
      ['content/_index.md:5:5 loopp', 'loop'],
    ],
    [
      'though no other is near to it',
      `-- hugo.toml --\n[params.reveal_hugo]\nsparkles = true\n${DECK}`,
      ['hugo.toml:2:1 sparkles', ''],
    ],
    [
      'as a table where no plugin is named',
      `-- hugo.toml --\n[params.reveal_hugo.keybord]\n13 = "next"\n${DECK}`,
      ['hugo.toml:1:1 keybord', 'keyboard'],
    ],
  ])('%s', (_, site, slip) => {
    expect(slipsOf(site)).toEqual([slip]);
  });

  test('each of several files, and not only the one that has the last word', () => {
    const site =
      '-- hugo.toml --\n[params.reveal_hugo]\nlooop = true\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n[reveal_hugo]\nlooop = false\n+++\n';
    expect(slipsOf(site)).toEqual([
      ['hugo.toml:2:1 looop', 'loop'],
      ['content/_index.md:4:1 looop', 'loop'],
    ]);
  });
});

describe('no slip', () => {
  test.each<[string, (name: string) => string]>([
    ['camelCase', (name) => name],
    ['snake_case', snakeCase],
    ['lower case', (name) => name.toLowerCase()],
    ['capitals', (name) => snakeCase(name).toUpperCase()],
  ])('is any key that has a row, in %s', (_, spell) => {
    const keys = Object.keys(revealHugoKeys).map((name) => `${spell(name)}: null`);
    expect(slipsOf(`-- hugo.yaml --\nparams: {reveal_hugo: {${keys.join(', ')}}}\n${DECK}`)).toEqual([]);
  });

  const deck = (options: string): string =>
    `-- content/_index.md --\n---\noutputs: Reveal\nreveal_hugo: ${options}\n---\n# A\n`;

  test.each([
    ['a table beside plugins', deck('{plugins: [own.js], own: {side: left}}')],
    ['a list beside scripts', deck('{custom_js: own.js, own: [1]}')],
    ['a value beside plugins that is near to no other', deck('{plugins: [own.js], allotted_time: 1200}')],
    [
      'a table of a deck whose site names plugins',
      `-- hugo.yaml --\nparams: {reveal_hugo: {plugins: [own.js]}}\n${deck('{own: {side: left}}')}`,
    ],
    [
      'a table of a site of which one deck names plugins',
      `-- hugo.yaml --\nparams: {reveal_hugo: {own: {side: left}}}\n${DECK}-- content/b/_index.md --\n---\noutputs: Reveal\nreveal_hugo: {plugins: [own.js]}\n---\n# B\n`,
    ],
    [
      'what a partial of the site reads',
      `-- layouts/partials/reveal-hugo/body.html --\n{{ with .Param "reveal_hugo.countdown" }}{{ . }}{{ end }}\n${deck('{countdown: 5}')}`,
    ],
    [
      'what a shortcode in Handlebars reads',
      `-- layouts/shortcodes/clock.hbs --\n{{page.params.reveal_hugo.countdown}}\n${deck('{countdown: 5}')}`,
    ],
  ])('is %s', (_, site) => {
    expect(slipsOf(site)).toEqual([]);
  });

  test.each([
    ['a plain value beside plugins that is near to another', deck('{plugins: [own.js], transistion: fade}')],
    ['a table beside an empty list of plugins', deck('{plugins: [], own: {side: left}}')],
    [
      'a word that a template has only a part of',
      `-- layouts/partials/reveal-hugo/body.html --\ncountdowns\n${deck('{countdown: 5}')}`,
    ],
  ])('but %s is one', (_, site) => {
    expect(slipsOf(site)).toHaveLength(1);
  });
});

test('names of the language itself are no keys', () => {
  expect(slipsOf(`-- hugo.yaml --\nparams: {reveal_hugo: {constructor: 1}}\n${DECK}`)).toHaveLength(1);
});
