/** `.Page`: what templates see of a page. Source of the names and values: Hugo's methods of pages. */
import { describe, expect, test } from 'vitest';
import { printPage } from '../../support/print-template.ts';

const on = (address: string, template: string): string => printPage(template, address);

describe('what a page says of itself', () => {
  test.each([
    [
      'docs/b/',
      '{{ .Title }}|{{ .LinkTitle }}|{{ .Weight }}|{{ .Kind }}|{{ .Type }}|{{ .Section }}',
      'Beta|b|2|page|docs|docs',
    ],
    [
      'docs/',
      '{{ .Title }}|{{ .LinkTitle }}|{{ .Kind }}|{{ .Type }}|{{ .Section }}',
      'Docs|Docs|section|docs|docs',
    ],
    ['', '{{ .Title }}|{{ .Kind }}|{{ .Type }}|{{ .Section }}|{{ .IsHome }}', 'Home|home|page||true'],
    [
      'docs/b/',
      '{{ .IsPage }} {{ .IsSection }} {{ .IsNode }} {{ .IsHome }} {{ .Draft }}',
      'true false false false false',
    ],
    ['docs/', '{{ .IsPage }} {{ .IsSection }} {{ .IsNode }}', 'false true true'],
    [
      'docs/b/',
      '{{ .Permalink }} {{ .RelPermalink }} {{ .Path }}',
      'https://example.org/sub/docs/b/ /sub/docs/b/ /docs/b',
    ],
    ['', '{{ .Permalink }} {{ .RelPermalink }} {{ .Path }}', 'https://example.org/sub/ /sub/ /'],
    ['docs/bundle/', '{{ .BundleType }} {{ .RelPermalink }}', 'leaf /sub/docs/bundle/'],
    ['docs/', '{{ .BundleType }}', 'branch'],
    ['docs/a/', '{{ .Description }}|{{ .Keywords }}|{{ .Layout }}|{{ .Slug }}', 'about a|[]||'],
    ['docs/b/', '{{ .Language.Lang }} {{ .Lang }}', 'en en'],
    ['docs/b/', '{{ . }}', 'Page(/docs/b)'],
    ['docs/', '{{ eq (len .Data.Pages) (len .Pages) }} {{ len .Data.Pages | lt 0 }}', 'true true'],
    ['docs/b/', '[{{ with .Data }}data{{ end }}]', '[]'],
  ])('%s %s', (address, template, expected) => expect(on(address, template)).toBe(expected));
});

describe('dates', () => {
  test.each([
    ['docs/a/', '{{ .Date }}', '2024-01-05 00:00:00 &#43;0000 UTC'],
    [
      'docs/a/',
      '{{ .Date.Format "2 Jan 2006" }} {{ .Lastmod.Format "2006-01-02" }}',
      '5 Jan 2024 2024-02-01',
    ],
    // Without a lastmod or a publishDate of its own, a page has its date.
    [
      'docs/b/',
      '{{ .Lastmod.Format "2006-01-02" }} {{ .PublishDate.Format "2006-01-02" }}',
      '2024-03-01 2024-03-01',
    ],
    ['docs/b/', '{{ .ExpiryDate.IsZero }} {{ .Date.IsZero }}', 'true false'],
    ['docs/bundle/', '{{ .Date }}', '0001-01-01 00:00:00 &#43;0000 UTC'],
    // A section has the latest of its pages.
    ['docs/', '{{ .Date.Format "2006-01-02" }}', '2024-03-01'],
    ['docs/a/', '{{ .Params.date.Year }} {{ .Params.lastmod.Month }}', '2024 February'],
  ])('%s %s', (address, template, expected) => expect(on(address, template)).toBe(expected));
});

