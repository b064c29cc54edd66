/** Links to content files and pictures of `assets/`. Source of what is expected: Hugo 0.169's embedded render hooks. */
import { describe, expect, test } from 'vitest';
import { build } from '../support/built-pages.ts';

const HOOKS = (link: string): string =>
  `[markup.goldmark.renderHooks.link]\n${link}\n[markup.goldmark.renderHooks.image]\n${link}\n`;

const SITE = `-- layouts/_default/single.html --
{{ .Content }}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Home {#top}

[place](#top) [talk](talk/)
-- content/home/part.md --
[place](#part)
-- content/talk/_index.md --
+++
title = "Talk"
+++
-- content/talk/near.svg --
x
-- content/other/page.md --
+++
slug = "other-slug"
+++
-- content/other/sub/_index.md --
+++
+++
-- static/st.svg --
x
-- assets/img/pic one.svg --
x
-- assets/file.pdf --
x
-- content/talk/bun/in.svg --
x
-- content/talk/bun/doc.pdf --
x
-- content/talk/bun/index.md --
`;

/** Where a link or an image in a leaf bundle leads. */
function addressOf(text: string, config = HOOKS("useEmbedded = 'always'"), files = ''): string | undefined {
  const site = `-- hugo.toml --\nbaseURL = "https://example.org/talks/"\n${config}\n${files}\n${SITE}${text}\n`;
  const html = build(site).files['talk/bun/index.html'] ?? '';
  return /(?:href|src)="([^"]*)"/.exec(html)?.[1] ?? html.trim();
}

describe('links lead to', () => {
  test.each([
    ['[a](/other/page.md)', '/talks/other/other-slug/'],
    ['[a](../../other/page.md "T")', '/talks/other/other-slug/'],
    ['[a](other/page)', '/talks/other/other-slug/'],
    ['[a](/other/page?x=1&y=2#z)', '/talks/other/other-slug/?x=1&amp;y=2#z'],
    ['[a](/other/sub/)', '/talks/other/sub/'],
    ['[a](/)', '/talks/'],
    ['[a](#frag)', '/talks/talk/bun/#frag'],
    ['[a](doc.pdf)', '/talks/talk/bun/doc.pdf'],
    ['[a](in.svg?v=1#x)', '/talks/talk/bun/in.svg?v=1#x'],
    ['[a](/file.pdf)', '/talks/file.pdf'],
    // What is not there, or is no file of the page, stays as it is written.
    ['[a](page.md#f)', 'page.md#f'],
    ['[a](/nope/x)', '/nope/x'],
    ['[a](/talk/bun/in.svg)', '/talk/bun/in.svg'],
    ['[a](../near.svg)', '../near.svg'],
    ['[a](/st.svg)', '/st.svg'],
    ['[a](https://x.org/a?b=1)', 'https://x.org/a?b=1'],
    ['[a](//cdn.org/x)', '//cdn.org/x'],
    ['[a](mailto:a@b.c)', 'mailto:a@b.c'],
    ['[a]()', ''],
  ])('%s', (text, expected) => expect(addressOf(text)).toBe(expected));
});

describe('pictures are', () => {
  test.each([
    ['![a](in.svg)', '/talks/talk/bun/in.svg'],
    ['![a](./in.svg?v=1)', '/talks/talk/bun/in.svg?v=1'],
    ['![a](</img/pic one.svg>)', '/talks/img/pic%20one.svg'],
    ['![a](img/pic%20one.svg)', '/talks/img/pic%20one.svg'],
    ['![a](/st.svg)', '/st.svg'],
    ['![a](nope.svg)', 'nope.svg'],
    ['![a](https://x.org/i.svg)', 'https://x.org/i.svg'],
    ['![a](data:image/png;base64,xx)', 'data:image/png;base64,xx'],
  ])('%s', (text, expected) => expect(addressOf(text)).toBe(expected));
});

describe('who says so', () => {
  const own =
    '-- layouts/_default/_markup/render-link.html --\n<a href="own:{{ .Destination }}">{{ .Text }}</a>\n';
  const found = '/talks/other/other-slug/';
  const [as, mine] = ['/other/page.md', 'own:/other/page.md'];

  test.each([
    ['', as, mine],
    ['[languages.en]\nweight = 1', found, mine],
    ['[languages.en]\nweight = 1\n[languages.de]\nweight = 2', found, mine],
    ['[markup.goldmark]\nduplicateResourceFiles = true\n[languages.en]\nweight = 1', as, mine],
    ["[languages.en]\nbaseURL = 'https://en.org/'\n[languages.de]\nbaseURL = 'https://de.org/'", as, mine],
    [HOOKS("useEmbedded = 'always'"), found, found],
    [HOOKS("useEmbedded = 'fallback'"), found, mine],
    [HOOKS("useEmbedded = 'auto'"), as, mine],
    [`${HOOKS("useEmbedded = 'auto'")}[languages.en]\nweight = 1`, found, mine],
    [`${HOOKS("useEmbedded = 'never'")}[languages.en]\nweight = 1`, as, mine],
    [HOOKS('enableDefault = true'), found, mine],
    [`${HOOKS('enableDefault = false')}[languages.en]\nweight = 1`, as, mine],
  ])('%j', (config, alone, withOwn) => {
    expect(addressOf('[a](/other/page.md)', config)).toBe(alone);
    expect(addressOf('[a](/other/page.md)', config, own)).toBe(withOwn);
  });
});

test('a place of a deck is found on the page of the deck', () => {
  const { sections } = build(
    `-- hugo.toml --\nbaseURL = "https://example.org/talks/"\n${HOOKS("useEmbedded = 'always'")}${SITE}\n`,
  );
  expect(sections.join('')).toContain('<a href="/talks/#top">place</a> <a href="/talks/talk/">talk</a>');
  // Its other pages have no address of their own.
  expect(sections.join('')).toContain('<a href="#part">place</a>');
});
