/** Dates as Hugo 0.169 reads and shows them; each figure comes from a build with it. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { tryBuild } from '../support/built-pages.ts';
import { buildSite } from '../support/site.ts';

const LAYOUT = '{{ .Date.Format "2006-01-02 15:04:05.999 Z07:00 MST" }}|{{ .Params.date }}|{{ .Date.UTC }}';

/** What a page with this date shows, and where it is. */
function shown(
  frontMatter: string,
  config = '',
): { readonly path: string | undefined; readonly text: string } {
  const { files, diagnostics } = tryBuild(`
-- hugo.toml --
disableKinds = ["section", "home"]
${config}
[permalinks.page]
posts = "/:year/:month/:day/"
-- layouts/_default/single.html --
${LAYOUT}
-- content/posts/p.md --
${frontMatter}
`);
  const path = Object.keys(files).find((file) => /^\d+\/\d+/.test(file));
  const found = diagnostics.filter(({ code }) => code !== 'no-deck').map(({ message }) => message);
  expect(found).toEqual([]);
  return { path, text: path === undefined ? '' : (files[path] ?? '').replaceAll('&#43;', '+').trim() };
}

const yaml = (date: string): string => `---\ndate: ${date}\n---`;
const toml = (date: string): string => `+++\ndate = ${date}\n+++`;

describe('a date with an offset keeps it', () => {
  test('in the address of a deck and in what a shortcode shows', () => {
    const folder = path.join(import.meta.dirname, 'date-offset-address', 'site');
    const site = buildSite(diskFiles(folder));
    expect(site.diagnostics).toEqual([]);
    expect(site.page('2024/03/01/evening/index.html')).toContain('1 March 2024, 23:30');
  });

  test.each([
    ['YAML', yaml('2024-03-01T23:30:00-05:00')],
    ['TOML', toml('2024-03-01T23:30:00-05:00')],
    ['a text in TOML', toml('"2024-03-01T23:30:00-05:00"')],
    ['TOML with a blank', toml('2024-03-01 23:30:00-05:00 # when it was')],
    ['JSON', '{"date": "2024-03-01T23:30:00-05:00"}'],
  ])('in %s, wherever the site is', (_, frontMatter) => {
    for (const config of ['', 'timeZone = "Europe/Oslo"']) {
      expect(shown(frontMatter, config)).toEqual({
        path: '2024/03/01/index.html',
        text: '2024-03-01 23:30:00 -05:00 -0500|2024-03-01 23:30:00 -0500 -0500|2024-03-02 04:30:00 +0000 UTC',
      });
    }
  });

  test('and UTC is one', () => {
    expect(shown(yaml('2024-03-01T23:30:00Z'), 'timeZone = "Europe/Oslo"').text).toMatch(/23:30:00 Z UTC/);
    expect(shown(yaml('2024-03-01T23:30:00'), 'timeZone = "Europe/Oslo"').text).toMatch(/\+01:00 CET/);
  });
});

describe('spellings', () => {
  test.each([
    ['2019-10-04 08:12:10.5 +0800 CST', '2019-10-04 08:12:10.5 +08:00 CST'],
    ['Fri, 04 Oct 2019 08:12:10 CET', '2019-10-04 08:12:10 Z UTC'],
    ['04 oct 2019', '2019-10-04 00:00:00 Z UTC'],
    ['8:12AM', '0000-01-01 08:12:00 Z UTC'],
    ['Oct  4 08:12:10', '0000-10-04 08:12:10 Z UTC'],
    ['20191004', '1970-08-22 16:36:44 Z UTC'],
    ['-5', '1969-12-31 23:59:55 Z UTC'],
    ['2019-10-04T08:12:10+0800', '2019-10-04 08:12:10 +08:00 +0800'],
    ['""', '0001-01-01 00:00:00 Z UTC'],
  ])('%s', (written, expected) => {
    expect(shown(yaml(written)).text.split('|')[0]).toBe(expected);
  });

  test('a clock with the letters of a zone alone is that of the site', () => {
    const { text } = shown(yaml('Fri, 04 Oct 2019 08:12:10 PST'), 'timeZone = "Europe/Oslo"');
    expect(text.split('|')[0]).toBe('2019-10-04 08:12:10 +02:00 CEST');
  });

  test.each(['2019-02-30', '2019-10', '4 Oct 2019', 'Fri, 32 Oct 2019 08:12:10 CET', '1570147930.5', 'true'])(
    '%s is none, and is told',
    (written) => {
      const page = `-- content/posts/p.md --\n${yaml(written)}\n`;
      const { diagnostics } = buildSite(page);
      expect(diagnostics.find(({ code }) => code === 'value-type')?.file).toBe('content/posts/p.md');
    },
  );
});
