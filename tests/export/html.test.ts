/** Single pages: what gets inside, what is left out, and the policy. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findTarget } from '../../src/export/html/addresses.ts';
import { chooseInside, createFileBox, type LeftOut, type Placing } from '../../src/export/html/files.ts';
import { readFontUse } from '../../src/export/html/fonts.ts';
import { inlinePage } from '../../src/export/html/page.ts';
import { writePolicy } from '../../src/export/html/policy.ts';
import { removeNotes } from '../../src/export/html/without-notes.ts';
import { readSpeakerView } from '../../src/bundle/client/speaker-view.ts';

const ORIGIN = 'https://example.org/talks/';
const BASE = { basePath: '/talks/', origin: ORIGIN };

const texts: Readonly<Record<string, string>> = {
  'pic.png': 'picture',
  'large.png': 'a large picture',
  'film.webm': 'film',
  'often.png': 'often '.repeat(200),
  'talk/near.png': 'near',
  'a.css': '@import "deep/b.css" print; p{background:url(pic.png)}',
  'deep/b.css': 'q{background:url("../pic.png")}',
  'round.css': '@import "round.css"; r{color:red}',
  'script.js': 'const end = "</script>", open = "<!--";',
  'talk/other/index.html': 'other',
};

const inside = (text: string, type: string): string =>
  `data:${type};base64,${Buffer.from(text).toString('base64')}`;
const PNG = inside('picture', 'image/png');
const FILM = inside('film', 'video/webm');

interface Written {
  readonly html: string;
  readonly leftOut: readonly LeftOut[];
}

function write(html: string, placing: Partial<Placing> = {}): Written {
  const read = (file: string): Uint8Array | undefined => {
    const text = texts[file];
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  const box = createFileBox({ ...BASE, read, isInside: () => true, media: 'embed', ...placing });
  const fonts = readFontUse(html, [], false);
  const site = 'origin' in placing ? { ...BASE, origin: placing.origin } : BASE;
  const context = { page: 'talk/index.html', site, box, fonts, read, readFont: read, notices: '' };
  return { html: inlinePage(html, context), leftOut: box.leftOut };
}

describe('addresses', () => {
  test.each([
    ['../pic.png', { kind: 'own', path: 'pic.png', rest: '' }],
    ['/talks/a%20b.png?v=1#x', { kind: 'own', path: 'a b.png', rest: '?v=1#x' }],
    [`${ORIGIN}pic.png`, { kind: 'own', path: 'pic.png', rest: '' }],
    ['//cdn.example.com/x.js', { kind: 'foreign', address: 'https://cdn.example.com/x.js' }],
    ['https://example.org/other/', { kind: 'foreign', address: 'https://example.org/other/' }],
    ['#/2', { kind: 'none' }],
    ['mailto:ada@example.org', { kind: 'none' }],
    ['data:,x', { kind: 'none' }],
    ['', { kind: 'none' }],
  ])('%s', (written, target) => {
    expect(findTarget(written, 'talk/index.html', BASE)).toEqual(target);
  });
});

describe('what is in the page', () => {
  test.each([
    ['<img src="../pic.png">', `<img src="${PNG}">`],
    ["<img data-src='../pic.png' alt='a'>", `<img data-src='${PNG}' alt='a'>`],
    ['<img src=../pic.png>', `<img src="${PNG}">`],
    ['<video src="../film.webm" poster="../pic.png">', `<video src="${FILM}" poster="${PNG}">`],
    ['<svg><image href="../pic.png"/></svg>', `<svg><image href="${PNG}"/></svg>`],
    ['<img src="a.png" srcset="../large.png 1x, ../pic.png 2x">', `<img srcset="${PNG} 2x">`],
    [
      '<section data-background-image="../pic.png,../pic.png">',
      `<section data-background-image="${PNG}),url(${PNG}">`,
    ],
    ['<section data-background="../pic.png">', `<section data-background-image="${PNG}">`],
    ['<section data-background="red">', '<section data-background="red">'],
    [`<p style="background: url('../pic.png')">`, `<p style="background: url(&quot;${PNG}&quot;)">`],
    ['<link rel="preload" href="../pic.png" as="image">', ''],
    ['<link rel="canonical" href="https://example.org/talks/talk/">', ''],
    ['<link rel="icon" href="../pic.png">', `<link rel="icon" href="${PNG}">`],
    [
      '<link rel="stylesheet" href="../a.css" media="screen">',
      `<style media="screen">@media print{q{background:url("${PNG}")}} p{background:url("${PNG}")}</style>`,
    ],
    ['<link rel="stylesheet" href="../round.css">', '<style> r{color:red}</style>'],
    [
      '<style>p{background:url(near.png)}</style>',
      `<style>p{background:url("${inside('near', 'image/png')}")}</style>`,
    ],
    [
      '<script src="../script.js"></script>',
      '<script>const end = "<\\/script>", open = "\\x3C!--";</script>',
    ],
    [
      '<body><script defer src="../script.js"></script><p></p></body>',
      '<body><p></p><script>const end = "<\\/script>", open = "\\x3C!--";</script>\n</body>',
    ],
    ['<a href="#/2">a</a>', '<a href="#/2">a</a>'],
    ['<a href="/talks/talk/#/2">a</a>', '<a href="#/2">a</a>'],
    ['<a href="other/">a</a>', `<a href="${ORIGIN}talk/other/">a</a>`],
    ['<!-- <img src="../pic.png"> -->', '<!-- <img src="../pic.png"> -->'],
  ])('%s', (html, wanted) => {
    expect(write(html)).toEqual({ html: wanted, leftOut: [] });
  });

  test('the options of the deck, without the worker for offline use', () => {
    const settings = {
      options: { parallaxBackgroundImage: '../pic.png', hash: true },
      features: ['offline', 'zoom'],
      offlineWorker: '../deck-offline.js',
    };
    const { html } = write(
      `<script type="application/json" id="deck-settings">${JSON.stringify(settings)}</script>`,
    );
    const text = />(.*)</.exec(html)?.[1] ?? '';
    expect(JSON.parse(text)).toEqual({
      options: { parallaxBackgroundImage: PNG, hash: true },
      features: ['zoom'],
    });
  });

  test('a video in the background, which a script hands over before the deck starts', () => {
    const { html } = write(
      '<section data-background-video="../film.webm"></section><script type="application/json" id="deck-settings">{}</script>',
    );
    expect(html.indexOf('createObjectURL')).toBeGreaterThan(0);
    expect(html.indexOf('createObjectURL')).toBeLessThan(html.indexOf('id="deck-settings"'));
  });
});

describe('a picture in several places', () => {
  const OFTEN = inside('often '.repeat(200), 'image/png');

  test('is in the page once, and a script fills it in before the deck starts', () => {
    const { html } =
      write(`<section data-background-image="../often.png"><img alt="a" src="../often.png"><img data-src=../often.png></section>
<template><img src="../often.png"></template><script type="application/json" id="deck-settings">{}</script>`);
    expect(html).toContain(
      '<section data-deck-files="data-background-image=0"><img data-deck-files="src=0" alt="a"><img data-deck-files="data-src=0"></section>',
    );
    // What is in a template is found by no script.
    expect(html.split(OFTEN)).toHaveLength(3);
    expect(html).toContain(`<template><img src="${OFTEN}"></template>`);
    expect(html.indexOf('id="deck-files"')).toBeLessThan(html.indexOf('id="deck-settings"'));
  });

  test('counts once for the limit', () => {
    const box = createFileBox({
      ...BASE,
      read: () => new Uint8Array(900),
      isInside: () => true,
      media: 'embed',
    });
    for (const isShared of [true, true, false, true]) box.place('pic.png', 'index.html', 'picture', isShared);
    expect(box.used.get('pic.png')?.count).toBe(2);
  });

  test.each([
    ['a small picture', '<img src="../pic.png"><img src="../pic.png">'],
    ['a picture in one place', '<img src="../often.png">'],
    ['styles', '<p style="background:url(../often.png)"><p style="background:url(../often.png)">'],
  ])('%s stays in its place', (_name, html) => {
    expect(write(html).html).not.toContain('deck-files');
  });
});

describe('what is left out', () => {
  test('media, which lead to where they are published', () => {
    const { html, leftOut } = write('<video src="../film.webm">', { media: 'link', isInside: () => false });
    expect(html).toBe(`<video src="${ORIGIN}film.webm">`);
    expect(leftOut).toMatchObject([{ reason: 'media', bytes: 4, address: `${ORIGIN}film.webm` }]);
  });

  test('links, media and frames of a site that is published nowhere', () => {
    const { html, leftOut } = write(
      '<a href="other/" title="t">a</a><video src="../film.webm"></video><iframe src="other/"></iframe>',
      { origin: undefined, isInside: () => false },
    );
    expect(html).toBe('<a title="t">a</a><video src="data:,"></video><iframe src="about:blank"></iframe>');
    expect(leftOut.map(({ reason, address }) => [reason, address])).toEqual([
      ['limit', undefined],
      ['frame', undefined],
    ]);
  });

  test('other hosts and missing files', () => {
    const { html, leftOut } = write(
      '<img src="https://a.example/x.png"><img src="none.png"><script src="https://b.example/x.js"></script>',
    );
    expect(html).toContain('<img src="https://a.example/x.png"><img src="data:,">');
    expect(leftOut.map(({ reason }) => reason)).toEqual(['foreign', 'missing', 'foreign']);
  });

  test('pictures first, then media by their size, as often as they are used', () => {
    const used = new Map([
      ['long.webm', { kind: 'media', bytes: 300, count: 1 }],
      ['short.webm', { kind: 'media', bytes: 30, count: 1 }],
      ['often.png', { kind: 'picture', bytes: 30, count: 10 }],
      ['once.png', { kind: 'picture', bytes: 60, count: 1 }],
    ] as const);
    expect([...chooseInside(used, 120)]).toEqual(['once.png', 'short.webm']);
    expect([...chooseInside(used, 900)]).toEqual(['often.png', 'once.png', 'short.webm']);
    expect([...chooseInside(used, 920)]).toContain('long.webm');
    expect([...chooseInside(used, -1)]).toEqual([]);
  });
});

test('notes of slides, fragments and attributes, and comments, leave nothing', () => {
  const html =
    '<!doctype html><section data-notes="secret"><p class="fragment" data-notes="secret">a<aside class="x notes" data-y>secret <b>secret</b></aside></p><!-- secret --><aside>kept</aside></section>';
  expect(removeNotes(html)).toBe(
    '<!doctype html><section><p class="fragment">a</p><aside>kept</aside></section>',
  );
});

describe('policy', () => {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const html =
    '<style>p{}</style><script>run()</script><script type="application/json">{}</script><script src="https://b.example/x.js"></script>';

  test('the hashes of the page and of the speaker view, and the hosts that it loads from', () => {
    const policy = writePolicy(html, { foreign: ['https://a.example/x.png'], addsStyles: false });
    expect(policy).toContain(`script-src ${hash('run()')} 'sha256-`);
    expect(policy).toContain('https://b.example;');
    expect(policy).toContain(`style-src ${hash('p{}')} 'sha256-`);
    expect(policy).toContain('img-src data: https://a.example;');
    expect(policy).not.toContain(hash('{}'));
    expect(policy.split('; ')[2]).not.toContain('unsafe-inline');
  });

  test('styles that scripts add', () => {
    expect(writePolicy(html, { foreign: [], addsStyles: true })).toContain("style-src 'unsafe-inline';");
  });

  test('the speaker view is read', () => {
    expect(readSpeakerView()).toMatch(/<style>[^]*<script>[^]*setupIframes[^]*<\/script>/);
  });
});
