/** `layouts/_default/_markup/render-*.html`. */
import { describe, expect, test } from 'vitest';
import { build } from '../support/built-pages.ts';

function withHook(hook: string, text: string, template: string, files = ''): string {
  const { sections } = build(
    `-- layouts/${hook.includes('/') ? hook : `_default/_markup/${hook}`} --\n${template}\n${files}-- content/_index.md --\n+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n${text}\n`,
  );
  return sections.join('').replace(/^<section>|<\/section>$/g, '');
}

describe('render hooks', () => {
  test('of links', () => {
    expect(
      withHook(
        'render-link.html',
        'x [a *b*](/c?d=1&e "T") y',
        '<a href="{{ .Destination | safeURL }}"{{ with .Title }} title="{{ . }}"{{ end }}{{ if strings.HasPrefix .Destination "http" }} target="_blank"{{ end }}>{{ .Text }}|{{ .PlainText }}|{{ .Page.Title }}</a>{{- /* no line end */ -}}',
      ),
    ).toBe('<p>x <a href="/c?d=1&amp;e" title="T">a <em>b</em>|a b|Deck</a> y</p>');
  });

  test('of images, in a line and alone', () => {
    expect(
      withHook(
        'render-image.html',
        '![a](x.png "T")\n\nb ![c](y.png)',
        '<img src="{{ .Destination }}" alt="{{ .PlainText }}" data-n="{{ .Ordinal }}" data-block="{{ .IsBlock }}">{{- "" -}}',
      ),
    ).toBe(
      '<p><img src="x.png" alt="a" data-n="0" data-block="false"></p><p>b <img src="y.png" alt="c" data-n="1" data-block="false"></p>',
    );
  });

  test('of headings', () => {
    expect(
      withHook(
        'render-heading.html',
        '## A *b* {.c #d data-x="y"}',
        '<h{{ .Level }} id="{{ .Anchor }}" class="{{ .Attributes.class }}">{{ .Text }} {{ .PlainText }}</h{{ .Level }}>',
      ),
    ).toBe('<h2 id="d" class="c">A <em>b</em> A b</h2>');
  });

  test('of fences, by their language and for the rest', () => {
    const template =
      '<pre data-t="{{ .Type }}" data-n="{{ .Ordinal }}"{{ with .Attributes.class }} class="{{ . }}"{{ end }}>{{ .Inner }}</pre>';
    const text = '```dot {.k}\na -> b\n```\n\n```js\nlet a\n```\n';
    expect(withHook('render-codeblock-dot.html', text, template)).toMatch(
      /^<pre data-t="dot" data-n="0" class="k">a -&gt; b<\/pre><(?:pre|div)(?! data-t)/,
    );
    expect(withHook('render-codeblock.html', text, template)).toBe(
      '<pre data-t="dot" data-n="0" class="k">a -&gt; b</pre><pre data-t="js" data-n="1">let a</pre>',
    );
  });

  test('of blockquotes, those with alerts among them', () => {
    const text = '> plain\n\n> [!NOTE] My *title*\n> body\n';
    expect(
      withHook(
        'render-blockquote.html',
        text,
        '<q data-type="{{ .Type }}" data-alert="{{ .AlertType }}">{{ .AlertTitle }}|{{ .Text }}</q>',
      ),
    ).toBe(
      '<q data-type="regular" data-alert="">|<p>plain</p></q><q data-type="alert" data-alert="note">My <em>title</em>|<p>body</p></q>',
    );
    expect(withHook('render-blockquote-alert.html', text, '<q>{{ .AlertType }}</q>')).toBe(
      '<blockquote><p>plain</p></blockquote><q>note</q>',
    );
  });

  test('of decks alone, and those of a section, win over the rest', () => {
    const rest = '-- layouts/_default/_markup/render-link.html --\n<a>rest</a>{{- "" -}}\n';
    expect(withHook('render-link.reveal.html', '[a](b)', '<a>deck</a>{{- "" -}}', rest)).toBe(
      '<p><a>deck</a></p>',
    );
    const { files } = build(`${rest}-- layouts/talk/_markup/render-link.html --
<a>talk</a>{{- "" -}}
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
[a](b)
-- content/other/_index.md --
+++
outputs = ["Reveal"]
+++
[a](b)
`);
    expect(files['talk/index.html']).toContain('<p><a>talk</a></p>');
    expect(files['other/index.html']).toContain('<p><a>rest</a></p>');
  });

  test('in the folder of the newer template system, and in a theme', () => {
    expect(withHook('_markup/render-link.html', '[a](b)', '<a>new</a>{{- "" -}}')).toBe('<p><a>new</a></p>');
    const { sections } = build(`-- hugo.toml --
theme = "own"
-- themes/own/layouts/_default/_markup/render-link.html --
<a>theme</a>{{- "" -}}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
[a](b)
`);
    expect(sections).toEqual(['<section><p><a>theme</a></p></section>']);
  });

  test('inside of shortcodes, notes and what markdownify reads', () => {
    const shortcode = '-- layouts/shortcodes/m.html --\n{{ "[m](n)" | markdownify }}\n';
    expect(
      withHook(
        'render-link.html',
        '{{< m >}}\n\n{{% note %}}[o](p){{% /note %}}',
        '<a>{{ .Destination }}!</a>{{- "" -}}',
        shortcode,
      ),
    ).toBe('<a>n!</a><aside class="notes"><a>p!</a></aside>');
  });

  test('a hook may call partials and keep something on the page', () => {
    expect(
      withHook(
        'render-link.html',
        '[a](b) [c](d) {{< count >}}',
        '{{ .Page.Store.Add "links" 1 }}{{ partial "a.html" . }}',
        '-- layouts/partials/a.html --\n<a>{{ .Text }}</a>{{- "" -}}\n-- layouts/shortcodes/count.html --\n{{ .Page.Store.Get "links" }}\n',
      ),
    ).toContain('<a>a</a>');
  });
});
