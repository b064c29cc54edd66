/** Themes that authors wrote in SCSS, for reveal.js 3 to 6. */
import { describe, expect, test } from 'vitest';
import { normalizeScssOptions } from '../../../src/bundle/styles/scss-options.ts';
import { type CompiledScss, createScssCompiler } from '../../../src/bundle/styles/scss.ts';
import { createScssThread } from '../../../src/bundle/styles/scss-thread.ts';
import { DeckError, type Diagnostic } from '../../../src/diagnostics.ts';
import type { Table } from '../../../src/types.ts';

const ROOT = import.meta.dirname;

interface Compiled extends CompiledScss {
  readonly warnings: readonly Diagnostic[];
}

/** Compiles `assets/css/theme.scss`, beside other files by their paths below the site's root. */
function compile(text: string, others: Readonly<Record<string, string>> = {}, options: Table = {}): Compiled {
  const texts: Readonly<Record<string, string>> = { ...others, 'assets/css/theme.scss': text };
  const find = (path: string): string | undefined =>
    ['assets', 'static'].map((folder) => `${folder}/${path}`).find((file) => file in texts);
  const compiler = createScssCompiler({
    root: ROOT,
    files: { find, read: (source) => texts[source] },
    run: createScssThread(),
  });
  const warnings: Diagnostic[] = [];
  const source = { path: 'assets/css/theme.scss', text };
  const input = { name: 'css/theme.scss', source, location: {} };
  const compiled = compiler.compile(
    input,
    normalizeScssOptions({ outputStyle: 'expanded', ...options }),
    (warning) => warnings.push(warning),
  );
  return { ...compiled, warnings };
}

function mistakeIn(text: string, others: Readonly<Record<string, string>> = {}): Diagnostic | undefined {
  try {
    compile(text, others);
  } catch (error) {
    if (error instanceof DeckError) return error.diagnostics[0];
    throw error;
  }
  return undefined;
}

/** A theme as it was written for reveal.js 4, with the paths that lead to its template. */
const themeFor4 = (folder: string): string => `
@import "${folder}mixins";
@import "${folder}settings";

$backgroundColor: rgb(3, 129, 45);
$mainFont: 'Source Sans Pro', Helvetica, sans-serif;
$mainFontSize: (76px / 2);
$linkColor: #42affa;
$linkColorHover: lighten( $linkColor, 15% );
$heading1Size: 2.5em;

@include light-bg-text-color(#222);

@import "${folder}theme";

.reveal pre { margin: 50px auto; }
`;