describe('params', () => {
  test.each([
    ['docs/a/', '{{ .Params.color }} {{ .Params.Color }} {{ .Params.COLOR }}', 'blue blue blue'],
    [
      'docs/a/',
      '{{ .Params.deep.other_key }} {{ .Params.Deep.Other_Key }} {{ index .Params "deep" "other_key" }}',
      'page page page',
    ],
    [
      'docs/a/',
      '{{ .Param "color" }} {{ .Param "deep.key" }} {{ .Param "Deep.Other_KEY" }} {{ .Param "none" }}',
      'blue site page',
    ],
    [
      'docs/b/',
      '{{ .Params.tags }} {{ len .Params.tags }} {{ .Params.none }} {{ isset .Params "tags" }}',
      '[x y] 2  true',
    ],
    [
      'docs/b/',
      '{{ range $k, $v := .Params }}{{ $k }} {{ end }}',
      'date draft iscjklanguage lastmod linktitle publishdate tags title weight',
    ],
  ])('%s %s', (address, template, expected) => expect(on(address, template)).toBe(expected));
});

describe('text', () => {
  test.each([
    [
      'docs/b/',
      '{{ .WordCount }} {{ .ReadingTime }} {{ .FuzzyWordCount }} {{ len .PlainWords }}',
      '6 1 100 6',
    ],
    ['docs/a/', '{{ .RawContent }}|{{ .Plain }}', 'alpha\n|alpha'],
    ['docs/a/', '{{ .Summary }} {{ .Truncated }}', '<p>alpha</p> false'],
    [
      'docs/a/',
      '{{ .RenderString "*x*" }} {{ .RenderString (dict "display" "block") "*x*" }}',
      '<em>x</em> <p><em>x</em></p>',
    ],
    [
      'docs/b/',
      '{{ .TableOfContents }}',
      '<nav id="TableOfContents"><ul><li><a href="#one">One</a><ul><li><a href="#two">Two</a></li></ul></li></ul></nav>',
    ],
    ['docs/b/', '{{ .HasShortcode "x" }}', 'false'],
  ])('%s %s', (address, template, expected) =>
    expect(on(address, template).replace(/>\s+</g, '><')).toBe(expected.replace(/>\s+</g, '><')),
  );

  test('.Content is HTML, with a rule where a deck has a break', () => {
    expect(
      printPage(
        '{{ .Content }}',
        'p/',
        '-- content/d/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# D\n-- content/p.md --\na\n\n---\n\nb\n',
      ),
    ).toBe('<p>a</p>\n<hr>\n<p>b</p>');
  });
});

describe('the tree', () => {
  test.each([
    ['docs/', '{{ range .Pages }}{{ .Title }} {{ end }}', 'Alpha Beta Sub Bundle'],
    ['docs/', '{{ range .RegularPages }}{{ .Title }} {{ end }}', 'Alpha Beta Bundle'],
    ['docs/', '{{ range .RegularPagesRecursive }}{{ .Title }} {{ end }}', 'Alpha Beta Bundle Gamma'],
    ['docs/', '{{ range .Sections }}{{ .Title }} {{ end }}', 'Sub'],
    [
      '',
      '{{ range .Sections }}{{ .Section }} {{ end }}{{ len .Pages }} {{ len .RegularPages }}',
      'docs deck 2 0',
    ],
    [
      'docs/sub/c/',
      '{{ .Parent.Title }} {{ .Parent.Parent.Title }} {{ .CurrentSection.Title }} {{ .FirstSection.Title }}',
      'Sub Docs Sub Docs',
    ],
    [
      'docs/sub/c/',
      '{{ range .Ancestors }}{{ .Title }} {{ end }}{{ range .Ancestors.Reverse }}{{ .Title }} {{ end }}',
      'Sub Docs Home Home Docs Sub',
    ],
    [
      'docs/b/',
      '{{ with site.GetPage "/docs" }}{{ .IsAncestor $ }} {{ .IsDescendant $ }} {{ $.IsDescendant . }}{{ end }} {{ .InSection .Parent }}',
      'true false true true',
    ],
    ['docs/b/', '{{ .Eq . }} {{ .Eq .Parent }} {{ eq . $ }}', 'true false true'],
    // Hugo's next page is the one before in the list.
    ['docs/b/', '{{ .NextInSection.Title }} {{ .PrevInSection.Title }}', 'Alpha Bundle'],
    ['docs/a/', '{{ with .NextInSection }}{{ .Title }}{{ else }}none{{ end }}', 'none'],
    [
      'docs/a/',
      '{{ (.GetPage "b").Title }} {{ (.GetPage "/docs/sub").Title }} {{ with .GetPage "none" }}x{{ else }}none{{ end }}',
      'Beta Sub none',
    ],
    [
      'docs/a/',
      '{{ .Ref "b.md" }} {{ .RelRef "sub/c" }} {{ .RelRef "b#two" }} {{ ref . "b" }} {{ relref . (dict "path" "b") }}',
      'https://example.org/sub/docs/b/ /sub/docs/sub/c/ /sub/docs/b/#two https://example.org/sub/docs/b/ /sub/docs/b/',
    ],
  ])('%s %s', (address, template, expected) => expect(on(address, template)).toBe(expected));
});

