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
