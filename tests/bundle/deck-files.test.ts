/** Stylesheets and scripts that authors name: where they are found, and what is said where they are not. */
import { describe, expect, test } from 'vitest';
import { findDeckFiles as find, publishedBy, findingsOf } from '../support/find-deck-files.ts';

describe('a custom theme as CSS', () => {
  test.each(['css/own.css', '/css/own.css', '/sub/css/own.css', './css/own.css'])(
    'is found in static/, however it is written: %s',
    (path) => {
      const deck = find(`custom_theme = "${path}"`, { 'static/css/own.css': '.a {}' });
      expect(deck.files.styles).toEqual(['css/own.css']);
      expect(deck.style.theme).toBe('custom');
      expect(publishedBy(deck)).toEqual({});
      expect(deck.diagnostics).toEqual([]);
    },
  );

  test('is found beside the deck, and in assets/, from where it is published with what it names', () => {
    const beside = find('custom_theme = "own.css"', { 'content/talk/own.css': '.a {}' });
    expect(beside.files.styles).toEqual(['talk/own.css']);
    const asset = find('custom_theme = "css/own.css"', {
      'assets/css/own.css': '.a { background: url("../img/a.svg#b") url(none.svg) url(data:x) }',
      'assets/img/a.svg': '<svg/>',
    });
    expect(asset.files.styles).toEqual(['css/own.css']);
    expect(Object.keys(publishedBy(asset))).toEqual(['css/own.css', 'img/a.svg']);
  });

  test('an address with a host is left alone, and so is one with a slash in front that is none of ours', () => {
    const foreign = find('custom_theme = "https://example.org/a.css"');
    expect(foreign.files.styles).toEqual(['https://example.org/a.css']);
    expect(findingsOf(foreign)).toEqual(['style-foreign-host content/talk/_index.md:4']);
    const rooted = find('custom_theme = "/elsewhere/a.css"');
    expect(rooted.files.styles).toEqual(['/elsewhere/a.css']);
    expect(rooted.diagnostics).toEqual([]);
  });

  test('one that is missing is said, and the theme is shown', () => {
    const deck = find('theme = "moon"\ncustom_theme = "css/gone.css"');
    expect(deck.style.theme).toBe('moon');
    expect(deck.files.styles).toEqual([]);
    expect(findingsOf(deck)).toEqual(['style-missing content/talk/_index.md:5']);
    expect(deck.diagnostics[0]?.hint).toBe(
      'Looked in static/css/gone.css and assets/css/gone.css. The deck is built with the theme "moon".',
    );
  });

  test('one that imports from another host is said at its line', () => {
    const deck = find('custom_theme = "own.css"', {
      'static/own.css': '.a {}\n@import url(https://fonts.googleapis.com/css?family=Lato);\n',
    });
    expect(findingsOf(deck)).toEqual(['style-foreign-host static/own.css:2']);
  });

  test('one of reveal.js itself, by its path in reveal-hugo, is the theme of that name', () => {
    const deck = find('custom_theme = "reveal-js/dist/theme/moon.css"');
    expect(deck.style.theme).toBe('moon');
    expect(deck.files.styles).toEqual([]);
  });

  test.each([
    ['robot-lung', '#ff4081', ['roboto', 'roboto-slab']],
    ['sunblind', '#f6f195', ['lato', 'lora']],
  ])('reveal-hugo’s own %s comes with us', (name, colour, fonts) => {
    const deck = find(`custom_theme = "reveal-hugo/themes/${name}.css"`);
    const published = publishedBy(deck);
    const css = published[`reveal-hugo/themes/${name}.css`] ?? '';
    expect(css).toContain(`--deck-line-color: ${colour}`);
    expect(css).not.toMatch(/@import|https?:/);
    for (const font of fonts) {
      expect(css).toContain(`url(../../deck-assets/fonts/${font}-latin-700-normal`);
      expect(Object.keys(published).join()).toContain(`deck-assets/fonts/${font}-latin-700-normal`);
    }
    expect(css).not.toMatch(/(?:roboto|lora)-(?:math|symbols)/);
    expect(deck.style.theme).toBe('serif');
    expect(find(`custom_theme = "/reveal-hugo/themes/${name}.css"`).files).toEqual(deck.files);
    expect(deck.diagnostics).toEqual([]);
  });
});

