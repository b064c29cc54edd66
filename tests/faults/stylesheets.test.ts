/** Stylesheets of authors as Hugo takes them: the forms of LibSass, imports of what a template has made, and mistakes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, type BuildResult } from '../../src/index.ts';
import { writeSite } from '../support/write-site.ts';

const CONFIG = `-- hugo.toml --
[params.reveal_hugo]
theme = "moon"
custom_theme_compile = true
`;
const DECK = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n';

interface Built extends BuildResult {
  readonly read: (file: string) => string;
}

async function built(site: string): Promise<Built> {
  const source = writeSite(site);
  const result = await build({ source });
  return { ...result, read: (file) => readFileSync(path.join(source, 'public', file), 'utf8') };
}

/** A site whose theme is `assets/own.scss`. */
const themed = (scss: string, more = ''): Promise<Built> =>
  built(`${CONFIG}custom_theme = "own.scss"\n${DECK}-- assets/own.scss --\n${scss}\n${more}`);

describe('forms that LibSass took', () => {
  test.each([
    [
      'an address over lines',
      '@import url("\n  https://e.org/css?a=b:400,\n  700\n");\n$a: 1;',
      '@import"https://e.org/css?a=b:400,700"',
    ],
    ['in simple quotes, without url', "@import '//e.org/a.css?b=1,\n  2';", '//e.org/a.css?b=1,2'],
    ['without quotes', '@import url(https://e.org/css?a=1,\n  2);', 'https://e.org/css?a=1,2'],
    [
      'data over lines',
      '.a { background: url("data:image/svg+xml;utf8,<svg\n width=\'1\'/>") }',
      String.raw`<svg\a  width='1'/>`,
    ],
    ['several classes that are extended', '.a.b { x: y } .c { @extend .a.b; }', '.c'],
    [
      'a query without a blank',
      '@media screen and (min-width: 1px) and(max-width: 2px) { .a { x: y } }',
      'and (max-width: 2px)',
    ],
    ['division', '$w: 10px; .a { width: $w/2 }', 'width:5px'],
  ])('%s', async (_, scss, css) => {
    const { warnings, read } = await themed(scss);
    expect(warnings.filter(({ code }) => code !== 'style-foreign-host')).toEqual([]);
    expect(read('own.css')).toContain(css);
  });

  test('what only looks like one stays as it is', async () => {
    const text =
      '// don\'t @extend .a.b;\n.a { content: "@extend .a.b; and(x)"; }\n/* url("\n") */\n.b { c: d }';
    const { warnings, read } = await themed(text);
    expect(warnings).toEqual([]);
    expect(read('own.css')).toContain('.a{content:"@extend .a.b; and(x)"}.b{c:d}');
  });
});

describe('imports', () => {
  test('of a name that the file itself has mean the one with an underscore beside it', async () => {
    const { read } = await built(
      `${CONFIG}custom_theme = "css/main.scss"\n${DECK}-- assets/css/main.scss --\n@import "main";\n-- assets/css/_main.scss --\n.own { x: y }\n`,
    );
    expect(read('css/main.css')).toContain('.own{x:y}');
  });

  test.each([
    [
      'a file below its own',
      'resources.Get "styles/main.scss" | resources.ExecuteAsTemplate "out/x.scss" .',
      '@import "parts/a";',
    ],
    [
      'a file above its own',
      'resources.Get "styles/main.scss" | resources.ExecuteAsTemplate "x.scss" .',
      '@import "../other/b";',
    ],
    [
      'from the top',
      'resources.Get "styles/main.scss" | resources.ExecuteAsTemplate "deep/er/x.scss" .',
      '@import "other/b";',
    ],
    [
      'of a copy',
      'resources.Get "styles/main.scss" | resources.Copy "far/x.scss"',
      '@import "parts/a.scss";',
    ],
    [
      'of a template of a template',
      'resources.Get "styles/main.scss" | resources.ExecuteAsTemplate "1.scss" . | resources.ExecuteAsTemplate "2/3.scss" .',
      '@import "parts/a";',
    ],
  ])(
    'of what a template has made lead on from the file that it was made from: %s',
    async (_, pipe, imports) => {
      const { warnings, read } = await built(
        `${DECK}-- layouts/partials/reveal-hugo/head.html --\n{{ $s := ${pipe} | toCSS (dict "targetPath" "css/x.css") }}<link rel="stylesheet" href="{{ $s.RelPermalink }}">\n-- assets/styles/main.scss --\n${imports}\n-- assets/styles/parts/_a.scss --\n.own { x: y }\n-- assets/other/b.scss --\n.own { x: y }\n`,
      );
      expect(warnings).toEqual([]);
      expect(read('css/x.css').replace(/\s/g, '')).toContain('.own{x:y;}');
    },
  );
});

