/** `.Related`. Source of what is expected: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { printPage } from '../../support/print-template.ts';

const page = (title: string, date: string, more: string, heading = title): string =>
  `-- content/p/${title}.md --\n---\ntitle: ${title}\ndate: ${date}\n${more}\n---\n## H${heading}\n`;

const PAGES = [
  '-- content/deck/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# D\n',
  page('q', '2024-05-01', 'a: [x, y]\nb: [u, v]\ntags: [One]', '1'),
  page('r1', '2024-01-01', 'b: [u]'),
  page('r2', '2024-01-02', 'a: [x]'),
  page('r3', '2023-01-01', 'a: [x, y]'),
  page('r4', '2023-01-03', 'b: [u, v]', '1'),
  page('r5', '2023-01-03', 'a: [x]\nb: [u]'),
  page('r6', '2025-01-01', 'a: [x, y]'),
  page('r7', '2022-01-01', 'tags: [one]', '1'),
].join('');

const config = (threshold: number, more = ''): string => `-- hugo.toml --
[related]
threshold = ${threshold}
${more}
indices = [
  {name = "a", weight = 100}, {name = "b", weight = 50}, {name = "tags", weight = 90},
  {name = "frag", type = "fragments", weight = 60}, {name = "date", weight = 1},
]
`;

const related = (request: string, site: string): string =>
  printPage(`{{ range site.RegularPages.Related ${request} }}{{ .Title }} {{ end }}`, 'p/q/', site + PAGES);

describe('pages with most in common first', () => {
  test.each([
    [10, '.', 'r3 r4 r5 r2 r7 r1'],
    [80, '.', 'r3 r4 r5 r2'],
    [50, '(dict "document" . "indices" (slice "b"))', 'r4 r1 r5'],
    [51, '(dict "document" . "indices" (slice "b"))', 'r4'],
    [50, '(dict "namedSlices" (slice (keyVals "b" "v" "u")))', 'q r4 r1 r5'],
  ])('from %d on: %s', (threshold, request, expected) =>
    expect(related(request, config(threshold))).toBe(expected),
  );

  test('newer ones, and words in small letters', () => {
    expect(related('.', config(50, 'includeNewer = true\ntoLower = true'))).toBe('r6 r3 r4 r5 r7 r2 r1');
  });

  test('tags and keywords count without a configuration', () => {
    const tagged = `${page('t1', '2024-01-01', 'tags: [k]')}${page('t2', '2024-01-02', 'keywords: [k]')}`;
    const site = tagged + PAGES.replace('tags: [One]', 'tags: [k]');
    expect(printPage('{{ range site.RegularPages.Related . }}{{ .Title }} {{ end }}', 'p/q/', site)).toBe(
      't1',
    );
  });
});

test('a keyword that too many pages have does not count', () => {
  // `x` is in five of eight pages.
  const site = (share: number): string => `-- hugo.toml --
[related]
threshold = 1
indices = [{name = "a", weight = 100, cardinalityThreshold = ${share}}, {name = "b", weight = 50}]
`;
  expect(related('.', site(70))).toContain('r2');
  expect(related('.', site(50))).not.toContain('r2');
});
