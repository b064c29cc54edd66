/** Slides with the same text are rendered once for all decks of a site, unless they depend on their page or deck. */
import { expect, test } from 'vitest';
import { tryBuild } from '../support/built-pages.ts';
import { openLive, slidesOf } from '../support/live-site.ts';
import { PICTURE } from '../support/write-site.ts';

const SITE = `
-- hugo.toml --
baseURL = "https://example.org/sub/"
[markup.goldmark.renderer]
unsafe = true
[security]
enableInlineShortcodes = true
[params.reveal_hugo.templates.dark]
class = "dark"
`;

/** Two decks that differ in everything but the slides of those that are listed. */
function siteOf(slides: string, files: string, decks: readonly string[]): string {
  const slidesOf = (deck: string): string => (decks.includes(deck) ? slides : '# Other');
  return `${SITE}${files}
-- content/one/_index.md --
+++
title = "One"
outputs = ["Reveal"]
colour = "red"
+++

${slidesOf('one')}
-- content/two/deep/_index.md --
+++
title = "Two"
outputs = ["Reveal"]
colour = "blue"
[reveal_hugo.templates.light]
class = "light"
+++

# First of two

---

${slidesOf('two')}
-- content/two/deep/part.md --
+++
+++

# Part
`;
}

const FILES = `
-- layouts/shortcodes/colour.hbs --
{{page.params.colour}}
-- static/one/pic.svg --
${PICTURE}
-- content/one/words.md --
# Words of one
-- data/facts.toml --
answer = "42"
`;

const HOOK = `
-- layouts/_default/_markup/render-heading.html --
<h{{ .Level }} title="{{ .Page.Title }}">{{ .Text }}</h{{ .Level }}>
`;

const TYPED_HOOK = `
-- layouts/two/_markup/render-link.html --
<a class="two" href="{{ .Destination }}">{{ .Text }}</a>
`;

const GO = `
-- layouts/shortcodes/title.html --
{{ .Page.Title }}: {{ .Inner }}
-- layouts/shortcodes/place.html --
{{ .Position }}
-- layouts/shortcodes/count.html --
{{ page.Scratch.Add "n" 1 }}{{ page.Scratch.Get "n" }}
`;

const BESIDE = [
  '# Same',
  'Some *words* and a [link](https://example.org/).',
  '{{% note %}}said{{% /note %}}',
];

test.each([
  ['plain Markdown', '', '# Same\n\n- one\n- two'],
  [
    'notes, fragments and stacks',
    '',
    '{{% section %}}\n\n# A\n\n{{% fragment %}}b{{% /fragment %}}\n\n---\n\n# C\n\n{{% /section %}}',
  ],
  ['a parameter of the page', '', '# Same\n\n{{< param colour >}}'],
  ['a layout that gets the page', FILES, '# Same\n\n{{< colour >}} and {{% colour %}}'],
  [
    'a template of the deck',
    '',
    '{{< slide template="light" >}}\n\n# Same\n\n---\n\n{{< slide template="dark" >}}\n\n# B',
  ],
  ['a picture beside the deck', FILES, '# Same\n\n![](pic.svg) ![](../pic.svg) ![](gone.svg)'],
  [
    'a picture by its whole address',
    FILES,
    '# Same\n\n![](/one/pic.svg) ![](https://example.org/sub/one/pic.svg) ![](/gone.svg)',
  ],
  ['an address with a scheme alone', FILES, '# Same\n\n![](https:pic.svg)'],
  ['a Markdown file beside the deck', FILES, '<section data-markdown="words.md"></section>'],
  ['data', FILES, '# Same\n\n{{< slide content="facts.answer" >}}'],
  ['a reference', '', '# Same\n\n[up]({{< relref "part.md" >}}) [one]({{< ref "/one" >}})'],
  ['a mistake', '', '# Same\n\n<blink>x</blink> {{< figure >}}'],
  ['an unknown shortcode', '', '# Same\n\n{{< nope >}}'],
  ['a hook that gets the page', HOOK, '# Same'],
  ['a hook of one section', TYPED_HOOK, '[link](https://example.org/)'],
  [
    'templates',
    GO,
    '# Same\n\n{{< title >}}x{{< /title >}}\n\n---\n\n{{< place >}}\n\n---\n\n{{< count >}}\n\n---\n\n{{< count >}}',
  ],
  ['an inline template', '', '{{< name.inline >}}{{ .Page.Title }}{{< /name.inline >}}'],
  ['the word of placeholders', '', '# dwmark0z\n\n{{% note %}}dwmark1z{{% /note %}}'],
])('slides with %s are the same beside a deck that has them too', (_name, files, slide) => {
  const slides = [slide, ...BESIDE, slide].join('\n\n---\n\n');
  const both = tryBuild(siteOf(slides, files, ['one', 'two']));
  for (const [deck, page] of [
    ['one', 'one/index.html'],
    ['two', 'two/deep/index.html'],
  ] as const) {
    const alone = tryBuild(siteOf(slides, files, [deck]));
    expect(both.files[page]).toBe(alone.files[page]);
    const ofDeck = (diagnostics: typeof both.diagnostics): object[] =>
      diagnostics.filter(({ file }) => file.includes(`content/${deck}/`));
    expect(ofDeck(both.diagnostics)).toEqual(ofDeck(alone.diagnostics));
  }
});

test('slides with the same text and nothing of their page are read once', () => {
  const { pipeline } = openLive(siteOf('# Same\n\n---\n\n![](/one/pic.svg)', FILES, ['one', 'two']));
  const [one, two] = pipeline.decks().decks.map((deck) => pipeline.render(deck).sections);
  expect(one?.[0]).toBe(two?.[1]);
  expect(one?.[1]).toBe(two?.[2]);
});

test('a change reaches each deck with the same slides', () => {
  const site = openLive(siteOf('# Same\n\n{{< slide content="facts.answer" >}}', FILES, ['one', 'two']));
  const texts = (): string => Object.values(slidesOf(site)).flat().join(' ');
  expect(texts().match(/42/g)).toHaveLength(2);
  site.edit({ 'data/facts.toml': 'answer = "43"\n' });
  expect(texts().match(/43/g)).toHaveLength(2);
  expect(texts()).not.toContain('42');
});
