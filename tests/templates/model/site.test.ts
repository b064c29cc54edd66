/** `.Site`, lists of pages, resources and what templates keep. */
import { describe, expect, test } from 'vitest';
import { Store } from '../../../src/templates/model/store.ts';
import { shortcodeText } from '../../support/built-pages.ts';
import { printPage } from '../../support/print-template.ts';

describe('.Site', () => {
  test.each([
    [
      '{{ .Site.Title }} {{ site.BaseURL }} {{ .Site.Copyright }} {{ .Site.LanguageCode }}',
      'Site https://example.org/sub/ me en',
    ],
    [
      '{{ .Site.Params.color }} {{ site.Params.Color }} {{ .Site.Param "deep.key" }} {{ site.Params.Deep.Key }}',
      'red red site site',
    ],
    ['{{ .Site.Home.Title }} {{ len .Site.Pages }} {{ len .Site.RegularPages }}', 'Home 8 4'],
    ['{{ range .Site.Sections }}{{ .Section }} {{ end }}', 'docs deck'],
    ['{{ .Site.MainSections }}', '[docs]'],
    [
      '{{ (.Site.GetPage "/docs/b").Title }} {{ (site.GetPage "c").Title }} {{ (site.GetPage "section" "docs").Title }}',
      'Beta Gamma Docs',
    ],
    ['{{ range where site.RegularPages "Section" "docs" }}{{ .Title }} {{ end }}', 'Alpha Beta Bundle Gamma'],
    [
      '{{ range where site.RegularPages "Params.tags" "intersect" (slice "x") }}{{ .Title }} {{ end }}',
      'Beta',
    ],
    ['{{ range where site.RegularPages ".Date.Year" 2023 }}{{ .Title }} {{ end }}', 'Gamma'],
    [
      '{{ site.Language.Lang }} {{ site.IsMultiLingual }} {{ len .Site.Menus }} {{ site.BuildDrafts }}',
      'en false 0 false',
    ],
    ['{{ site.Lastmod.Format "2006-01-02" }}', '2024-03-01'],
  ])('%s', (template, expected) => expect(printPage(template, 'docs/b/')).toBe(expected));
});

describe('lists of pages', () => {
  const titles = (list: string): string => printPage(`{{ range ${list} }}{{ .Title }} {{ end }}`, 'docs/');

  test.each([
    ['.Pages.ByWeight', 'Alpha Beta Sub Bundle'],
    ['.Pages.ByTitle', 'Alpha Beta Bundle Sub'],
    ['.Pages.ByLinkTitle', 'Alpha Beta Bundle Sub'],
    ['.RegularPagesRecursive.ByDate', 'Bundle Gamma Alpha Beta'],
    ['.RegularPagesRecursive.ByDate.Reverse', 'Beta Alpha Gamma Bundle'],
    ['.RegularPagesRecursive.ByLastmod', 'Bundle Gamma Alpha Beta'],
    ['(.Pages.ByParam "title")', 'Alpha Beta Bundle Sub'],
    ['.Pages.Reverse', 'Bundle Sub Beta Alpha'],
    ['(.Pages.Limit 2)', 'Alpha Beta'],
    ['(first 1 .Pages)', 'Alpha'],
    ['(after 2 .Pages)', 'Sub Bundle'],
    ['(sort .Pages "Title" "desc")', 'Sub Bundle Beta Alpha'],
    ['(sort .Pages ".Weight")', 'Alpha Beta Sub Bundle'],
    ['(union (first 1 .Pages) (last 1 .Pages))', 'Alpha Bundle'],
    ['(where .Pages "Kind" "section")', 'Sub'],
  ])('%s', (list, expected) => expect(titles(list)).toBe(expected));

  test.each([
    ['{{ range .Pages.GroupBy "Kind" }}{{ .Key }}:{{ len .Pages }} {{ end }}', 'page:3 section:1'],
    ['{{ range .Pages.GroupBy "Kind" "desc" }}{{ .Key }}:{{ len .Pages }} {{ end }}', 'section:1 page:3'],
    [
      '{{ range (.RegularPagesRecursive.GroupByDate "2006") }}{{ .Key }}:{{ range .Pages }}{{ .Title }} {{ end }}{{ end }}',
      '2024:Beta Alpha 2023:Gamma 0001:Bundle',
    ],
    [
      '{{ .Pages.Len }} {{ (index .Pages 1).Title }} {{ (.Pages.Next (index .Pages 1)).Title }} {{ (.Pages.Prev (index .Pages 1)).Title }}',
      '4 Beta Alpha Sub',
    ],
    ['{{ range .Site.RegularPages.ByTitle.Reverse.Limit 1 }}{{ .Title }}{{ end }}', 'Gamma'],
    [
      '{{ with (where .Pages "Kind" "none").ByTitle.Reverse }}x{{ else }}none{{ end }}{{ len ((where .Pages "Kind" "none").Limit 2) }}',
      'none0',
    ],
  ])('%s', (template, expected) => expect(printPage(template, 'docs/')).toBe(expected));
});

