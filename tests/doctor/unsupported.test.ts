/** What a site asks for and is not done is told with its first place, where it is used. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Difference } from '../../src/doctor/examination.ts';
import { DECK, examineSite } from './patient.ts';

const page = (template: string, more = ''): string =>
  `-- content/_index.md --\n${DECK}# A {{< own >}}\n-- layouts/shortcodes/own.html --\n${template}\n${more}`;

const sites: readonly [site: string, id: string, place: string][] = [
  [
    page(
      '{{ with .Page.Resources.Get "a.png" }}{{ (.Resize "3x3").RelPermalink }}{{ (.Filter images.Text) }}{{ end }}',
    ),
    'image-processing',
    '3× layouts/shortcodes/own.html:1:43',
  ],
  [
    page('\n{{ with resources.GetRemote "https://example.org/a" }}{{ end }}'),
    'remote-file',
    '1× layouts/shortcodes/own.html:2:9',
  ],
  [
    page('{{ (resources.Get "a.js" | js.Build).RelPermalink }}', '-- assets/a.js --\nlet a;\n'),
    'script-tool',
    '1× layouts/shortcodes/own.html:1:28',
  ],
  [
    page('x', '-- hugo.toml --\ntitle = "A"\n[outputs]\nhome = ["HTML", "JSON"]\n'),
    'output-format',
    '1× hugo.toml:3:1',
  ],
  [
    page('x', '-- content/a.md --\n+++\noutputs = ["calendar"]\n+++\n'),
    'output-format',
    '1× content/a.md:2:1',
  ],
  [page('x', '-- content/b.org --\n+++\ntitle = "B"\n+++\n* B\n'), 'content-format', '1× content/b.org:1:1'],
];

const placeOf = ({ count, first }: Difference): string =>
  `${count}× ${first ? `${first.file}:${first.line}:${first.column}` : 'nowhere'}`;

test.each(sites)('%j shows %s', (site, id, place) => {
  const { unsupported, summary } = examineSite(site);
  expect(unsupported.map((one) => [one.id, placeOf(one)])).toEqual([[id, place]]);
  expect(summary).toContain(', 1 not supported, ');
});

test('a template of a theme counts where a page is written with it', () => {
  const theme = `-- hugo.toml --\ntheme = "far"\n-- themes/far/layouts/_default/single.html --\n{{ getJSON "https://example.org/a" }}\n`;
  const alone = `-- content/_index.md --\n${DECK}# A\n${theme}`;
  expect(examineSite(alone).unsupported).toEqual([]);
  expect(examineSite(`${alone}-- content/b.md --\nB\n`).unsupported.map(placeOf)).toEqual([
    '1× themes/far/layouts/_default/single.html:1:4',
  ]);
});

test('what is supported, what nothing runs and what can’t be read is not told', () => {
  const { unsupported, summary } = examineSite(
    page(
      '{{ (images.Config "static/a.svg") }}{{ .Page.Title }}{{ resources.Get "a" }}{{ images.QR "a" }}{{ getJSON "data/a.json" }}{{ getCSV ";" `a.csv` }}',
      '-- layouts/shortcodes/unused.html --\n{{ getJSON "a" }}\n-- layouts/shortcodes/broken.html --\n{{ if }\n',
    ),
  );
  expect(unsupported).toEqual([]);
  expect(summary).not.toContain('supported');
});

test('every row has a case', () => {
  const source = readFileSync(path.resolve(import.meta.dirname, '../../src/doctor/unsupported.ts'), 'utf8');
  const ids = [...source.matchAll(/^ {4}id: '([a-z-]+)',$/gm)].map(([, id]) => id);
  expect(new Set(sites.map(([, id]) => id))).toEqual(new Set(ids));
});
