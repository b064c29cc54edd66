/** Sites that brought copies of the theme's templates: their decks are those that the theme makes of them. */
import { describe, expect, test } from 'vitest';
import { build, DECK, tryBuild } from '../support/built-pages.ts';

/** Does what the theme's partial does: a section for each part between rules that is none yet. */
const SLIDES = `-- layouts/partials/reveal-hugo/slides.html --
{{ range . }}{{ with .Content }}
{{ range split (replace . "<hr>" "<hr />") "<hr />" }}
{{ if in . "data-noprocess" }}{{ safeHTML . }}</section>{{ else }}<section>{{ safeHTML . }}</section>{{ end }}
{{ end }}{{ end }}{{ end }}
`;

const CONTENT = `-- content/_index.md --
+++
title = "Deck"
outputs = ["Reveal"]
+++
# A

---

{{< slide id="b" background="red" >}}

## B

{{% note %}}
said
{{% /note %}}

---

{{% section %}}

## C

---

{{< slide class="deep" >}}

## D {{% fragment %}}bit by bit{{% /fragment %}}

{{% /section %}}

---

\`\`\`go{1|2}
a < b
c
\`\`\`
-- content/home/one.md --
+++
weight = 2
+++
# one
-- content/home/two.md --
+++
weight = 1
+++
# two

---

# three
-- content/home/empty.md --
+++
weight = 3
+++
`;

/** Sections without their white space and without what marks an empty attribute. */
const plain = (sections: readonly string[]): string[] =>
  sections.map((section) => section.replace(/>\s+/g, '>').replace(/\s+</g, '<'));

describe('partials/reveal-hugo/slides.html of the site', () => {
  const expected = build(CONTENT).sections;

  test('gives the sections that there are without it', () => {
    expect(plain(build(SLIDES + CONTENT).sections)).toEqual(plain(expected));
  });

  test('may put something on every slide', () => {
    const { sections } = build(SLIDES.replaceAll('</section>', '<footer>f</footer></section>') + CONTENT);
    expect(sections).toHaveLength(expected.length);
    for (const section of sections) expect(section).toMatch(/<footer>f<\/footer><\/section>$/);
  });

  test('is called with the head alone, then with those that follow', () => {
    const { sections } = build(
      `-- layouts/partials/reveal-hugo/slides.html --\n<section>{{ len . }}:{{ range . }}{{ .Path }} {{ end }}</section>\n${CONTENT}`,
    );
    expect(sections).toEqual([
      '<section>1:/ </section>',
      '<section>3:/home/two /home/one /home/empty </section>',
    ]);
  });

  test('what it writes between sections belongs to the one before', () => {
    const { sections } = build(
      `-- layouts/partials/reveal-hugo/slides.html --\n{{ range . }}<section>{{ .Content }}</section><b>next</b>{{ end }}\n${DECK}`,
    );
    expect(sections).toEqual(['<section><h1 id="a">A</h1></section><b>next</b>']);
  });

  test('a section in a comment or a script is none', () => {
    const { sections } = build(
      `-- layouts/partials/reveal-hugo/slides.html --\n{{ range . }}<section><script>"<section>"</script>{{ .Content }}</section>{{ end }}\n${DECK}`,
    );
    expect(sections).toEqual(['<section><script>"<section>"</script><h1 id="a">A</h1></section>']);
  });
});

