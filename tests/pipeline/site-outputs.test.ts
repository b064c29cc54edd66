/** What is published once for a site: the page for what is not there, the sitemap, robots.txt. */
import { describe, expect, test } from 'vitest';
import { build, DECK, tryBuild } from '../support/built-pages.ts';

const HOST = '-- hugo.toml --\nbaseURL = "https://example.org/sub/"\ntitle = "Talks & more"\n';

const deck = (path: string, front: string): string =>
  `-- content/${path} --\n+++\noutputs = ["Reveal"]\n${front}\n+++\n# A\n`;

const TALKS = deck('a/_index.md', 'title = "Talk <A>"\ndate = 2026-01-02') + deck('b/_index.md', '');

/** The addresses of a sitemap. */
const addressesIn = (xml = ''): readonly string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);

describe('404.html', () => {
  test('leads back to the first page and to the decks, by whole paths', () => {
    const page = build(HOST + TALKS).files['404.html'] ?? '';
    expect(page).toContain('<title>Page not found · Talks &amp; more</title>');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect([...page.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, ...words]) => words)).toEqual([
      ['/sub/', 'Talks &amp; more'],
      ['/sub/a/', 'Talk &lt;A&gt;'],
      ['/sub/b/', 'b/'],
    ]);
  });

  test('leads to the deck at the root alone, where there is no other', () => {
    const page = build(DECK).files['404.html'] ?? '';
    expect(page.match(/<a /g)).toHaveLength(1);
    expect(page).toContain('Go to <a href="/">Deck</a>.');
  });

  test('stays with whole paths under relativeURLs, unless nobody knows where the site will be', () => {
    const pageOf = (config: string): string =>
      build(`-- hugo.toml --\nrelativeURLs = true\nuglyURLs = true\n${config}\n${TALKS}`).files['404.html'] ??
      '';
    expect(pageOf('baseURL = "https://example.org/sub/"')).toContain('<a href="/sub/a/index.html">');
    expect(pageOf('')).toContain('<a href="./a/index.html">');
  });

  test('has whole addresses under canonifyURLs', () => {
    const page = build(`${HOST}canonifyURLs = true\n${TALKS}`).files['404.html'];
    expect(page).toContain('<a href="https://example.org/sub/a/">');
  });

  test('each language has its own', () => {
    const { files } = build(
      `-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n[languages.de]\nweight = 3\n${TALKS}${deck('a/_index.fr.md', 'title = "Exposé"')}`,
    );
    expect(files['fr/404.html']).toContain('<html lang="fr">');
    expect(files['fr/404.html']).toContain('<a href="/fr/a/">Exposé</a>');
    expect(files['fr/404.html']).not.toContain('Talk');
    expect(files['404.html']).not.toContain('Exposé');
    expect(files['de/404.html']).toBeUndefined();
  });

  test("is the author's own, as a template in Go's language, in its frame, in Handlebars, or as a file", () => {
    const own =
      '-- layouts/404.html --\n{{ .Kind }}|{{ .Title }}|{{ .RelPermalink }}|{{ .IsPage }}|{{ len site.Pages }}\n';
    expect(build(HOST + own + TALKS).files['404.html']).toBe(
      '404|404 Page not found|/sub/404.html|false|3\n',
    );
    const framed =
      '-- layouts/_default/baseof.html --\n<main>{{ block "main" . }}{{ end }}</main>\n-- layouts/404.html --\n{{ define "main" }}gone{{ end }}\n';
    expect(build(framed + TALKS).files['404.html']).toBe('<main>gone</main>\n');
    expect(
      build(`-- layouts/404.hbs --\n{{#each decks}}{{title}};{{/each}}\n${TALKS}`).files['404.html'],
    ).toBe('Talk &lt;A&gt;;b/;\n');
    expect(build(`-- static/404.html --\nown\n${TALKS}`).files['404.html']).toBeUndefined();
    expect(
      build(
        `-- layouts/_default/single.html --\nown\n-- content/404.md --\n+++\nurl = "/404.html"\n+++\n${TALKS}`,
      ).files['404.html'],
    ).toBe('own\n');
  });

  test('a mistake in the template is told, and the rest is written', () => {
    const { files, diagnostics } = tryBuild(`${HOST}-- layouts/404.html --\n{{ .Nope }}\n${TALKS}`);
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['template-failed', 'layouts/404.html', 1],
    ]);
    expect(files['404.html']).toBeUndefined();
    expect(files['sitemap.xml']).toBeDefined();
  });
});

