/** `.Site.Menus` and what they say of pages. Source of what is expected: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { printPage } from '../../support/print-template.ts';

const SITE = `-- layouts/partials/tree.html --
{{- range . }}{{ .Name }}={{ .URL }}{{ with .Children }}({{ partial "tree" . }}){{ end }} {{ end -}}
-- hugo.toml --
baseURL = "https://example.org/sub/"
sectionPagesMenu = "main"
[[menus.main]]
name = "Docs here"
pageRef = "/docs"
weight = 10
identifier = "dd"
[[menus.main]]
name = "Zed"
url = "/zed/"
title = "the zed"
pre = "<i>"
[menus.main.params]
Class = "x"
[[menus.main]]
name = "Ext"
url = "https://example.com/"
weight = 5
[[menus.main]]
name = "Rel"
url = "foo/bar"
weight = 20
parent = "Ext"
[[menus.main]]
pageRef = "/posts/a"
weight = 1
parent = "dd"
[[menus.main]]
name = "Lost"
url = "/lost"
parent = "nowhere"
[[menus.main]]
name = "Gone"
pageRef = "/nopage"
weight = 98
[[menus.footer]]
name = "F"
url = "/f"
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# D
-- content/posts/a.md --
+++
title = "PA"
linkTitle = "LPA"
menus = "main"
weight = 7
+++
-- content/posts/b.md --
---
title: PB
menu:
  main: {parent: dd, weight: 3, params: {k: v}}
  footer: {}
---
-- content/posts/c.md --
+++
title = "PC"
menus = ["main", "third"]
+++
-- content/docs/_index.md --
+++
title = "DocT"
+++
-- content/docs/sub/_index.md --
+++
title = "Sub"
[menus.main]
parent = "posts"
+++
-- content/docs/sub/ds.md --
+++
title = "DS"
+++
`;

const on = (address: string, template: string): string => printPage(template, address, SITE);

describe('menus', () => {
  test('entries of the configuration, of pages and of sections, by weight and name', () => {
    expect(on('posts/a/', '{{ partial "tree" site.Menus.main }}')).toBe(
      'Ext=https://example.com/(Rel=foo/bar ) Docs here=/sub/docs/(LPA=/sub/posts/a/ PB=/sub/posts/b/ ) Gone= ' +
        'DocT=/sub/docs/ nowhere=(Lost=/sub/lost ) PC=/sub/posts/c/ Posts=/sub/posts/(Sub=/sub/docs/sub/ ) Zed=/sub/zed/',
    );
  });

  test.each([
    [
      '{{ range $name, $menu := site.Menus }}{{ $name }} {{ len $menu }} {{ end }}',
      'footer 2 main 8 third 1',
    ],
    ['{{ with site.Menus.none }}some{{ else }}none{{ end }}', 'none'],
    [
      '{{ range site.Menus.main.Reverse }}{{ .Name }} {{ end }}|{{ range site.Menus.main.Limit 2 }}{{ .KeyName }} {{ end }}|{{ range site.Menus.main.ByName }}{{ .Name }} {{ end }}',
      'Zed Posts PC nowhere DocT Gone Docs here Ext |Ext dd |Docs here DocT Ext Gone nowhere PC Posts Zed',
    ],
    [
      '{{ range site.Menus.main }}{{ if eq .Name "Zed" }}{{ .Title }} {{ .Pre }} {{ .Params.class }} {{ .Weight }} {{ .HasChildren }}{{ end }}{{ end }}',
      'the zed <i> x 0 false',
    ],
    [
      '{{ range .Menus }}{{ .Menu }} {{ .Name }} {{ .Page.Title }};{{ end }}',
      'footer PB PB;main PB PB;',
      'posts/b/',
    ],
  ])('%s', (template, expected, address = 'posts/a/') => expect(on(address, template)).toBe(expected));

  test.each([
    ['docs/', 'Docs here:true/false DocT:true/false'],
    ['docs/sub/', 'Docs here:false/true DocT:false/true Posts:false/true'],
    ['docs/sub/ds/', 'Docs here:false/true DocT:false/true Posts:false/true'],
    ['posts/a/', 'Docs here:false/true Posts:false/true'],
    ['posts/', 'Posts:true/false'],
  ])('what is current on %s', (address, expected) => {
    const template =
      '{{ $page := . }}{{ range site.Menus.main }}{{ $is := $page.IsMenuCurrent "main" . }}{{ $has := $page.HasMenuCurrent "main" . }}{{ if or $is $has }}{{ .Name }}:{{ $is }}/{{ $has }} {{ end }}{{ end }}';
    expect(on(address, template)).toBe(expected);
  });
});
