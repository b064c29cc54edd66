/** What themes beside reveal-hugo call on pages that are no decks. Source of what is expected: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { build, DECK, tryBuild } from '../support/built-pages.ts';

const PAGE = '-- content/posts/p.md --\n+++\ntitle = "P"\ndate = 2024-01-02\n+++\n## A\n';

/** What a layout of single pages writes. */
const written = (layout: string, files = ''): string | undefined =>
  build(
    `-- layouts/_default/single.html --\n${layout}\n${files}\n${DECK}-- content/docs/_index.md --\n+++\ntitle = "Docs"\n+++\n${PAGE}`,
  ).files['posts/p/index.html']?.trim();

describe('members and functions', () => {
  test.each([
    ['{{ with .OutputFormats.Get "html" }}{{ .Rel }} {{ .RelPermalink }}{{ end }}', 'canonical /posts/p/'],
    ['{{ with .OutputFormats.Get "rss" }}x{{ else }}none{{ end }}', 'none'],
    ['{{ with .OutputFormats.Get "Reveal" }}x{{ else }}none{{ end }}', 'none'],
    [
      '{{ range site.Pages }}{{ with .OutputFormats.Get "Reveal" }}{{ .Name }} {{ .RelPermalink }}{{ end }}{{ end }}',
      'reveal /',
    ],
    ['{{ .IsBranch }} {{ .TranslationKey }} {{ .Sites.Default.Language.Lang }}', 'false /posts/p en'],
    ['[{{ site.Language.Direction }}] {{ site.Dimension "language" }} {{ site.ServerPort }}', '[] en 0'],
    ['{{ eq site.Config.Services.Disqus.Shortname "" }} {{ site.Config.Services.RSS.Limit }}', 'true -1'],
    ['{{ with templates.Defer (dict "data" (dict "a" 1)) }}{{ .a }}{{ end }}', '1'],
    ['{{ len hugo.Sites }} {{ hugo.Data.x }} {{ .CodeOwners }}', '1  []'],
    ['{{ hash.XxHash "x" }} {{ xxhash "" }}', '5c80c09683041123 ef46db3751d8e999'],
    [
      '{{ hash.XxHash "The quick brown fox jumps over the lazy dog 0123456789 The quick brown fox" }}',
      '19979dc2e8a285b0',
    ],
    ['{{ with diagrams.Goat "A" }}{{ .Width }} {{ .Height }}{{ end }}', '16 25'],
    // Go lets a pipe end with a bar.
    ['{{ "a" | upper | }}', 'A'],
    // A section without a date stands by the latest of its pages.
    [
      '{{ range site.Sections }}{{ .Title }} {{ end }}{{ range site.Sections.ByWeight }}{{ .Title }} {{ end }}',
      'Posts Docs Posts Docs',
    ],
  ])('%s', (layout, expected) => expect(written(layout)).toBe(expected));

  test('partials may end in .htm, and the direction of a language is its own', () => {
    expect(written('{{ partial "a/b" . }}', '-- layouts/partials/a/b.htm --\nhere\n')).toBe('here');
    const rtl = '-- hugo.toml --\n[languages.en]\ndirection = "rtl"\n';
    expect(written('{{ site.Language.LanguageDirection }}', rtl)).toBe('rtl');
  });
});

test('a layout stands in its frame whatever blocks it defines', () => {
  const base = '-- layouts/_default/baseof.html --\n<b>{{ block "content" . }}{{ end }}</b>\n';
  expect(written('{{/* A comment. */}}\n{{ define "content" }}{{ .Title }}{{ end }}', base)).toBe('<b>P</b>');
});

describe('translations', () => {
  const texts = `-- i18n/en.toml --
[article]
back = "Back to {{ . }}"
[article.read]
one = "{{ .Count }} minute"
other = "{{ .Count }} minutes"
[dated]
other = '{{ .Format "2006-01" }} {{ upper "x" }}'
`;

  test.each([
    ['{{ T "article.read" 1 }}, {{ T "article.read" 2 }}', '1 minute, 2 minutes'],
    ['{{ T "article.back" "home" }}', 'Back to home'],
    ['{{ T "dated" .Date }}', '2024-01 X'],
  ])('%s', (layout, expected) => expect(written(layout, texts)).toBe(expected));
});

