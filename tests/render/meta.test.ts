/** What the page of a deck says of itself: front matter first, then the site. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

/** The tags of a page that speak of it, one string each. */
function tagsOf(files: string, path = 'talk/index.html'): readonly string[] {
  const head = /<head>([\s\S]*?)<\/head>/.exec(buildSite(files).page(path))?.[1] ?? '';
  return (
    head.match(/<title>[^<]*<\/title>|<(?:meta|link)\b[^>]*(?:og:|twitter:|canonical|name=)[^>]*>/g) ?? []
  );
}

/** What one tag says. */
function said(files: string, name: string, path?: string): readonly string[] {
  return tagsOf(files, path).flatMap(
    (tag) => new RegExp(`"${name}" (?:content|href)="([^"]*)"`).exec(tag)?.[1] ?? [],
  );
}

const deck = (params: string, more = ''): string => `
-- hugo.toml --
baseURL = "https://example.org/talks/"
title = "Site & all"
languageCode = "en-GB"
[params]
description = "of the site"
images = ["share.png", "second.png"]
[params.author]
name = "Site author"
${more}
-- content/talk/_index.md --
+++
title = "A <b> & C"
outputs = ["Reveal"]
${params}
+++
# A
-- content/talk/pic.png --
png
`;

test('all that a page and its site say', () => {
  const tags = tagsOf(deck('description = "of \\"the\\" page"\nauthor = "Ada"\ntheme_color = "#123456"'));
  expect(tags).toEqual([
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>A &lt;b&gt; &amp; C</title>',
    '<meta name="description" content="of &quot;the&quot; page">',
    '<meta name="author" content="Ada">',
    '<meta name="theme-color" content="#123456">',
    '<link rel="canonical" href="https://example.org/talks/talk/">',
    '<meta property="og:url" content="https://example.org/talks/talk/">',
    '<meta property="og:type" content="website">',
    '<meta property="og:title" content="A &lt;b&gt; &amp; C">',
    '<meta property="og:description" content="of &quot;the&quot; page">',
    '<meta property="og:site_name" content="Site &amp; all">',
    '<meta property="og:locale" content="en_GB">',
    '<meta property="og:image" content="https://example.org/talks/share.png">',
    '<meta name="twitter:card" content="summary_large_image">',
    '<meta name="generator" content="deckwright">',
  ]);
});

test('what the page leaves open, the site says', () => {
  expect(said(deck(''), 'description')).toEqual(['of the site']);
  expect(said(deck(''), 'author')).toEqual(['Site author']);
  expect(said(deck('Author = ["Ada", "Grace"]'), 'author')).toEqual(['Ada, Grace']);
});

test('without a host there is no whole address, so none is written', () => {
  const tags = tagsOf(
    `
-- content/_index.md --
+++
outputs = ["Reveal"]
images = ["pic.png", "https://example.org/far.png"]
+++
# A
`,
    'index.html',
  );
  expect(tags.join('\n')).not.toMatch(/canonical|og:url|og:description|description|pic\.png/);
  expect(tags).toContain('<meta property="og:image" content="https://example.org/far.png">');
});

describe('pictures', () => {
  test.each([
    ['beside the page', 'images = ["pic.png"]', ['talk/pic.png']],
    ['from the root', 'images = ["/img/a.png", "img/b.png"]', ['img/a.png', 'img/b.png']],
    ['with the base path typed', 'images = "/talks/img/a.png"', ['img/a.png']],
    ['as a cover', 'cover = "pic.png"', ['talk/pic.png']],
    ['as a cover in a table', '[cover]\nimage = "pic.png"', ['talk/pic.png']],
    ['six at most', `images = [${'"a.png",'.repeat(8)}]`, Array.from({ length: 6 }, () => 'a.png')],
  ])('%s', (_name, params, paths) => {
    expect(said(deck(params), 'og:image')).toEqual(paths.map((path) => `https://example.org/talks/${path}`));
  });

  test('one of the bundle whose name says so comes before the one of the site', () => {
    const files = `${deck('')}-- content/talk/my-cover.jpg --\njpg\n`;
    expect(said(files, 'og:image')).toEqual(['https://example.org/talks/talk/my-cover.jpg']);
  });

  test('none at all makes a small card', () => {
    expect(said(deck('').replace(/^images.*$/m, ''), 'twitter:card')).toEqual(['summary']);
  });
});

test('each language has its own words and its own address', () => {
  const files = `
-- hugo.toml --
baseURL = "https://example.org/"
title = "Site"
[languages.en]
weight = 1
[languages.de]
weight = 2
title = "Seite"
languageCode = "de-CH"
[languages.de.params]
description = "auf Deutsch"
-- content/_index.en.md --
+++
outputs = ["Reveal"]
+++
# A
-- content/_index.de.md --
+++
outputs = ["Reveal"]
+++
# B
`;
  expect(buildSite(files).page('de/index.html')).toContain('<html lang="de-CH">');
  expect(said(files, 'description', 'de/index.html')).toEqual(['auf Deutsch']);
  expect(said(files, 'og:url', 'de/index.html')).toEqual(['https://example.org/de/']);
  expect(said(files, 'og:locale', 'de/index.html')).toEqual(['de_CH']);
});