describe('a custom theme as SCSS', () => {
  const own = { 'assets/css/own.scss': '$c: red;\n.a { color: $c; background: url(a.png) }' };

  test('is compiled to a file beside it', () => {
    const deck = find('custom_theme = "css/own.scss"\ncustom_theme_compile = true', own);
    expect(deck.files.styles).toEqual(['css/own.css']);
    expect(publishedBy(deck)).toEqual({ 'css/own.css': '.a{color:red;background:url(a.png)}\n' });
    expect(deck.usedFiles).toContain('assets/css/own.scss');
  });

  test('or to the one that its options name, with a map', () => {
    const deck = find(
      'custom_theme = "css/own.scss"\n[reveal_hugo.custom_theme_options]\ntargetPath = "styles/theme.css"\nenableSourceMap = true',
      own,
    );
    expect(deck.files.styles).toEqual(['styles/theme.css']);
    expect(Object.keys(publishedBy(deck))).toEqual(['styles/theme.css', 'styles/theme.css.map']);
    expect(publishedBy(deck)['styles/theme.css']).toContain('sourceMappingURL=theme.css.map');
  });

  test('the fonts that themes of reveal.js import come with us', () => {
    const deck = find('custom_theme = "own.scss"', {
      'assets/own.scss': '@import url(./fonts/league-gothic/league-gothic.css);\n.a { b: c }',
    });
    const css = publishedBy(deck)['own.css'] ?? '';
    expect(css).not.toContain('@import');
    expect(css).toMatch(/^\.a\{b:c\}[^]*@font-face[^]*url\(deck-assets\/fonts\/league-gothic-/);
  });

  test('an import from another host is said at its line', () => {
    const deck = find('custom_theme = "own.scss"', {
      'assets/own.scss': '.a { b: c }\n@import url(https://fonts.googleapis.com/css?family=Lato);\n',
    });
    expect(findingsOf(deck)).toEqual(['style-foreign-host assets/own.scss:2']);
  });

  test('actions of templates in it are run', () => {
    const deck = find('custom_theme = "own.scss"', { 'assets/own.scss': '.a { color: {{ ground }} }' });
    expect(publishedBy(deck)['own.css']).toBe('.a{color:green}\n');
  });

  test('a mistake in it is an error at its line, and the theme is shown', () => {
    const deck = find('custom_theme = "own.scss"', { 'assets/own.scss': '.a {\n  color: $none;\n}' });
    expect(findingsOf(deck)).toEqual(['scss-invalid assets/own.scss:2']);
    expect(deck.style.theme).toBe('black');
  });
});

describe('what is laid over the theme', () => {
  test('custom_css, one or several, then the stylesheets of plugins', () => {
    const texts = { 'static/a.css': '', 'static/b.css': '', 'static/p.css': '', 'static/p.js': '' };
    const deck = find(
      'custom_css = ["a.css", "b.css"]\nplugins = [{name = "P", source = "p.js", css = "p.css"}]',
      texts,
    );
    expect(deck.files).toMatchObject({ styles: ['a.css', 'b.css'], pluginStyles: ['p.css'] });
    expect(deck.style.theme).toBe('black');
  });
});

describe('scripts', () => {
  const texts = { 'static/js/a.js': '', 'content/talk/b.js': '', 'assets/js/c.js': 'c' };

  test('are found in static/, beside the deck, and in assets/', () => {
    const deck = find('custom_js = ["js/a.js", "b.js", "js/c.js"]', texts);
    expect(deck.files.scripts).toEqual(['js/a.js', 'talk/b.js', 'js/c.js']);
    expect(publishedBy(deck)).toEqual({ 'js/c.js': 'c' });
    expect(deck.scripts).toBe('classic');
  });

  test('one that is missing is said and left out', () => {
    const deck = find('custom_js = "js/gone.js"\nplugins = ["js/lost.js"]');
    expect(deck.files).toMatchObject({ scripts: [], plugins: [] });
    expect(deck.scripts).toBe('module');
    expect(findingsOf(deck).sort()).toEqual([
      'script-missing content/talk/_index.md:4',
      'script-missing content/talk/_index.md:5',
    ]);
  });

  test('a plugin that is taken as it is written is looked for nowhere', () => {
    const deck = find('plugins = [{name = "P", source = "somewhere/p.js", verbatim = true}]');
    expect(deck.files.plugins).toEqual([{ name: 'P', isOptional: false, script: 'somewhere/p.js' }]);
  });

  test.each([
    ['plugins = ["RevealNotes", "RevealSearch"]', ['search', 'speaker']],
    ['plugins = [{name = "RevealZoom", source = "plugin/zoom/zoom.js"}]', ['zoom']],
    ['plugins = ["reveal-js/plugin/notes/notes.js", "plugin/zoom-js/zoom.js"]', ['speaker', 'zoom']],
    ['plugins = ["RevealMarkdown", "RevealHighlight"]', []],
  ])('those of reveal.js are features: %s', (params, features) => {
    const deck = find(`load_default_plugins = false\n${params}`);
    expect(deck.features).toEqual(features);
    expect(deck.scripts).toBe('module');
    expect(deck.diagnostics).toEqual([]);
  });

  test('unless the author brings one of that name', () => {
    const deck = find('plugins = [{name = "RevealZoom", source = "plugin/zoom/zoom.js"}]', {
      'static/plugin/zoom/zoom.js': '',
    });
    expect(deck.features).toEqual(['search', 'speaker']);
    expect(deck.files.plugins).toEqual([
      { name: 'RevealZoom', isOptional: false, script: 'plugin/zoom/zoom.js' },
    ]);
  });
});

test('a style of code that is gone from highlight.js is found where it is now', () => {
  for (const name of [
    'monokai',
    'atelier-cave-dark',
    'solarized-dark',
    'kimbie.dark',
    'darkula',
    'github-gist',
  ])
    expect(find(`highlight_theme = "${name}"`).diagnostics).toEqual([]);
  const deck = find('highlight_theme = "githb"');
  expect(findingsOf(deck)).toEqual(['highlight-theme-unknown content/talk/_index.md:4']);
});

test.each(['base16/../github', '../styles/github', '../../package', 'constructor', 'toString'])(
  'the style %s is unknown',
  (name) => {
    const deck = find(`highlight_theme = "${name}"`);
    expect(findingsOf(deck)).toEqual(['highlight-theme-unknown content/talk/_index.md:4']);
  },
);

describe('the first slide is painted before the stylesheet has come', () => {
  const isPainted = (files: Readonly<Record<string, string>>): boolean | undefined =>
    find('', files).style.hasCriticalCss;

  test.each([
    'layouts/404.html',
    'layouts/404.hbs',
    'layouts/_default/single.html',
    'layouts/_default/list.html',
    'layouts/_default/baseof.html',
    'layouts/_default/sitemap.xml',
    'layouts/landing.hbs',
    'layouts/partials/mine.hbs',
    'layouts/partials/look.hbs',
    'layouts/shortcodes/a.html',
  ])('beside %s', (path) => expect(isPainted({ [path]: 'text' })).toBe(true));

  test.each([
    ['layouts/deck.hbs', '{{> head}}'],
    ['layouts/partials/head.hbs', '<title>{{title}}</title>'],
    ['layouts/_default/baseof.reveal.html', '{{ block "main" . }}{{ end }}'],
    ['layouts/_default/list.reveal.html', '<html></html>'],
    ['layouts/talk/baseof.reveal.html', '{{ block "main" . }}{{ end }}'],
    ['layouts/_default/baseof.reveal.html', '{{ a mistake'],
  ])('but not in the page of the author: %s', (path, text) =>
    expect(isPainted({ [path]: text })).toBe(false),
  );
});
