/** `.Site.Taxonomies` and `.GetTerms`. Source of what is expected: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { printPage } from '../../support/print-template.ts';

const page = (title: string, date: string, more: string): string =>
  `-- content/p/${title}.md --\n---\ntitle: ${title}\ndate: ${date}\n${more}\n---\n`;

const SITE = `-- content/deck/_index.md --
+++
outputs = ["Reveal"]
+++
# D
-- content/tags/go/_index.md --
+++
title = "The Go language"
+++
${page('a', '2024-01-01', 'tags: [go, lua]\ncategories: Plain Text')}${page('b', '2024-01-02', 'tags: [lua]')}${page('c', '2024-01-03', 'tags: [lua, zig]\nauthors: [Jo Doe]')}`;

const on = (template: string, config = ''): string =>
  printPage(template, 'p/a/', `-- hugo.toml --\n${config}\n${SITE}`);

describe('the terms of pages', () => {
  test.each([
    [
      '{{ range .GetTerms "tags" }}{{ .LinkTitle }}|{{ .RelPermalink }}|{{ .Kind }} {{ end }}',
      'The Go language|/tags/go/|term Lua||term',
    ],
    [
      '{{ range .GetTerms "categories" }}{{ .Title }} {{ len .Pages }} {{ .Data.Singular }}{{ end }} {{ delimit .Params.categories "," }}',
      'Plain Text 1 category Plain Text',
    ],
    ['{{ range .GetTerms "none" }}x{{ end }}none', 'none'],
    [
      '{{ range $key, $pages := site.Taxonomies.tags }}{{ $key }} {{ len $pages }} {{ .Page.Title }}: {{ range $pages }}{{ .Title }}{{ end }} {{ end }}',
      'go 1 The Go language: a lua 3 Lua: cba zig 1 Zig: c',
    ],
    ['{{ range site.Taxonomies.tags.ByCount }}{{ .Name }}{{ .Count }} {{ end }}', 'lua3 go1 zig1'],
    ['{{ range site.Taxonomies.tags.Alphabetical.Reverse }}{{ .Term }} {{ end }}', 'zig lua go'],
    [
      '{{ len site.Taxonomies }} {{ isset site.Taxonomies "tags" }} {{ range $key, $_ := site.Taxonomies.categories }}{{ $key }}{{ end }}',
      '2 true plain-text',
    ],
    ['{{ range (index site.Taxonomies.tags "lua").ByTitle }}{{ .Title }}{{ end }}', 'abc'],
  ])('%s', (template, expected) => expect(on(template)).toBe(expected));

  test('are those of the taxonomies of the site', () => {
    const config = '[taxonomies]\nauthor = "authors"';
    expect(
      on(
        '{{ range $key, $_ := site.Taxonomies.authors }}{{ $key }}{{ end }} {{ len (.GetTerms "tags") }}',
        config,
      ),
    ).toBe('jo-doe 0');
    expect(on('{{ len site.Taxonomies }}', 'disableKinds = ["term"]')).toBe('0');
  });
});
