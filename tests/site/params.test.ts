/** `reveal_hugo` of the site and of a page: options for reveal.js, and what is the theme's own. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { resolve, resolveFiles, type Resolved } from '../support/deck-params.ts';
import { openSite, renderHtml } from '../support/site.ts';

/** The options for reveal.js, without those that the theme gives it by default. */
function optionsOf(site: string, page?: string): Record<string, unknown> {
  const { params, diagnostics } = resolve(site, page);
  expect(diagnostics).toEqual([]);
  const defaults = Object.entries(resolve('{}').params.options);
  const isDefault = (key: string, value: unknown): boolean =>
    defaults.some(([name, fallback]) => name === key && fallback === value);
  return Object.fromEntries(Object.entries(params.options).filter(([key, value]) => !isDefault(key, value)));
}

test('what counts where nobody says anything', () => {
  expect(resolve('{}')).toEqual({
    params: {
      options: { center: true, controls: true, history: true, progress: true, transition: 'slide' },
      theme: 'black',
      customTheme: undefined,
      compilesTheme: false,
      themeOptions: {},
      customCss: [],
      customJs: [],
      highlightTheme: 'default',
      plugins: [],
      loadDefaultPlugins: true,
      download: false,
      og: false,
      logo: undefined,
      locations: {},
    },
    diagnostics: [],
  });
});

describe('names of options', () => {
  test.each([
    ['{slide_number: true}', { slideNumber: true }],
    ['{slideNumber: true}', { slideNumber: true }],
    ['{auto_animate_duration: 0.5}', { autoAnimateDuration: 0.5 }],
    ['{hash_one_based_index: true}', { hashOneBasedIndex: true }],
    ['{min_scale: 0.2, maxScale: 2}', { minScale: 0.2, maxScale: 2 }],
    ['{width: 1920, hash: true}', { width: 1920, hash: true }],
    ['{slidenumber: true, HASHONEBASEDINDEX: true}', { slideNumber: true, hashOneBasedIndex: true }],
    ['{pdf_separate_fragments: false}', { pdfSeparateFragments: false }],
    ['{auto_animate_unmatched: false, autoslide: 5}', { autoAnimateUnmatched: false, autoSlide: 5 }],
  ])('%s', (site, options) => {
    expect(optionsOf(site)).toEqual(options);
    expect(optionsOf('{}', site)).toEqual(options);
  });

  test('reveal_hugo itself is found in any case of its letters', () => {
    const { params } = resolveFiles(
      'Params: {Reveal_Hugo: {margin: 0.1}}\n',
      '---\noutputs: Reveal\nREVEAL_HUGO: {hash: true}\n---\n',
    );
    expect(params.options).toMatchObject({ margin: 0.1, hash: true });
  });

  test('at the top of the configuration it has no effect, as in Hugo', () => {
    const { params } = resolveFiles('reveal_hugo: {margin: 0.1}\n', '---\noutputs: Reveal\n---\n');
    expect(params.options).not.toHaveProperty('margin');
  });

  test('a page may have it below params', () => {
    const { params } = resolveFiles(
      'title: T\n',
      '---\noutputs: Reveal\nreveal_hugo: {margin: 0.1, hash: true}\nparams: {reveal_hugo: {margin: 0.2}}\n---\n',
    );
    expect(params.options).toMatchObject({ margin: 0.2, hash: true });
  });
});

describe('values of options', () => {
  test.each([
    ["{width: '1920'}", { width: '1920' }],
    ["{width: '100%'}", { width: '100%' }],
    ["{slide_number: 'c/t'}", { slideNumber: 'c/t' }],
    ['{margin: 0.04}', { margin: 0.04 }],
    ['{progress: false}', { progress: false }],
    ['{keyboard: {32: null, 13: next}}', { keyboard: { 32: null, 13: 'next' } }],
    ['{custom_js: a.js, some_list: [a, 1, true]}', { someList: ['a', 1, true] }],
    ['{katex: {some_key: 1}}', { katex: { some_key: 1 } }],
  ])('are handed on as they were typed: %s', (site, options) => {
    expect(optionsOf(site)).toEqual(options);
  });

  test('TOML and YAML give the same', () => {
    const { params } = resolveFiles(
      'title: T\n',
      '+++\noutputs = ["Reveal"]\n[reveal_hugo]\nslide_number = "c"\nwidth = 1280\n[reveal_hugo.keyboard]\n13 = "next"\n+++\n',
    );
    expect(params.options).toMatchObject({ slideNumber: 'c', width: 1280, keyboard: { 13: 'next' } });
  });
});

describe('the page wins over the site', () => {
  test('key by key', () => {
    expect(optionsOf('{margin: 0.1, hash: true}', '{margin: 0.2, width: 800}')).toEqual({
      margin: 0.2,
      hash: true,
      width: 800,
    });
  });

  test('whichever spelling each of them uses', () => {
    expect(optionsOf('{slideNumber: true}', '{slide_number: c}')).toEqual({ slideNumber: 'c' });
    expect(optionsOf('{slide_number: true}', '{slideNumber: c}')).toEqual({ slideNumber: 'c' });
  });

  test('and not deeper: a table takes the place of a table', () => {
    expect(optionsOf('{keyboard: {13: next, 32: prev}}', '{keyboard: {13: prev}}')).toEqual({
      keyboard: { 13: 'prev' },
    });
  });

  test('over the defaults too', () => {
    expect(resolve('{transition: fade}').params.options['transition']).toBe('fade');
    expect(resolve('{transition: fade}', '{transition: zoom}').params.options['transition']).toBe('zoom');
    expect(resolve('{center: false}').params.options['center']).toBe(false);
  });

  test('the pages behind the head have no say', () => {
    const files = memoryFiles({
      'content/_index.md': '---\noutputs: Reveal\n---\n# A\n',
      'content/home/a.md': '---\nreveal_hugo: {theme: white, margin: 0.1}\n---\n# B\n',
    });
    const pipeline = openSite(files);
    const [deck] = pipeline.decks().decks;
    const params = deck && pipeline.render(deck).params;
    expect(params?.theme).toBe('black');
    expect(params?.options).not.toHaveProperty('margin');
  });
});