describe('a custom theme that does not compile', () => {
  test('leaves the deck in its theme, and its line, its option and that theme are told', async () => {
    const { warnings, read, decks } = await themed('.a { x: $nope }');
    expect(decks).toBe(1);
    expect(warnings).toMatchObject([
      { code: 'scss-invalid', severity: 'warning', file: 'assets/own.scss', line: 1, column: 9 },
    ]);
    expect(warnings[0]?.message).toContain(
      'reveal_hugo.custom_theme names it, and the deck is built with the theme "moon"',
    );
    expect(read('index.html')).toMatch(/deck-assets\/moon-/);
    expect(read('index.html')).not.toContain('own.css');
  });

  test.each([
    ['a mistake in a template of it', '.a { x: {{ .Nope }} }', 'template-failed'],
    ['an import that is not there', '@import "nope";', 'scss-invalid'],
    ['an import with a mistake', '@import "b";\n-- assets/_b.scss --\n.b {', 'scss-invalid'],
  ])('%s', async (_, scss, code) => {
    const { warnings } = await themed(scss);
    expect(warnings.map((one) => [one.severity, one.code])).toEqual([['warning', code]]);
  });

  test('is taken as it is where it is plain CSS', async () => {
    const { warnings, read } = await built(
      `${CONFIG}custom_theme = "own.css"\n${DECK}-- static/own.css --\n@import "more/base";\n.a { b: c }\n`,
    );
    expect(warnings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning scss-invalid']);
    expect(warnings[0]?.message).toContain('the file is used unchanged');
    expect(read('index.html')).toContain('own.css');
  });

  test('under --strict it is an error', async () => {
    const source = writeSite(`${CONFIG}custom_theme = "own.scss"\n${DECK}-- assets/own.scss --\n.a {\n`);
    await expect(build({ source, strict: true })).rejects.toThrow('scss-invalid assets/own.scss');
  });
});

describe('foreign addresses that are told', () => {
  const told = async (css: string): Promise<readonly string[]> => {
    const { warnings } = await built(
      `-- hugo.toml --\n[params.reveal_hugo]\ncustom_theme = "own.css"\n${DECK}-- static/own.css --\n${css}\n`,
    );
    return warnings.flatMap(
      ({ message }) => /the deck loads (.*) from another host/.exec(message)?.[1] ?? [],
    );
  };

  test.each([
    ['@import url("https://e.org/css2?a=0,300;1,700&b=c");', 'https://e.org/css2?a=0,300;1,700&b=c'],
    ["@import 'https://e.org/css2?a=0;1';", 'https://e.org/css2?a=0;1'],
    ['@import url(//e.org/css2?a=0;1);', '//e.org/css2?a=0;1'],
    ["@import url( 'https://e.org/a(b)c' ) screen;", 'https://e.org/a(b)c'],
  ])('are whole: %s', async (css, address) => expect(await told(css)).toEqual([address]));

  test('are none in a comment', async () =>
    expect(await told('/* @import url("https://e.org/a"); */ .a { b: c }')).toEqual([]));

  test('are whole in the site that was reported', async () => {
    const site = path.join(import.meta.dirname, 'told-address-is-cut', 'site');
    const css = readFileSync(path.join(site, 'static/css/garden.css'), 'utf8');
    expect(await told(css)).toEqual([
      'https://fonts.example/css2?family=Lato:ital,wght@0,300;0,400;1,700&display=swap',
    ]);
  });
});
