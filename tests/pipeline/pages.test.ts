/** What is published beside decks: pages that the author has a layout for, redirects, and the list of the decks. */
import { describe, expect, test } from 'vitest';
import { build, DECK, listPages, tryBuild } from '../support/built-pages.ts';

const TALKS = `-- content/a/_index.md --
+++
title = "Talk A"
description = "About A"
date = 2026-01-02
outputs = ["Reveal"]
+++
# A

---

# B
-- content/b/_index.md --
+++
title = "Talk B"
outputs = ["Reveal"]
+++
# B
`;

describe('layouts of the author', () => {
  test('index.html is the page of a root that is no deck, and of a root without a file', () => {
    const index =
      '-- layouts/index.html --\n{{ range .Sections.ByTitle }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}\n';
    const list = '<a href="/a/">Talk A</a><a href="/b/">Talk B</a>\n';
    expect(build(index + TALKS).files['index.html']).toBe(list);
    expect(
      build(`${index}-- content/_index.md --\n+++\ntitle = "All"\n+++\n${TALKS}`).files['index.html'],
    ).toBe(list);
  });

  test('the deck at the root wins over it', () => {
    expect(build(`-- layouts/index.html --\nlist\n${DECK}`).files['index.html']).toMatch(/^<!doctype html>/);
  });

  test('list.html is the page of a section, and single.html that of a page', () => {
    const { files } = build(`-- layouts/_default/list.html --
{{ .Kind }} {{ .Title }}:{{ range .Pages }} {{ .Title }}{{ end }}
-- layouts/_default/single.html --
{{ .Kind }} {{ .Title }}: {{ .Content }}
${DECK}
-- content/docs/_index.md --
+++
title = "Docs"
+++
-- content/docs/one.md --
+++
title = "One"
+++
*one*
-- content/lightning-talk/two.md --
+++
title = "Two"
+++
`);
    expect(files['docs/index.html']).toBe('section Docs: One\n');
    expect(files['docs/one/index.html']).toBe('page One: <p><em>one</em></p>\n\n');
    // No file stands for this section.
    expect(files['lightning-talk/index.html']).toBe('section Lightning-Talks: Two\n');
  });

  test('baseof.html is the frame of layouts that define blocks', () => {
    const { files } = build(`-- layouts/_default/baseof.html --
<title>{{ block "title" . }}{{ .Site.Title }}{{ end }}</title><main>{{ block "main" . }}nothing{{ end }}</main>
-- layouts/_default/single.html --
{{ define "main" }}{{ .Content }}{{ end }}{{ define "title" }}{{ .Title }}!{{ end }}
-- layouts/_default/list.html --
{{ define "main" }}list{{ end }}
-- hugo.toml --
title = "Site"
${TALKS}-- content/docs/one.md --
+++
title = "One"
+++
one
`);
    expect(files['docs/one/index.html']).toBe('<title>One!</title><main><p>one</p>\n</main>\n');
    expect(files['docs/index.html']).toBe('<title>Site</title><main>list</main>\n');
    expect(files['index.html']).toBe('<title>Site</title><main>list</main>\n');
  });

  test('the layout of a section or a type, and the one that a page names', () => {
    const { files } = build(`-- layouts/_default/single.html --
default
-- layouts/docs/single.html --
docs
-- layouts/wide/single.html --
wide
-- layouts/_default/poster.html --
poster
${DECK}
-- content/docs/one.md --
+++
+++
-- content/docs/two.md --
+++
type = "wide"
+++
-- content/docs/three.md --
+++
layout = "poster"
+++
-- content/about.md --
+++
+++
`);
    const text = (path: string): string | undefined => files[`${path}/index.html`]?.trim();
    expect(['docs/one', 'docs/two', 'docs/three', 'about'].map(text)).toEqual([
      'docs',
      'wide',
      'poster',
      'default',
    ]);
  });

  test('a page without a layout is left alone', () => {
    const { files, diagnostics } = tryBuild(`${DECK}-- content/docs/one.md --\n# One\n`);
    expect(diagnostics).toEqual([]);
    expect(listPages(files)).toEqual(['index.html']);
  });

  test('a layout that writes nothing writes no page', () => {
    const { files } = build(
      `-- layouts/_default/single.html --\n{{ if .Params.shown }}{{ .Title }}{{ end }}\n${DECK}-- content/one.md --\n+++\n+++\n`,
    );
    expect(listPages(files)).toEqual(['index.html']);
  });

  test('a mistake in one page leaves the others as they are', () => {
    const { files, diagnostics } = tryBuild(`-- layouts/_default/single.html --
{{ .Title }}{{ if .Params.bad }}{{ .Nope }}{{ end }}
${DECK}-- content/one.md --
+++
title = "One"
bad = true
+++
-- content/two.md --
+++
title = "Two"
+++
`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['template-failed']);
    expect(listPages(files)).toEqual(['index.html', 'two/index.html']);
  });

  test('content of such a page is told about, with the page', () => {
    const { diagnostics } = tryBuild(`-- layouts/_default/single.html --
{{ .Content }}{{ .Content }}
${DECK}-- content/one.md --
{{< nope >}}
`);
    expect(diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual([
      'shortcode-unknown content/one.md:1',
    ]);
  });

  test('the content of a deck may be shown elsewhere', () => {
    const { files } = build(`-- layouts/index.html --
{{ range .Sections }}{{ .Content }}|{{ len .Pages }}{{ end }}
${TALKS.split('-- content/b')[0]}-- content/a/more.md --
# More
`);
    expect(files['index.html']).toMatch(
      /<h1 id="a">A<\/h1>\s*<hr>?[^<]*<h1 id="b">B<\/h1>\s*\|1|<h1 id="a">A<\/h1>\s*<hr \/>\s*<h1 id="b">B<\/h1>\s*\|1/,
    );
  });
});

describe('aliases', () => {
  test('lead to a deck and to a page', () => {
    const { files } = build(`-- hugo.toml --
baseURL = "https://example.org/sub/"
-- layouts/_default/single.html --
{{ .Title }}
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
aliases = ["/old", "older.html"]
+++
# T
-- content/page.md --
+++
title = "P"
aliases = ["before/"]
+++
`);
    for (const path of ['old/index.html', 'talk/older.html'].filter((one) => one in files))
      expect(files[path]).toContain('https://example.org/sub/talk/');
    expect(files['old/index.html']).toMatch(
      /<meta http-equiv="refresh" content="0; url=https:\/\/example\.org\/sub\/talk\/"/,
    );
    expect(files['before/index.html']).toContain('https://example.org/sub/page/');
  });
});

describe('the list of the decks', () => {
  test('stands at the root of a site that has no page there', () => {
    const page = build(`-- hugo.toml --\ntitle = "Talks"\n${TALKS}`).files['index.html'] ?? '';
    expect(page).toContain('<title>Talks</title>');
    expect(page).toMatch(
      /<a href="a\/">[\s\S]*Talk A[\s\S]*About A[\s\S]*2 slides[\s\S]*Talk B[\s\S]*1 slide\b/,
    );
    expect(page).toContain('2026-01-02');
  });

  test("is the site's own where it has one", () => {
    const page = build(`-- layouts/landing.hbs --\n{{#each decks}}{{title}} {{/each}}\n${TALKS}`).files[
      'index.html'
    ];
    expect(page).toBe('Talk A Talk B \n');
  });

  test('is not written where something else stands', () => {
    expect(build(TALKS + DECK).files['index.html']).toContain('<h1 id="a">');
    expect(build(`-- static/index.html --\nown\n${TALKS}`).files['index.html']).toBeUndefined();
    expect(build(`-- layouts/index.html --\nown\n${TALKS}`).files['index.html']).toBe('own\n');
  });

  test('leaves out what the site does not publish', () => {
    const draft =
      '-- content/c/_index.md --\n+++\ntitle = "Talk C"\ndraft = true\noutputs = ["Reveal"]\n+++\n# C\n';
    expect(build(TALKS + draft).files['index.html']).not.toContain('Talk C');
    expect(build(TALKS + draft, { buildDrafts: true }).files['index.html']).toContain('Talk C');
  });

  test('names the languages where there are several', () => {
    const { files } = build(`-- hugo.toml --
[languages.en]
weight = 1
[languages.fr]
weight = 2
${TALKS}-- content/a/_index.fr.md --
+++
title = "Exposé A"
outputs = ["Reveal"]
+++
# A
`);
    expect(files['index.html']).toMatch(/<a href="fr\/a\/"[\s\S]*Exposé A/);
  });
});
