/** Partials that Hugo brings, and templates that layouts call by their paths. Source of what is expected: Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { build, DECK, tryBuild } from '../support/built-pages.ts';

const CONFIG = `-- hugo.toml --
baseURL = "https://example.org/sub/"
title = "Market"
languageCode = "en-US"
[params]
description = "site desc"
images = ["site.png"]
[params.social]
facebook_admin = "fbadm"
twitter = "mytw"
[services.disqus]
shortname = "short"
[services.googleAnalytics]
id = "G-XYZ"
`;

const PAGES = `-- content/posts/a.md --
---
title: A "q" & b
description: Desc <x>
date: 2024-01-02T03:04:05Z
lastmod: 2024-02-01
tags: [t1, T two]
keywords: [k1, k2]
images: [one.png, /two.png, 'https://x.org/3.png']
audio: [/a.mp3]
videos: [v.mp4]
locale: de_DE
---
Body *text*
-- content/posts/b.md --
---
title: B
tags: t1
---
Body words "here"
-- content/posts/bun/index.md --
---
title: Bun
---
-- content/posts/bun/my-feature.png --
x
-- content/posts/bun/a.png --
x
`;

/** The `<meta>` of a page by a partial, as name and content. */
function facts(partial: string, path: string, config = CONFIG): readonly string[] {
  const layout = partial.startsWith('_internal/')
    ? `{{ template "${partial}" . }}`
    : `{{ partial "${partial}" . }}`;
  const { files } = build(
    `${config}-- layouts/_default/single.html --\n${layout}\n-- layouts/_default/list.html --\n${layout}\n${DECK}${PAGES}`,
  );
  return [...(files[path] ?? '').matchAll(/<meta \w+="([^"]*)" content="([^"]*)">/g)].map(
    ([, name, content = '']) => `${name} ${content.replaceAll('&#43;', '+')}`,
  );
}

describe('what sites that share a page are told', () => {
  test.each(['opengraph.html', '_internal/opengraph.html', '_internal/opengraph'])('%s', (name) => {
    expect(facts(name, 'posts/a/index.html')).toEqual([
      'og:url https://example.org/sub/posts/a/',
      'og:site_name Market',
      'og:title A &#34;q&#34; &amp; b',
      'og:description Desc',
      'og:locale de_DE',
      'og:type article',
      'article:section posts',
      'article:published_time 2024-01-02T03:04:05+00:00',
      'article:modified_time 2024-02-01T00:00:00+00:00',
      'article:tag T1',
      'article:tag T Two',
      'og:image https://example.org/sub/one.png',
      'og:image https://example.org/two.png',
      'og:image https://x.org/3.png',
      'og:audio https://example.org/a.mp3',
      'og:video https://example.org/sub/v.mp4',
      'fb:admins fbadm',
    ]);
  });

  test.each(['[[params.social]]\nname = "x"', '[params]\nsocial = "x"'])(
    'a theme may keep something else in social: %j',
    (social) => {
      const config = `-- hugo.toml --\nbaseURL = "https://example.org/"\n${social}\n`;
      const found = [
        ...facts('opengraph.html', 'posts/a/index.html', config),
        ...facts('twitter_cards.html', 'posts/a/index.html', config),
      ];
      expect(found).toContain('twitter:card summary_large_image');
      expect(found.filter((fact) => /^(?:fb:|twitter:site)/.test(fact))).toEqual([]);
    },
  );

  test('a section', () => {
    expect(facts('opengraph.html', 'posts/index.html')).toEqual([
      'og:url https://example.org/sub/posts/',
      'og:site_name Market',
      'og:title Posts',
      'og:description site desc',
      'og:locale en_US',
      'og:type website',
      'og:image https://example.org/sub/site.png',
      'fb:admins fbadm',
    ]);
  });

  test('a card, with the summary and the picture of the bundle', () => {
    expect(facts('twitter_cards.html', 'posts/b/index.html')).toEqual([
      'twitter:card summary_large_image',
      'twitter:image https://example.org/sub/site.png',
      'twitter:title B',
      'twitter:description Body words “here”',
      'twitter:site @mytw',
    ]);
    expect(facts('twitter_cards.html', 'posts/bun/index.html')[1]).toBe(
      'twitter:image https://example.org/sub/posts/bun/my-feature.png',
    );
    expect(facts('twitter_cards.html', 'posts/b/index.html', '')[0]).toBe('twitter:card summary');
  });

  test('what search engines are told', () => {
    expect(facts('schema.html', 'posts/a/index.html')).toEqual([
      'name A &#34;q&#34; &amp; b',
      'description Desc',
      'datePublished 2024-01-02T03:04:05+00:00',
      'dateModified 2024-02-01T00:00:00+00:00',
      'wordCount 2',
      'image https://example.org/sub/one.png',
      'image https://example.org/two.png',
      'image https://x.org/3.png',
      'keywords k1,k2',
    ]);
    expect(facts('schema.html', 'posts/b/index.html').at(-1)).toBe('keywords T1');
  });
});

