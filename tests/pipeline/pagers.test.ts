/** Lists that are divided: `.Paginate`, `.Paginator` and the further pages. Source of what comes out: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { build, DECK, listPages, tryBuild } from '../support/built-pages.ts';

const POSTS = [1, 2, 3, 4, 5]
  .map(
    (n) => `-- content/posts/p${n}.md --\n+++\ntitle = "P${n}"\ndate = 202${n < 3 ? 0 : 1}-01-0${n}\n+++\n`,
  )
  .join('');

const site = (layout: string, config = '[pagination]\npagerSize = 2\n'): string =>
  `-- hugo.toml --\nbaseURL = "https://example.org/sub/"\n${config}-- layouts/_default/list.html --\n${layout}\n${DECK}${POSTS}`;

/** The list, written on one line each. */
const written = (files: Readonly<Record<string, string>>, path: string): string | undefined =>
  files[path]?.trim().replace(/\s+/g, ' ');

describe('the further pages of a list', () => {
  test('each has its part of the list, and knows the others', () => {
    const { files } = build(
      site(`{{ $p := .Paginate .RegularPages }}{{ range $p.Pages }}{{ .Title }} {{ end }}|
{{ $p.PageNumber }} of {{ $p.TotalPages }}, {{ $p.NumberOfElements }} of {{ $p.TotalNumberOfElements }} by {{ $p.PagerSize }}|
{{ $p.HasPrev }} {{ $p.HasNext }} {{ $p.URL }} {{ $p.First.URL }} {{ $p.Last.URL }}|
{{ with $p.Prev }}{{ .URL }}{{ end }} {{ with $p.Next }}{{ .URL }}{{ end }}|
{{ range .Paginator.Pagers }}{{ .PageNumber }}={{ .URL }} {{ end }}`),
    );
    const pagers = '1=/sub/posts/ 2=/sub/posts/page/2/ 3=/sub/posts/page/3/';
    expect(written(files, 'posts/index.html')).toBe(
      `P5 P4 | 1 of 3, 2 of 5 by 2| false true /sub/posts/ /sub/posts/ /sub/posts/page/3/| /sub/posts/page/2/| ${pagers}`,
    );
    expect(written(files, 'posts/page/2/index.html')).toBe(
      `P3 P2 | 2 of 3, 2 of 5 by 2| true true /sub/posts/page/2/ /sub/posts/ /sub/posts/page/3/| /sub/posts/ /sub/posts/page/3/| ${pagers}`,
    );
    expect(written(files, 'posts/page/3/index.html')).toBe(
      `P1 | 3 of 3, 1 of 5 by 2| true false /sub/posts/page/3/ /sub/posts/ /sub/posts/page/3/| /sub/posts/page/2/ | ${pagers}`,
    );
    expect(files['posts/page/1/index.html']).toContain('url=https://example.org/sub/posts/"');
  });

  test.each([
    ['paginate = 3\npaginatePath = "seite"\n', ['posts/seite/2/index.html', 'posts/seite/1/index.html']],
    ['[pagination]\npagerSize = 3\npath = "seite"\ndisableAliases = true\n', ['posts/seite/2/index.html']],
    [
      'uglyURLs = true\n[pagination]\npagerSize = 3\n',
      ['posts/page/2/index.html', 'posts/page/1/index.html'],
    ],
    ['', ['posts/page/1/index.html']],
  ])('%j', (config, expected) => {
    const { files } = build(site('{{ range .Paginator.Pages }}{{ .Title }}{{ end }}', config));
    expect(listPages(files).filter((path) => /page|seite/.test(path))).toEqual(expected);
  });

  test('a size of its own, and groups that go over two pages', () => {
    const { files } = build(
      site(`{{ $p := .Paginate (.RegularPages.GroupByDate "2006") 4 }}{{ range $p.PageGroups }}{{ .Key }}: {{ range .Pages }}{{ .Title }} {{ end }}{{ end }}
{{ $p.NumberOfElements }} {{ len $p.Pages }} {{ $p.TotalPages }}`),
    );
    expect(written(files, 'posts/index.html')).toBe('2021: P5 P4 P3 2020: P2 4 0 2');
    expect(written(files, 'posts/page/2/index.html')).toBe('2020: P1 1 0 2');
  });

  test('nothing to list is one pager, which does not count', () => {
    const { files } = build(
      site('{{ with .Paginate slice }}{{ .TotalPages }} {{ .PageNumber }} {{ len .Pages }}{{ end }}'),
    );
    expect(written(files, 'posts/index.html')).toBe('0 1 0');
  });

  test('a page that lists nothing has no pagers', () => {
    const { diagnostics } = tryBuild(
      `-- layouts/_default/single.html --\n{{ .Paginator }}\n${DECK}${POSTS.slice(0, 80)}`,
    );
    expect(diagnostics.map(({ message }) => message)[0]).toContain('pagination not supported for this page');
  });
});

test('the pagination that Hugo embeds leads to the pages around', () => {
  const config = '[pagination]\npagerSize = 1\n';
  const { files } = build(
    site(
      '{{ $p := .Paginate .RegularPages }}{{ partial "pagination.html" . }}|{{ template "_internal/pagination.html" (dict "page" . "format" "terse") }}',
      config,
    ),
  );
  const links = (path: string): readonly string[] =>
    (files[path] ?? '')
      .split('|')
      .map((list) =>
        [...list.matchAll(/<a (?:href="([^"]*)" )?(?:aria-\w+="(?:page|true)" )?aria-label="([^"]*)"/g)]
          .map(([, href = '-', label]) => `${label} ${href.replace('/sub/posts/', '')}`)
          .join(', '),
      );
  expect(links('posts/index.html')).toEqual([
    'First -, Previous -, Page 1 -, Page 2 page/2/, Page 3 page/3/, Page 4 page/4/, Page 5 page/5/, Next page/2/, Last page/5/',
    'Page 1 -, Page 2 page/2/, Page 3 page/3/, Next page/2/, Last page/5/',
  ]);
  expect(links('posts/page/5/index.html')).toEqual([
    'First , Previous page/4/, Page 1 , Page 2 page/2/, Page 3 page/3/, Page 4 page/4/, Page 5 -, Next -, Last -',
    'First , Previous page/4/, Page 3 page/3/, Page 4 page/4/, Page 5 -',
  ]);
});