test.each([
  ['', 'The Art of War and Peace With the Help'],
  ['titleCaseStyle = "Chicago"', 'The Art of War and Peace with the Help'],
  ['titleCaseStyle = "Go"', 'The Art Of War And Peace With The Help'],
  ['titleCaseStyle = "FirstUpper"', 'The art of war and peace with the help'],
  ['titleCaseStyle = "None"', 'the art of war and peace with the help'],
])('titles: %s', (config, expected) => {
  const layout = '{{ title "the art of war and peace with the help" }}';
  expect(written(layout, `-- hugo.toml --\n${config}\n`)).toBe(expected);
});

test('what is not there is told with the nearest name', () => {
  const site = `-- layouts/_default/single.html --\n{{ .Paginatr }}\n${DECK}${PAGE}`;
  expect(tryBuild(site).diagnostics.map(({ hint }) => hint)[0]).toMatch(/Did you mean \.Paginat/);
});

describe('further members', () => {
  const files = `-- assets/a.txt --
a
-- assets/d/b.txt --
b
-- content/posts/b/index.md --
+++
title = "B"
date = 2023-01-02
summary = "own *words*"
+++
One two.

Three four.
-- content/posts/b/z.json --
{}
-- content/posts/b/icons/i.txt --
i
-- content/posts/b/n.txt --
n
`;
  test.each([
    // What stands in a folder of a folder comes before its files.
    ['{{ range resources.Match "**.txt" }}{{ .Name }} {{ end }}', '/d/b.txt /a.txt'],
    [
      '{{ with site.GetPage "/posts/b" }}{{ range .Resources }}{{ .Name }} {{ end }}{{ end }}',
      'z.json icons/i.txt n.txt',
    ],
    [
      '{{ with (site.GetPage "/posts/b").Resources.Mount "icons" "/i" }}{{ (.Get "/i/i.txt").Content }}{{ (.Get "i.txt").Name }}{{ with .Get "i/i.txt" }}x{{ end }}{{ end }}',
      'i\nicons/i.txt',
    ],
    [
      '{{ with site.GetPage "/posts/b" }}{{ .Summary }}|{{ .Truncated }}{{ end }}',
      'own <em>words</em>|false',
    ],
    ['{{ range (site.RegularPages.GroupByDate "2006").Reverse }}{{ .Key }} {{ end }}', '2023 2024'],
    ['{{ range site.RegularPages.GroupByParamDate "date" "2006" }}{{ .Key }} {{ end }}', '2024 2023'],
    ['{{ range .OutputFormats }}{{ .MediaType.Type }}{{ end }} {{ gt .Len 5 }}', 'text/html true'],
  ])('%s', (layout, expected) => expect(written(layout, files)).toBe(expected));

  test('a summary is as long as the site says', () => {
    const config = '-- hugo.toml --\nsummaryLength = 2\n';
    const page = '-- content/posts/b.md --\nOne two.\n\nThree.\n';
    const layout = '{{ with site.GetPage "/posts/b" }}{{ .Summary }}{{ .Truncated }}{{ end }}';
    expect(written(layout, config + page)).toBe('<p>One two.</p>true');
  });
});

describe('which template is taken', () => {
  test('what a file defines that nothing has run, others may call', () => {
    const files = `-- layouts/partials/defs.html --
{{ define "badge" }}<b>{{ . }}</b>{{ end }}{{ define "_partials/inline.html" }}inline{{ end }}
`;
    expect(written('{{ template "badge" .Title }} {{ partial "inline" . }}', files)).toBe('<b>P</b> inline');
  });

  test.each(['layouts/page.html', 'layouts/_default/page.html'])(
    '%s wins over _default/single.html',
    (path) => {
      expect(written('old', `-- ${path} --\nnew\n`)).toBe('new');
    },
  );
});

test('pages that name one translationKey are translations of each other', () => {
  const { files } = build(`-- hugo.toml --
[languages.en]
weight = 2
[languages.fr]
weight = 1
-- layouts/_default/single.html --
{{ range .Translations }}{{ .RelPermalink }}{{ end }} {{ .TranslationKey }} {{ range site.Languages }}{{ .Lang }} {{ end }}
-- content/a.md --
+++
translationKey = "k"
+++
-- content/b.fr.md --
+++
translationKey = "k"
+++
${DECK}`);
  expect(files['a/index.html']?.trim()).toBe('/fr/b/ k fr en');
});