describe('the template of reveal.js', () => {
  test.each([
    'reveal-js/dist/theme/template/',
    'reveal-js/css/theme/template/',
    '../reveal-js/dist/theme/template/',
    '../template/',
    'template/',
    '../../themes/reveal-hugo/static/reveal-js/css/theme/template/',
    'reveal.js/css/theme/template/',
    'node_modules/reveal.js/css/theme/template/',
  ])('is found at %s', (folder) => {
    const { css, warnings } = compile(themeFor4(folder));
    expect(css).toContain('--r-background-color: rgb(3, 129, 45);');
    expect(css).toContain('--r-main-font-size: 38px;');
    expect(css).toContain('--r-main-font: Source Sans Pro, Helvetica, sans-serif;');
    expect(css).toMatch(/--r-link-color-hover: (?:#8ccffc|hsl|rgb)/);
    expect(css).toContain('section.has-light-background h6 {\n  color: #222;');
    expect(css).toMatch(/\.reveal h1 \{\n\s+font-size: var\(--r-heading1-size\);/);
    expect(css).toMatch(/\.reveal-viewport \{\n\s+background: rgb\(3, 129, 45\);/);
    expect(css.indexOf('margin: 50px auto')).toBeGreaterThan(css.indexOf('.reveal pre {\n  display: block'));
    expect(warnings).toEqual([]);
  });

  test('the ground may be a mixin of the theme', () => {
    const { css } = compile(`
@import "template/mixins"; @import "template/settings";
@mixin bodyBackground() { @include radial-gradient(#111, #999); }
@import "template/theme";`);
    expect(css).toMatch(/\.reveal-viewport \{\n\s+background: #111;\n\s+background: radial-gradient\(circle/);
  });

  test('takes the names of reveal.js 6 too, beside the older ones and with @use', () => {
    const imported = compile(
      '@import "template/settings"; $mainColor: red; $main-color: blue; $background-color: green; @import "template/theme";',
    );
    expect(imported.css).toMatch(/--r-main-color: red;[^]*--r-main-color: blue;/);
    expect(imported.css).toMatch(/--r-background: green/);
    const used = compile(
      '@use "reveal.js/css/theme/template/settings" with ($main-color: blue); @use "reveal.js/css/theme/template/theme";',
    );
    expect(used.css).toContain('--r-main-color: blue;');
    expect(used.css).toContain('.reveal h1');
  });

  test('whole themes of reveal.js can be built upon', () => {
    const { css } = compile('@import "reveal-js/css/theme/source/serif"; .reveal { color: red; }');
    expect(css).toMatch(/--r-main-font: 'Palatino Linotype'/);
    expect(css).toMatch(/\.reveal \{\n\s+color: red;\n\}\s*$/);
  });

  test('a template of the author wins', () => {
    const { css, usedFiles } = compile('@import "template/theme";', {
      'assets/template/_theme.scss': '.own { a: b }',
    });
    expect(css).toBe('.own {\n  a: b;\n}');
    expect(usedFiles).toContain('assets/template/_theme.scss');
  });
});

describe('imports', () => {
  const own = { 'assets/css/_colours.scss': '$c: red;', 'assets/lib/_index.scss': '.lib { a: b }' };

  test('lead on from the file, from assets/, and from static/ where assets/ has none', () => {
    const { css, usedFiles } = compile(
      '@import "colours"; @import "lib"; @import "../plain"; .a { color: $c }',
      { ...own, 'static/plain.scss': '.plain { a: b }' },
    );
    expect(css).toMatch(/\.lib[^]*\.plain[^]*color: red/);
    expect(usedFiles).toEqual(
      expect.arrayContaining([
        'assets/css/theme.scss',
        'assets/css/_colours.scss',
        'assets/lib/_index.scss',
        'static/plain.scss',
      ]),
    );
  });

  test('from the folder of the first stylesheet, whatever file names them', () => {
    const { css } = compile("@use 'parts/colors';", {
      'assets/css/parts/_colors.scss': "@use 'parts/names' as n; a { color: n.$ink; }",
      'assets/css/parts/_names.scss': '$ink: blue;',
    });
    expect(css).toContain('color: blue');
  });

  test('and in the folders of includePaths', () => {
    const { css } = compile(
      '@import "from-afar";',
      { 'vendor/scss/_from-afar.scss': '.far { a: b }' },
      { include_paths: ['./vendor/scss/'] },
    );
    expect(css).toContain('.far');
  });

  test('hugo:vars has the variables of the options', () => {
    const { css } = compile(
      '@use "hugo:vars" as h; .a { color: h.$ground; b: h.$word }',
      {},
      {
        vars: { ground: '#abcdef', word: 'two words' },
      },
    );
    expect(css).toContain('color: #abcdef;\n  b: "two words";');
  });

  test('@use "sass:math" and a division of old', () => {
    const { css } = compile('@use "sass:math"; .a { width: math.div(10px, 4); height: (10px/4) }');
    expect(css).toContain('width: 2.5px;\n  height: 2.5px;');
  });
});

describe('options', () => {
  test('minified unless asked otherwise, with a map where one is asked for', () => {
    expect(compile('.a { b: c }', {}, { outputStyle: undefined }).css).toBe('.a{b:c}');
    expect(compile('.a { b: c }').sourceMap).toBeUndefined();
    const { sourceMap } = compile('.a { b: c }', {}, { enablesourcemap: true });
    expect(JSON.parse(sourceMap ?? '')).toMatchObject({ sources: ['site:/css/theme.scss'] });
  });

  test('a target never lies outside', () => {
    expect(normalizeScssOptions({ targetPath: '/../../css/./x.css' }).targetPath).toBe('css/x.css');
  });
});

describe('mistakes', () => {
  test('have their line in the author’s file', () => {
    const found = mistakeIn('.a {\n  color: $nope;\n}\n');
    expect(found).toMatchObject({
      code: 'scss-invalid',
      severity: 'error',
      file: 'assets/css/theme.scss',
      line: 2,
      column: 10,
      message: "Sass can't compile this stylesheet: Undefined variable",
    });
    expect(found?.frame).toContain('> 2 |   color: $nope;');
  });

  test('also in a file that was imported', () => {
    const found = mistakeIn('@import "part";', { 'assets/css/_part.scss': '\n.a { b: c' });
    expect(found).toMatchObject({ code: 'scss-invalid', file: 'assets/css/_part.scss', line: 2 });
  });

  test('an import that leads nowhere says where it was looked for', () => {
    const found = mistakeIn('\n@import "nowhere";');
    expect(found).toMatchObject({ code: 'scss-invalid', line: 2, column: 9 });
    expect(found?.hint).toContain('assets/');
  });

  test('Sass that is not installed is asked for', () => {
    const nothing = { find: () => undefined, read: () => undefined };
    const source = { path: 'assets/a.scss', text: '' };
    const place = { source: { path: 'hugo.toml', text: 'custom_theme' }, offset: 0 };
    const compile = (): unknown =>
      createScssCompiler({
        root: ROOT,
        files: nothing,
        run: createScssThread(),
        locate: () => undefined,
      }).compile({ name: 'a.scss', source, location: place }, normalizeScssOptions({}), () => undefined);
    expect(compile).toThrow(/sass-package-missing hugo\.toml:1:1[^]*npm install --save-dev sass/);
  });

  test('a warning of the stylesheet is one of ours', () => {
    expect(compile('.a { b: c }\n@warn "old";').warnings).toMatchObject([
      { code: 'scss-warning', severity: 'warning', message: 'old', line: 2 },
    ]);
  });
});
