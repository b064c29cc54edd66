/** The dot of a shortcode's template. */
import { describe, expect, test } from 'vitest';
import { shortcodeText } from '../../support/built-pages.ts';

describe('a shortcode sees', () => {
  test.each([
    ['{{ .Get 0 }} {{ .Get 1 }} {{ .Get 5 }}|{{ .Get "a" }}', '{{< t x "y z" >}}', 'x y z |'],
    ['{{ .Get "a" }} {{ .Get "none" }}|{{ .Get 0 }}', '{{< t a="x" >}}', 'x |'],
    ['{{ with .Get "a" }}x{{ else }}none{{ end }}', '{{< t >}}', 'none'],
    ['{{ range .Params }}[{{ . }}]{{ end }}{{ .IsNamedParams }}', '{{< t a 2 true >}}', '[a][2][true]false'],
    [
      '{{ range $k, $v := .Params }}[{{ $k }}={{ $v }}]{{ end }}{{ .IsNamedParams }}',
      '{{< t b=1 a="2" >}}',
      '[a=2][b=1]true',
    ],
    ['{{ .Params.a }} {{ index .Params "b" }}', '{{< t a=1 b=x >}}', '1 x'],
    [
      '{{ add (.Get 0) 1 }} {{ printf "%T" (.Get 1) }} {{ not (.Get 2) }}',
      '{{< t 2 "3" false >}}',
      '3 string true',
    ],
    ['{{ .Name }} {{ .Ordinal }} {{ .Page.Title }} {{ .Site.Title }}', '{{< t >}}', 't 0 Deck'],
    ['{{ .Position.LineNumber }}:{{ .Position.ColumnNumber }}', '{{< t >}}', '5:1'],
    ['{{ .Inner }}|{{ len .Inner }}', '{{< t >}} **a** {{< /t >}}', ' **a** |7'.trim()],
    ['{{ .Inner | markdownify }}', '{{< t >}}**a**{{< /t >}}', '<strong>a</strong>'],
    ['{{ .Inner | .Page.RenderString }}', '{{< t >}}**a**{{< /t >}}', '<strong>a</strong>'],
    [
      '<i title="{{ .Get 0 }}">{{ .Get 0 }}</i>',
      '{{< t `"<b>"` >}}',
      '<i title="&#34;&lt;b&gt;&#34;">&#34;&lt;b&gt;&#34;</i>',
    ],
    ['{{ .Page.Params.title }} {{ .Page.Param "title" }} {{ page.Title }}', '{{< t >}}', 'Deck Deck Deck'],
    ['{{ .Ref "/" }} {{ .RelRef "/" }}', '{{< t >}}', '/ /'],
  ])('%s of %s', (template, call, expected) => expect(shortcodeText(template, call)).toBe(expected));

  test('the shortcode around it, and its number in it', () => {
    const outer = '-- layouts/shortcodes/o.html --\n{{ .Inner }}{{ .Scratch.Get "n" }}\n';
    expect(
      shortcodeText(
        '{{ .Parent.Name }}{{ .Parent.Get 0 }}{{ .Ordinal }}{{ with .Parent.Parent }}x{{ end }};',
        '{{< o a >}}{{< t >}}{{< t >}}{{< /o >}}',
        outer,
      ),
    ).toBe('oa0; oa1;');
  });

  test('what those in it keep for it', () => {
    const outer =
      '-- layouts/shortcodes/o.html --\n{{ range .Scratch.Get "items" }}[{{ . }}]{{ end }}{{ with .Inner }}{{ end }}\n';
    expect(
      shortcodeText(
        '{{ .Parent.Scratch.Add "items" (slice (.Get 0)) }}',
        '{{< o >}}{{< t a >}}{{< t b >}}{{< /o >}}',
        outer,
      ),
    ).toBe('[a][b]');
  });

  test('its inner text without its indentation', () => {
    expect(
      shortcodeText('{{ printf "%q" .InnerDeindent }}', '- x\n\n  {{< t >}}\n  a\n    b\n  {{< /t >}}'),
    ).toContain('&#34;\\na\\n  b\\n&#34;');
  });
});
