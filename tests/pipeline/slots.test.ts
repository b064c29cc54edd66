/** `partials/reveal-hugo/head.html`, `body.html` and `end.html`, and those of one section. */
import { describe, expect, test } from 'vitest';
import { build, DECK } from '../support/built-pages.ts';

const PARTIALS = ['head', 'body', 'end']
  .flatMap((slot) => [
    `-- layouts/partials/reveal-hugo/${slot}.html --\n<i data-all="${slot}">{{ .Title }}</i>`,
    `-- layouts/partials/home/reveal-hugo/${slot}.html --\n<i data-home="${slot}"></i>`,
    `-- layouts/partials/talk/reveal-hugo/${slot}.html --\n<i data-talk="${slot}">{{ .Section }}</i>`,
  ])
  .join('\n');

const SITE = `${PARTIALS}
${DECK}
-- content/talk/_index.md --
+++
title = "Talk"
outputs = ["Reveal"]
+++
# T
-- content/talk/sub/_index.md --
+++
title = "Below"
outputs = ["Reveal"]
+++
# S
`;

/** The marks of a page in their order, with the ends of its parts. */
const marksOf = (page = ''): string[] =>
  [...page.matchAll(/data-(?:all|home|talk)="\w+"|<\/head>|<\/section>|<\/body>|<script/g)].map(
    ([mark]) => mark,
  );

describe('partials around decks', () => {
  const { files } = build(SITE);

  test('those of all decks, then those of the root, each in its place', () => {
    expect(marksOf(files['index.html'])).toEqual([
      'data-all="head"',
      'data-home="head"',
      '</head>',
      '</section>',
      'data-all="end"',
      'data-home="end"',
      '<script',
      '<script',
      'data-all="body"',
      'data-home="body"',
      '</body>',
    ]);
  });

  test('a deck in a section has those of its section, however deep it lies', () => {
    for (const path of ['talk/index.html', 'talk/sub/index.html']) {
      expect(marksOf(files[path]).filter((mark) => !/^[<]/.test(mark))).toEqual(
        ['head', 'end', 'body'].flatMap((slot) => [`data-all="${slot}"`, `data-talk="${slot}"`]),
      );
    }
  });

  test('they see the page that stands at the head of the deck', () => {
    expect(files['talk/sub/index.html']).toContain('<i data-all="head">Below</i>');
    expect(files['talk/sub/index.html']).toContain('<i data-talk="head">talk</i>');
  });
});

test('a script in a partial makes a deck load what it uses before it', () => {
  const { files } = build(
    `-- layouts/partials/reveal-hugo/body.html --\n<script>Reveal.on('ready', go)</script>\n${DECK}`,
  );
  expect(files['index.html']).toMatch(/assets\/classic\.js[\s\S]*Reveal\.on\('ready', go\)/);
});

test('`define`d templates and values are escaped by their place', () => {
  const { files } = build(
    `-- layouts/partials/reveal-hugo/head.html --
{{ define "mark" }}<meta name="t" content="{{ . }}">{{ end }}{{ template "mark" .Params.sign }}<script>let t = {{ .Params.sign }};</script>
-- content/_index.md --
+++
outputs = ["Reveal"]
sign = '<"'
+++
# A
`,
  );
  expect(files['index.html']).toContain(
    '<meta name="t" content="&lt;&#34;"><script>let t = "\\u003c\\"";</script>',
  );
});
