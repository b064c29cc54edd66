/** A theme that is not there: what it may have brought is left out, and said. */
import { describe, expect, test } from 'vitest';
import { listPages, tryBuild } from '../support/built-pages.ts';

const site = (theme: string, rest: string): string => `-- hugo.toml --\ntitle = "T"\n${theme}\n${rest}`;
const MISSING = 'theme = "gone"';
const deck = (text: string): string => `-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n${text}\n`;

const found = (text: string): string[] =>
  tryBuild(text).diagnostics.map(({ code, severity, file, line }) => `${severity} ${code} ${file}:${line}`);

const PARTIAL = '-- layouts/shortcodes/t.html --\n[{{ partial "theirs" . }}]\n';

describe('with a theme that is missing', () => {
  test('a partial writes nothing', () => {
    const text = site(MISSING, PARTIAL + deck('{{< t >}}'));
    expect(found(text)).toEqual(['warning theme-missing hugo.toml:2', 'warning partial-missing hugo.toml:2']);
    expect(tryBuild(text).sections).toEqual(['<section>[]</section>']);
  });

  test('a shortcode is a place without words', () => {
    const text = site(MISSING, deck('{{< theirs >}} a'));
    expect(found(text)).toEqual([
      'warning theme-missing hugo.toml:2',
      'warning shortcode-unknown content/_index.md:4',
    ]);
  });

  test('a shortcode is told once a page', () => {
    const text = site(
      MISSING,
      deck('{{< theirs >}}\na\n{{< /theirs >}}\n\n---\n\n{{< theirs >}} {{< other >}}'),
    );
    expect(found(text)).toEqual([
      'warning theme-missing hugo.toml:2',
      'warning shortcode-unknown content/_index.md:4',
      'warning shortcode-unknown content/_index.md:10',
    ]);
  });

  test('a layout of a page that fails leaves the page out', () => {
    const text = site(
      MISSING,
      `-- layouts/_default/single.html --\n{{ .Nope }}\n${deck('# A')}-- content/p.md --\n# P\n`,
    );
    expect(found(text)).toEqual([
      'warning theme-missing hugo.toml:2',
      'warning template-failed layouts/_default/single.html:1',
    ]);
    expect(listPages(tryBuild(text).files)).toEqual(['index.html']);
  });
});

describe('with all themes there', () => {
  test('they are mistakes', () => {
    expect(found(site('', PARTIAL + deck('{{< t >}}')))).toEqual([
      'error template-failed layouts/shortcodes/t.html:1',
    ]);
    expect(found(site('', deck('{{< theirs >}} a {{< /theirs >}}')))).toEqual([
      'error shortcode-unknown content/_index.md:4',
    ]);
  });
});