describe('services of others', () => {
  const page = (partial: string, config: string): string =>
    build(
      `${config}-- layouts/_default/single.html --\n[{{ partial "${partial}" . }}]\n${DECK}-- content/p.md --\n`,
    ).files['p/index.html'] ?? '';

  test.each([
    ['google_analytics.html', CONFIG, 'https://www.googletagmanager.com/gtag/js?id=G-XYZ'],
    ['google_analytics.html', CONFIG, 'gtag(\'config\', "G-XYZ")'],
    ['google_analytics.html', `${CONFIG}[privacy.googleAnalytics]\ndisable = true\n`, '[]'],
    ['google_analytics.html', CONFIG.replace('G-XYZ', 'UA-1'), '[]'],
    ['google_analytics.html', '', '[]'],
    ['disqus.html', CONFIG, "'https://' + \"short\" + '.disqus.com/embed.js'"],
    ['disqus.html', `${CONFIG}[privacy.disqus]\ndisable = true\n`, '[]'],
    ['disqus.html', '', '[]'],
  ])('%s', (partial, config, expected) => expect(page(partial, config)).toContain(expected));
});

describe('templates by their paths', () => {
  const LAYOUTS = `-- layouts/_default/li.html --
<li>{{ .Title }}</li>
-- layouts/posts/summary.html --
<i>{{ .Title }}</i>
-- layouts/partials/defs.html --
{{ define "greeting" }}Hello {{ .Title }}{{ end }}
-- layouts/_default/single.html --
`;

  test.each([
    ['{{ range .Pages }}{{ .Render "li" }}{{ .Render "summary" }}{{ end }}', '<li>P</li>\n<i>P</i>\n'],
    ['{{ template "index.html" . }}', 'INDEX Posts\n'],
    ['{{ template "partials/defs.html" . }}{{ template "greeting" . }}', '\nHello Posts'],
    ['{{ partial "defs.html" . }}{{ template "greeting" . }}', '\nHello Posts'],
    ['x{{ template "_internal/whatever.html" . }}', 'x'],
  ])('%s', (layout, expected) => {
    const { files } = build(
      `-- layouts/index.html --\nINDEX {{ .Title }}\n${LAYOUTS}{{ .Title }}\n-- layouts/_default/list.html --\n${layout}\n${DECK}-- content/posts/p.md --\n+++\ntitle = "P"\n+++\n`,
    );
    expect(files['posts/index.html']?.replace(/\n$/, '')).toBe(expected);
  });

  test('a view that is not there is told', () => {
    const { diagnostics } = tryBuild(
      `-- layouts/_default/single.html --\n{{ .Render "card" }}\n${DECK}-- content/p.md --\n`,
    );
    expect(diagnostics.map(({ message }) => message).join()).toContain('template "card" not found');
  });
});