describe('sitemap.xml', () => {
  test('has the list of the decks, the decks, and the pages that were written', () => {
    const { files } = build(`${HOST}-- layouts/_default/single.html --
{{ .Title }}
${TALKS}-- content/docs/one & two.md --
+++
title = "One"
lastmod = 2026-03-04T05:06:07+02:00
+++
-- content/docs/draft.md --
+++
draft = true
+++
`);
    expect(addressesIn(files['sitemap.xml'])).toEqual([
      'https://example.org/sub/',
      'https://example.org/sub/a/',
      'https://example.org/sub/b/',
      'https://example.org/sub/docs/one--two/',
    ]);
    expect(files['sitemap.xml']).toContain('<lastmod>2026-01-02T00:00:00Z</lastmod>');
    expect(files['sitemap.xml']).toContain('<lastmod>2026-03-04T03:06:07Z</lastmod>');
  });

  test('leaves out pages without a layout, and those that say so or stand in no list', () => {
    const site = `${HOST}${DECK}-- content/docs/one.md --\n# One\n${deck('a/_index.md', '[sitemap]\ndisable = true')}${deck('b/_index.md', '[build]\nlist = "never"')}${deck('c/_index.md', '')}`;
    expect(addressesIn(build(site).files['sitemap.xml'])).toEqual([
      'https://example.org/sub/',
      'https://example.org/sub/c/',
    ]);
  });

  test('a deck has changed when the latest of its pages has', () => {
    const { files } = build(
      `${HOST}${deck('a/_index.md', 'date = 2026-01-02')}-- content/a/late.md --\n+++\nlastmod = 2026-05-06\n+++\n# B\n`,
    );
    expect(files['sitemap.xml']).toContain('<lastmod>2026-05-06T00:00:00Z</lastmod>');
  });

  test('what the site says of pages, and a page over it', () => {
    const { files } = build(
      `${HOST}[sitemap]\nchangefreq = "weekly"\npriority = 0.5\nfilename = "../map.xml"\n${deck('a/_index.md', '[sitemap]\npriority = 0')}${deck('b/_index.md', '[sitemap]\nchangefreq = "never"\npriority = -1')}`,
    );
    expect(files['sitemap.xml']).toBeUndefined();
    const rows = files['map.xml']
      ?.split('<url>')
      .map((row) => row.match(/(?<=<(?:changefreq|priority)>)[^<]*/g));
    expect(rows?.slice(1)).toEqual([['weekly', '0.5'], ['weekly', '0'], ['never']]);
  });

  test('a value of the wrong type is told', () => {
    const { diagnostics } = tryBuild(`${HOST}[sitemap]\npriority = "high"\n${TALKS}`);
    expect(diagnostics.map(({ code, line, message }) => [code, line, message])).toEqual([
      ['value-type', 4, 'sitemap.priority must be a number, not "high"'],
    ]);
  });

  test('is not written without a host, where it is switched off, or where something else stands', () => {
    for (const config of [
      '',
      'baseURL = "/sub/"',
      'baseURL = "https://example.org/"\ndisableKinds = ["sitemap"]',
    ])
      expect(build(`-- hugo.toml --\n${config}\n${TALKS}`).files['sitemap.xml']).toBeUndefined();
    expect(build(`${HOST}-- static/sitemap.xml --\n<x/>\n${TALKS}`).files['sitemap.xml']).toBeUndefined();
  });

  test('of several languages, one leads to those of the languages', () => {
    const { files } = build(
      `${HOST}[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\nlanguageCode = "fr-CH"\n${TALKS}${deck('a/_index.fr.md', '')}`,
    );
    expect(addressesIn(files['sitemap.xml'])).toEqual([
      'https://example.org/sub/en/sitemap.xml',
      'https://example.org/sub/fr/sitemap.xml',
    ]);
    expect(addressesIn(files['fr/sitemap.xml'])).toEqual(['https://example.org/sub/fr/a/']);
    expect(files['fr/sitemap.xml']?.match(/<xhtml:link [^>]*>/g)).toEqual([
      '<xhtml:link rel="alternate" hreflang="en" href="https://example.org/sub/a/"/>',
      '<xhtml:link rel="alternate" hreflang="fr-CH" href="https://example.org/sub/fr/a/"/>',
    ]);
  });

  test("is the author's own template, which sees all pages", () => {
    const own =
      '-- layouts/_default/sitemap.xml --\n{{ .Kind }}{{ range .Pages }} {{ .RelPermalink }} {{ .Sitemap.Priority }} {{ .Sitemap.ChangeFreq }}{{ end }} {{ len .Data.Pages }}\n';
    const site = `${HOST}[sitemap]\nchangefreq = "daily"\n${own}${deck('a/_index.md', '[sitemap]\npriority = 0.3')}`;
    expect(build(site).files['sitemap.xml']).toBe('sitemap /sub/a/ 0.3 daily /sub/ -1 daily 2\n');
  });
});

describe('robots.txt', () => {
  const asked = `${HOST}enableRobotsTXT = true\n`;

  test('is written when it is asked for, and leads to the sitemap', () => {
    expect(build(HOST + TALKS).files['robots.txt']).toBeUndefined();
    expect(build(asked + TALKS).files['robots.txt']).toBe(
      'User-agent: *\nDisallow:\n\nSitemap: https://example.org/sub/sitemap.xml\n',
    );
    expect(build(`${asked}disableKinds = ["sitemap"]\n${TALKS}`).files['robots.txt']).toBe(
      'User-agent: *\nDisallow:\n',
    );
    expect(build(`${asked}disableKinds = ["robotsTXT"]\n${TALKS}`).files['robots.txt']).toBeUndefined();
  });

  test("is the author's own, as a template or as a file", () => {
    const own = '-- layouts/robots.txt --\n{{ range .Pages }}Disallow: {{ .RelPermalink }}?a&b\n{{ end }}';
    expect(build(`${asked}${own}\n${DECK}`).files['robots.txt']).toBe('Disallow: /sub/?a&b\n\n');
    expect(build(`${asked}-- static/robots.txt --\nown\n${TALKS}`).files['robots.txt']).toBeUndefined();
  });
});

test('.nojekyll is there, unless the site brings one', () => {
  expect(build(DECK).files['.nojekyll']).toBe('');
  expect(build(`-- static/.nojekyll --\nown\n${DECK}`).files['.nojekyll']).toBeUndefined();
});

test('disableKinds takes each out', () => {
  const kinds = ['home', '404', 'sitemap', 'robotsTXT'].map((kind) => `"${kind}"`).join();
  const { files } = build(`${HOST}enableRobotsTXT = true\ndisableKinds = [${kinds}]\n${TALKS}`);
  expect(Object.keys(files)).toEqual(['a/index.html', 'b/index.html', '.nojekyll']);
});