describe('the file', () => {
  test.each([
    [
      'docs/b/',
      '{{ with .File }}{{ .Path }} {{ .Dir }} {{ .LogicalName }} {{ .BaseFileName }} {{ .ContentBaseName }} {{ .Ext }}{{ end }}',
      'docs/b.md docs/ b.md b b md',
    ],
    [
      'docs/bundle/',
      '{{ .File.ContentBaseName }} {{ .File.TranslationBaseName }} {{ .File.Section }}',
      'bundle index docs',
    ],
    ['docs/', '{{ .File.ContentBaseName }} {{ .File.TranslationBaseName }}', 'docs _index'],
  ])('%s %s', (address, template, expected) => expect(on(address, template)).toBe(expected));

  test('a section without a file has none', () => {
    expect(
      printPage(
        '{{ with .File }}{{ .Path }}{{ else }}none{{ end }}',
        'x/',
        '-- content/d/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# D\n-- content/x/p.md --\na\n',
      ),
    ).toBe('none');
  });
});

test('a language without pages has no site', () => {
  const site =
    '-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n-- content/d/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# D\n-- content/p.md --\n';
  expect(
    printPage('{{ len site.AllPages }} {{ len site.Sites }} {{ len .AllTranslations }}', 'p/', site),
  ).toBe('3 1 1');
});

describe('translations', () => {
  const site = `-- hugo.toml --
title = "Site"
[languages.en]
weight = 1
[languages.fr]
weight = 2
title = "Le site"
languageName = "Français"
-- content/d/_index.md --
+++
outputs = ["Reveal"]
+++
# D
-- content/p.md --
+++
title = "Page"
+++
-- content/p.fr.md --
+++
title = "La page"
+++
-- content/q.md --
+++
title = "Alone"
+++
`;

  test.each([
    [
      'p/',
      '{{ .IsTranslated }} {{ range .Translations }}{{ .Title }} {{ .Lang }} {{ .RelPermalink }}{{ end }}',
      'true La page fr /fr/p/',
    ],
    [
      'fr/p/',
      '{{ range .AllTranslations }}{{ .Lang }} {{ end }}{{ site.Title }} {{ .Language.LanguageName }}',
      'en fr Le site Français',
    ],
    ['q/', '{{ .IsTranslated }} {{ len .Translations }}', 'false 0'],
    [
      'p/',
      '{{ range .Site.Languages }}{{ .Lang }} {{ end }}{{ .Site.Language.Lang }} {{ .Site.LanguagePrefix }} {{ len site.AllPages }}',
      'en fr en  6',
    ],
    [
      'fr/p/',
      '{{ .Site.LanguagePrefix }} {{ range site.RegularPages }}{{ .Title }} {{ end }}',
      '/fr La page',
    ],
  ])('%s %s', (address, template, expected) => expect(printPage(template, address, site)).toBe(expected));
});