describe('resources', () => {
  test.each([
    ['{{ range .Resources }}{{ .Name }} {{ end }}', 'img/two.TXT one.txt part.md'],
    [
      '{{ len .Resources }} {{ with .Resources.Get "one.txt" }}{{ .Name }} {{ .Title }} {{ .Content }}{{ .RelPermalink }}{{ end }}',
      '3 one.txt First one\n/sub/docs/bundle/one.txt',
    ],
    ['{{ range .Resources.Match "*.txt" }}{{ .RelPermalink }} {{ end }}', '/sub/docs/bundle/one.txt'],
    [
      '{{ range .Resources.Match "**.txt" }}{{ .RelPermalink }} {{ end }}',
      '/sub/docs/bundle/img/two.TXT /sub/docs/bundle/one.txt',
    ],
    [
      '{{ (.Resources.GetMatch "img/*").RelPermalink }} {{ with .Resources.GetMatch "no*" }}x{{ else }}none{{ end }}',
      '/sub/docs/bundle/img/two.TXT none',
    ],
    [
      '{{ range .Resources.ByType "page" }}{{ .Title }} {{ .Content }}{{ .ResourceType }}{{ end }}',
      'Part <p><em>part</em></p>\npage',
    ],
    ['{{ range .Resources.ByType "text" }}{{ .MediaType.Type }} {{ end }}', 'text/plain text/plain'],
  ])('%s', (template, expected) => expect(printPage(template, 'docs/bundle/')).toBe(expected));

  test('a page without a bundle has none', () => {
    expect(printPage('{{ with .Resources }}x{{ else }}none{{ end }}', 'docs/b/')).toBe('none');
  });
});

describe('what templates keep', () => {
  test.each([
    ['{{ .Scratch.Set "a" 1 }}{{ .Scratch.Add "a" 2 }}{{ .Scratch.Get "a" }}', '3'],
    ['{{ .Scratch.Set "s" "x" }}{{ .Scratch.Add "s" "y" }}{{ .Scratch.Get "s" }}', 'xy'],
    [
      '{{ .Scratch.Add "l" (slice 1) }}{{ .Scratch.Add "l" 2 }}{{ .Scratch.Add "l" (slice 3 4) }}{{ .Scratch.Get "l" }}',
      '[1 2 3 4]',
    ],
    [
      '{{ .Scratch.SetInMap "m" "b" 2 }}{{ .Scratch.SetInMap "m" "a" 1 }}{{ .Scratch.Get "m" }} {{ .Scratch.GetSortedMapValues "m" }}',
      'map[a:1 b:2] [1 2]',
    ],
    ['{{ .Scratch.SetInMap "m" "a" 1 }}{{ .Scratch.DeleteInMap "m" "a" }}{{ .Scratch.Get "m" }}', 'map[]'],
    ['{{ .Scratch.Set "a" 1 }}{{ .Scratch.Delete "a" }}{{ .Scratch.Get "a" }}|', '|'],
    [
      '{{ $s := newScratch }}{{ $s.Set "a" 1.5 }}{{ $s.Add "a" 1.5 }}{{ $s.Get "a" }} {{ $s.Values }}',
      '3 map[a:3]',
    ],
    ['{{ .Page.Store.Set "p" "page" }}{{ .Page.Store.Get "p" }}{{ .Store.Get "p" }}', 'page'],
  ])('%s', (template, expected) => expect(shortcodeText(template)).toBe(expected));

  test('a sum that is impossible names both values', () => {
    const add = new Store().member('Add') as (key: string, value: unknown) => unknown;
    add('a', 1);
    expect(() => add('a', 'x')).toThrow(`can't add 1 (int) and "x" (string)`);
  });

  test('a store of a shortcode is its own, and that of the page is shared', () => {
    const template =
      '{{ .Store.Add "n" 1 }}{{ .Page.Store.Add "n" 1 }}{{ .Store.Get "n" }}{{ .Page.Store.Get "n" }}{{- "" -}}';
    expect(shortcodeText(template, '{{< t >}}-{{< t >}}')).toBe('<p>11-12</p>');
  });
});
