/** What has no end is a mistake of the author, and never one of ours. */
import { describe, expect, test } from 'vitest';
import { tryBuild } from '../support/built-pages.ts';

const deck = (text: string): string =>
  `-- content/_index.md --\n+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n${text}\n`;
const codesOf = (site: string): string[] => {
  const { diagnostics } = tryBuild(site);
  for (const { message, hint } of diagnostics) expect(message.length + hint.length).toBeLessThan(1000);
  return diagnostics.map(({ code, file }) => `${code} ${file}`);
};

describe('what runs itself without an end', () => {
  test('a partial', () => {
    expect(
      codesOf(
        `-- layouts/shortcodes/t.html --\n{{ partial "a" . }}\n-- layouts/partials/a.html --\n{{ partial "a" . }}\n${deck('{{< t >}}')}`,
      ),
    ).toEqual(['template-failed layouts/partials/a.html']);
  });

  test('two partials that call each other, around a deck', () => {
    expect(
      codesOf(
        `-- layouts/partials/reveal-hugo/head.html --\n{{ partial "a" . }}\n-- layouts/partials/a.html --\n{{ partial "b" . }}\n-- layouts/partials/b.html --\n{{ partial "a" . }}\n${deck('# A')}`,
      ),
    ).toHaveLength(1);
  });

  test('a template', () => {
    expect(
      codesOf(
        `-- layouts/shortcodes/t.html --\n{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}\n${deck('{{< t >}}')}`,
      ),
    ).toEqual(['template-failed layouts/shortcodes/t.html']);
  });

  test('a shortcode that renders itself', () => {
    expect(
      codesOf(`-- layouts/shortcodes/t.html --\n{{ .Page.RenderString "{{< t >}}" }}\n${deck('{{< t >}}')}`),
    ).toEqual(['template-failed layouts/shortcodes/t.html']);
    expect(
      codesOf(`-- layouts/shortcodes/t.html --\n{{ "{{< t >}}" | markdownify }}\n${deck('{{< t >}}')}`),
    ).toHaveLength(1);
  });

  test('a render hook for links that renders a link', () => {
    expect(
      codesOf(
        `-- layouts/_default/_markup/render-link.html --\n{{ "[a](b)" | markdownify }}\n${deck('[c](d)')}`,
      ),
    ).toHaveLength(1);
  });
});

describe('a page that asks for its own content', () => {
  test('in a shortcode', () => {
    expect(
      codesOf(`-- layouts/shortcodes/t.html --\n[{{ .Page.Content }}]\n${deck('# A\n\n{{< t >}}')}`),
    ).toEqual([]);
  });

  test('in a render hook, and in a shortcode of a page that is no deck', () => {
    expect(
      codesOf(
        `-- layouts/_default/_markup/render-heading.html --\n<h1>{{ len .Page.Content }}</h1>\n${deck('# A')}`,
      ),
    ).toEqual([]);
    expect(
      codesOf(
        `-- layouts/_default/single.html --\n{{ .Content }}\n-- layouts/shortcodes/t.html --\n[{{ .Page.Content }}]\n${deck('# A')}-- content/p.md --\n{{< t >}}\n`,
      ),
    ).toEqual([]);
  });

  test('two pages that show each other', () => {
    expect(
      codesOf(
        `-- layouts/shortcodes/t.html --\n{{ with site.GetPage (.Get 0) }}{{ .Content }}{{ end }}\n${deck('{{< t "/home/a" >}}')}-- content/home/a.md --\n{{< t "/home/b" >}}\n-- content/home/b.md --\n{{< t "/home/a" >}}\n`,
      ),
    ).toEqual([]);
  });
});