describe('what is the theme’s own', () => {
  test('never reaches reveal.js', () => {
    const own =
      '{theme: night, custom_theme: a.css, custom_theme_compile: true, custom_theme_options: {a: 1}, custom_css: b.css, custom_js: c.js, highlight_theme: monokai, load_default_plugins: true, logo: {src: d.png}, plugins: [e.js], reveal_cdn: x, templates: {f: {class: g}}}';
    const { options } = resolve('{}').params;
    expect(resolve(own).params.options).toEqual(options);
    expect(resolve('{}', own).params.options).toEqual(options);
  });

  test.each(['reveal_cdn', 'highlight_cdn', 'mathjax_cdn', 'mermaid_cdn'])(
    'is named in a warning where it would take scripts from another host: %s',
    (key) => {
      const { params, diagnostics } = resolve(`{${key}: "https://cdn.example.org/"}`);
      expect(params.options).toEqual(resolve('{}').params.options);
      expect(diagnostics).toMatchObject([
        {
          code: 'param-ignored',
          severity: 'warning',
          message: expect.stringContaining(`reveal_hugo.${key} `) as string,
          file: 'hugo.yaml',
        },
      ]);
    },
  );

  test('in either spelling', () => {
    const snake = resolve(
      '{theme: night, custom_theme: a.css, custom_css: b.css, highlight_theme: monokai, load_default_plugins: false, logo: {src: d.png}}',
    );
    const camel = resolve(
      '{}',
      '{theme: night, customTheme: a.css, customCss: b.css, highlightTheme: monokai, loadDefaultPlugins: false, logo: {src: d.png}}',
    );
    const unplaced = ({ params, diagnostics }: Resolved): unknown => [
      { ...params, locations: {} },
      diagnostics,
    ];
    expect(unplaced(camel)).toEqual(unplaced(snake));
    expect(Object.keys(camel.params.locations)).toEqual(Object.keys(snake.params.locations));
    expect(snake.params).toMatchObject({
      theme: 'night',
      customTheme: 'a.css',
      customCss: ['b.css'],
      highlightTheme: 'monokai',
      loadDefaultPlugins: false,
      logo: { src: 'd.png' },
    });
  });

  test('a page takes the place of the site', () => {
    const { params } = resolve(
      '{theme: white, highlight_theme: a, logo: {src: a.png, top: 1%}}',
      '{theme: moon, highlight_theme: b, logo: {src: b.png}}',
    );
    expect(params).toMatchObject({ theme: 'moon', highlightTheme: 'b', logo: { src: 'b.png' } });
    expect(params.logo).toEqual({ src: 'b.png' });
  });

  test('the logo stands beside reveal_hugo, and each of its keys is the page’s or the site’s', () => {
    const { params } = resolveFiles(
      'params: {logo: {src: a.png, top: 2%}}\n',
      '---\noutputs: Reveal\nlogo: {src: b.png}\n---\n',
    );
    expect(params.logo).toEqual({ src: 'b.png', top: '2%' });
  });

  test('files are named alone or as a list', () => {
    expect(resolve('{custom_css: a.css, custom_js: [a.js, "", b.js]}').params).toMatchObject({
      customCss: ['a.css'],
      customJs: ['a.js', 'b.js'],
    });
  });

  test('a custom theme is compiled when that is said, or when its name says so', () => {
    expect(resolve('{custom_theme: a.css}').params.compilesTheme).toBe(false);
    expect(resolve('{custom_theme: a.css, custom_theme_compile: true}').params.compilesTheme).toBe(true);
    expect(resolve('{custom_theme: a.scss}').params.compilesTheme).toBe(true);
    const { themeOptions } = resolve('{custom_theme_options: {targetPath: css/a.css}}').params;
    expect(themeOptions).toEqual({ targetPath: 'css/a.css' });
  });

  test('an empty text is none', () => {
    const { params, diagnostics } = resolve('{theme: "", custom_theme: "", highlight_theme: ""}');
    expect(diagnostics).toEqual([]);
    expect(params).toMatchObject({ theme: 'black', customTheme: undefined, highlightTheme: 'default' });
  });
});

describe('the theme', () => {
  test.each([
    'beige',
    'black',
    'black-contrast',
    'blood',
    'dracula',
    'league',
    'moon',
    'night',
    'serif',
    'simple',
    'sky',
    'solarized',
    'white',
    'white-contrast',
  ])('%s, also as the name of its file', (theme) => {
    expect(resolve(`{theme: ${theme}}`)).toMatchObject({ params: { theme }, diagnostics: [] });
    expect(resolve('{}', `{theme: ${theme}.css}`)).toMatchObject({ params: { theme }, diagnostics: [] });
  });

  test('the deck is rendered all the same', () => {
    const files = memoryFiles({
      'content/_index.md': '---\noutputs: Reveal\nreveal_hugo: {theme: nope}\n---\n# A\n',
    });
    const pipeline = openSite(files);
    expect(pipeline.decks().decks.map((deck) => renderHtml(pipeline, deck).sections)).toEqual([
      ['<section>\n<h1 id="a">A</h1>\n</section>'],
    ]);
  });
});