describe('layouts of decks', () => {
  const sectionDeck = `-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
# T
-- content/talk/x.md --
# X
-- content/talk/y.md --
# Y
`;

  test('list.reveal.html says which pages follow', () => {
    const list = `-- layouts/_default/list.reveal.html --
{{ define "main" }}{{ partial "reveal-hugo/slides" (slice .Page) }}{{ partial "reveal-hugo/slides" (first 1 .Pages.Reverse) }}{{ end }}
`;
    const { files } = build(SLIDES + list + sectionDeck);
    const titles = [...(files['talk/index.html'] ?? '').matchAll(/<h1 id="(\w)"/g)].map(([, id]) => id);
    expect(titles).toEqual(['t', 'y']);
  });

  test('index.reveal.html is that of the root alone', () => {
    const index = `-- layouts/index.reveal.html --
{{ define "main" }}<section>{{ .Title }}: {{ range where .Site.RegularPages "Section" "talk" }}{{ .Title }}{{ .Path }} {{ end }}</section>{{ end }}
`;
    const { files } = build(index + DECK + sectionDeck);
    expect(files['index.html']).toMatch(/<section>Deck: \/talk\/x \/talk\/y <\/section>/);
    expect(files['talk/index.html']).toContain('<h1 id="y">');
  });

  test("the theme's own slides are there for a layout that calls them", () => {
    const list = `-- layouts/_default/list.reveal.html --
{{ define "main" }}{{ partial "reveal-hugo/slides" (slice .Page) }}{{ partial "reveal-hugo/slides" (where .Pages "Kind" "page") }}<section>end</section>{{ end }}
`;
    const { files } = build(list + sectionDeck);
    const sections = [...(files['talk/index.html'] ?? '').matchAll(/<section>\s*(<h1 id="\w"|end)/g)].map(
      ([, id]) => id,
    );
    expect(sections).toEqual(['<h1 id="t"', '<h1 id="x"', '<h1 id="y"', 'end']);
  });

  test('baseof.reveal.html is the frame, with the partials of the theme in it', () => {
    const frame = `-- layouts/_default/baseof.reveal.html --
<!doctype html>
<html lang="nn">
<head>{{ partial "layout/head" . }}{{ partial "layout/theme" . }}{{ partial "reveal-hugo/head" . }}</head>
<body class="{{ .Type }}"><div class="reveal"><div class="slides">{{ block "main" . }}{{ end }}</div></div>
{{ partial "layout/javascript" . }}{{ partial "reveal-hugo/body" . }}</body>
</html>
`;
    const page = build(frame + DECK).files['index.html'] ?? '';
    expect(page).toMatch(/^<!doctype html>\n<html lang="nn">/);
    expect(page).toContain('<title>Deck</title>');
    expect(page).toMatch(/<link rel="stylesheet" href="assets\/black-default\.css"/);
    expect(page).toMatch(/<div class="slides"><section>\s*<h1 id="a">A<\/h1>\s*<\/section><\/div>/);
    expect(page).toContain('assets/client.js');
    expect(page).toContain('deck-settings');
    expect(page).toContain('<body class="page">');
  });

  test('a layout without a frame is the whole page', () => {
    const page = build(`-- layouts/_default/list.reveal.html --\n<main>{{ .Title }}</main>\n${DECK}`).files[
      'index.html'
    ];
    expect(page).toBe('<main>Deck</main>\n');
  });

  test('a template that writes no section leaves the slides as they are, and that is said', () => {
    const { sections, diagnostics } = tryBuild(
      `-- layouts/partials/reveal-hugo/slides.html --\n{{ range . }}{{ .Content }}{{ end }}\n${DECK}`,
    );
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['sections-missing', 'warning'],
    ]);
    expect(sections).toEqual(['<section><h1 id="a">A</h1></section>']);
  });
});

describe('copies of the shortcodes of the theme', () => {
  const COPIES = `-- layouts/shortcodes/slide.html --
{{- $own := slice "id" "class" -}}
<section data-noprocess data-shortcode-slide
{{- range $key, $value := .Params }} {{ cond (in $own $key) $key (printf "data-%s" $key) | safeHTMLAttr }}="{{ $value }}"{{ end }}>
-- layouts/shortcodes/section.html --
{{ $_hugo_config := \`{ "version": 1 }\` }}
<section data-shortcode-section>
{{ .Inner }}
</section>
-- layouts/shortcodes/note.html --
{{ $_hugo_config := \`{ "version": 1 }\` }}
<aside class="notes">{{ .Inner }}</aside>
-- layouts/shortcodes/fragment.html --
{{ $_hugo_config := \`{ "version": 1 }\` }}
<span class='fragment {{ .Get "class" }}' {{ with .Get "index" }}data-fragment-index='{{ . }}'{{ end }}>{{ .Inner }}</span>
`;

  test('come out as the built-in ones', () => {
    const text = (sections: readonly string[]): string[] =>
      plain(sections).map((section) =>
        section.replace(/class='fragment ' |class="fragment"/g, 'class="fragment"').replace(/\s+>/g, '>'),
      );
    expect(text(build(COPIES + CONTENT).sections)).toEqual(text(build(CONTENT).sections));
  });

  test('with slides.html of the site beside them', () => {
    expect(build(COPIES + SLIDES + CONTENT).sections).toHaveLength(build(CONTENT).sections.length);
  });

  test('a note that is left open ends with its slide', () => {
    const { sections, diagnostics } = tryBuild(
      `${COPIES}-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n{{% note %}}\nsaid\n\n---\n\n# B\n`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['shortcode-unclosed']);
    expect(sections).toHaveLength(2);
    expect(sections[0]).toContain('<aside class="notes">');
    expect(sections[1]).not.toContain('</aside>');
  });
});
