/** `{{< name.inline >}}`: templates in pages, where the site allows them. */
import { describe, expect, test } from 'vitest';
import { build, tryBuild } from '../support/built-pages.ts';

const site = (text: string, config = 'enableInlineShortcodes = true'): string =>
  `-- hugo.toml --\ntitle = "Site"\n[security]\n${config}\n-- content/_index.md --\n+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n${text}\n`;

const sectionOf = (text: string): string | undefined => build(site(text)).sections[0];

describe('inline shortcodes', () => {
  test('run their text as a template, and again where they close themselves', () => {
    expect(
      sectionOf('{{< t.inline >}}{{ add 1 1 }} {{ .Page.Title }}{{< /t.inline >}} and {{< t.inline />}}'),
    ).toBe('<section><p>2 Deck and 2 Deck</p></section>');
  });

  test('see their parameters, and write HTML', () => {
    expect(
      sectionOf(
        '{{< t.inline "a" >}}<b>{{ .Get 0 }}</b>{{ site.Title }}{{< /t.inline >}} {{< t.inline "c" />}}',
      ),
    ).toBe('<section><p><b>a</b>Site <b>c</b>Site</p></section>');
  });

  test('with percent signs they write Markdown', () => {
    expect(sectionOf('{{% t.inline %}}{{ range seq 2 }}- *{{ . }}*\n{{ end }}{{% /t.inline %}}')).toBe(
      '<section><ul><li><em>1</em></li><li><em>2</em></li></ul></section>',
    );
  });

  test('are not run where the site does not allow it', () => {
    for (const config of ['', 'enableInlineShortcodes = false', 'enableInlineShortcodes = "yes"']) {
      const { sections, diagnostics } = tryBuild(
        site('{{< t.inline >}}{{ add 1 1 }}{{< /t.inline >}}', config),
      );
      expect(sections.join('')).not.toContain('2');
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
        ['shortcode-inline', 'warning'],
      ]);
    }
  });

  test('a mistake in one is told at its tag', () => {
    const placeOf = (text: string): string[] =>
      tryBuild(site(text)).diagnostics.map(
        ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
      );
    expect(placeOf('a {{< t.inline >}}{{ nope }}{{< /t.inline >}}')).toEqual([
      'template-function-unknown content/_index.md:5:3',
    ]);
    expect(placeOf('a\n\n{{< t.inline >}}{{ .Nope }}{{< /t.inline >}}')).toEqual([
      'template-failed content/_index.md:7:1',
    ]);
    expect(placeOf('{{< t.inline >}}{{ if }}{{< /t.inline >}}')).toEqual([
      'template-syntax content/_index.md:5:1',
    ]);
    expect(placeOf('{{< t.inline />}}')).toEqual(['shortcode-inline-empty content/_index.md:5:1']);
  });
});
