/** `.Fragments`, `.TableOfContents` and the summary. Source of what is expected: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { printPage } from '../../support/print-template.ts';

const site = (body: string, config = ''): string =>
  `-- layouts/partials/tree.html --\n{{- range . }}{{ .Level }}{{ .ID }}{{ with .Headings }}({{ partial "tree" . }}){{ end }} {{ end -}}\n-- hugo.toml --\n${config}\n-- content/deck/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# D\n-- content/p.md --\n+++\n+++\n${body}\n`;

const BODY = 'text\n\n## Head {#x}\n\n### Sub *a*\n\n## Two';

describe('the headings of a page', () => {
  test.each([
    ['{{ partial "tree" .Fragments.Headings }}', '0(2x(3sub-a ) 2two )'],
    ['{{ .Fragments.Identifiers }} {{ .Fragments.Identifiers.Contains "x" }}', '[sub-a two x] true'],
    [
      '{{ range $id, $heading := .Fragments.HeadingsMap }}{{ $id }}={{ $heading.Title }} {{ end }}',
      'sub-a=Sub &lt;em&gt;a&lt;/em&gt; two=Two x=Head',
    ],
    [
      '{{ .Fragments.ToHTML 2 2 false }}',
      '<nav id="TableOfContents">\n  <ul>\n    <li><a href="#x">Head</a></li>\n    <li><a href="#two">Two</a></li>\n  </ul>\n</nav>',
    ],
    [
      '{{ .Fragments.ToHTML "3" "-1" true }}',
      '<nav id="TableOfContents">\n  <ol>\n    <li><a href="#sub-a">Sub <em>a</em></a></li>\n  </ol>\n</nav>',
    ],
  ])('%s', (template, expected) => expect(printPage(template, 'p/', site(BODY))).toBe(expected));

  test('the table of contents has the levels of the configuration', () => {
    const config = '[markup.tableOfContents]\nstartLevel = 3\nendLevel = 3\nordered = true';
    const html = printPage('{{ .TableOfContents }}', 'p/', site(BODY, config));
    expect(html.replace(/\s*\n\s*/g, '')).toBe(
      '<nav id="TableOfContents"><ol><li><a href="#sub-a">Sub <em>a</em></a></li></ol></nav>',
    );
    expect(printPage('{{ .TableOfContents }}', 'p/', site('text'))).toBe('<nav id="TableOfContents"></nav>');
  });
});

test('headings in comments and textareas are none', () => {
  const body = '<!-- <h2 id="a">a</h2> -->\n\n<textarea><h2 id="b">b</h2></textarea>\n\n## Two [d](e)\n';
  expect(printPage('{{ .TableOfContents }}', 'p/', site(body)).replace(/\s*\n\s*/g, '')).toBe(
    '<nav id="TableOfContents"><ul><li><a href="#two-d">Two d</a></li></ul></nav>',
  );
});

test('words in scripts are none, and blocks are words of their own', () => {
  const body = '<script>let a;</script>\n\n<ul><li>one</li><li>two</li></ul>';
  expect(printPage('{{ .WordCount }} {{ .PlainWords }}', 'p/', site(body))).toBe('2 [one two]');
});

test.each([
  ['first\n\n<!--more-->\n\nrest', '<p>first</p>|<p>rest</p>'],
  ['all of it', '<p>all of it</p>|'],
])('what follows the summary: %j', (body, expected) =>
  expect(printPage('{{ .Summary }}|{{ .ContentWithoutSummary }}', 'p/', site(body))).toBe(expected),
);
