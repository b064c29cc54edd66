/** Edit, rebuild, look: what a change of a page or of the configuration means to decks and slides. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, openLive, SITE, slidesOf } from './support/live-site.ts';

const REVEAL = '+++\noutputs = ["Reveal"]\n+++\n';

describe('pages', () => {
  test('before any change', () => {
    expect(slidesOf(openLive(SITE))).toEqual({
      'index.html': ['root', 'a badge', 'b'],
      'talk/index.html': ['talk'],
    });
  });

  test('nothing changes without an update, and nothing is done twice', () => {
    const { pipeline } = openLive(SITE);
    const site = pipeline.decks();
    expect(pipeline.decks()).toBe(site);
    for (const deck of site.decks) expect(pipeline.render(deck)).toBe(pipeline.render(deck));
  });

  test('the text of a page', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/home/b.md': 'changed\n\n---\n\nmore\n' });
    expect(slidesOf(site)).toEqual({
      'index.html': ['root', 'a badge', 'changed', 'more'],
      'talk/index.html': ['talk'],
    });
  });

  test('the front matter of a page: order, draft', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/home/b.md': '+++\nweight = -1\n+++\nb\n' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'b', 'a badge']);
    site.edit({ 'content/home/b.md': '+++\ndraft = true\n+++\nb\n' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a badge']);
  });

  test('a new page', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/home/c.md': 'c', 'content/talk/d.md': 'd' });
    expect(slidesOf(site)).toEqual({
      'index.html': ['root', 'a badge', 'b', 'c'],
      'talk/index.html': ['talk', 'd'],
    });
  });

  test('a page that is gone', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/home/a.md': undefined });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'b']);
  });

  test('a page that is renamed', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/home/a.md': undefined, 'content/talk/a.md': 'a' });
    expect(slidesOf(site)).toEqual({ 'index.html': ['root', 'b'], 'talk/index.html': ['talk', 'a'] });
  });

  test('a new deck, and a deck that is gone', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/new/_index.md': `${REVEAL}new`, 'content/talk/_index.md': 'no deck any more' });
    expect(Object.keys(slidesOf(site))).toEqual(['index.html', 'new/index.html']);
    site.edit({ 'content/new/_index.md': undefined });
    expect(Object.keys(slidesOf(site))).toEqual(['index.html']);
  });

  test('the last deck that is gone', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'content/talk/_index.md': undefined, 'content/_index.md': undefined });
    expect(slidesOf(site)).toEqual({});
    expect(diagnosticsOf(site).map(({ code }) => code)).toEqual(['no-deck']);
  });

  test('a file beside pages and a static file', () => {
    const site = openLive(SITE);
    const published = (): readonly string[] =>
      site.pipeline.decks().staticFiles.map(({ outputPath }) => outputPath);
    expect(published()).toEqual([]);
    site.edit({ 'content/talk/pic.png': 'png', 'static/style.css': '' });
    expect([...published()].sort()).toEqual(['style.css', 'talk/pic.png']);
    site.edit({ 'static/style.css': undefined });
    expect(published()).toEqual(['talk/pic.png']);
  });
});

describe('mistakes', () => {
  test('come and go with the file that has them', () => {
    const site = openLive(SITE);
    expect(diagnosticsOf(site)).toEqual([]);
    site.edit({ 'content/home/b.md': '{{< nope >}}' });
    expect(diagnosticsOf(site).map(({ code, file }) => [code, file])).toEqual([
      ['shortcode-unknown', 'content/home/b.md'],
    ]);
    site.edit({ 'content/home/b.md': 'healed' });
    expect(diagnosticsOf(site)).toEqual([]);
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a badge', 'healed']);
  });

  test('stay while another file changes', () => {
    const site = openLive(SITE);
    site.edit({ 'content/home/b.md': '+++\nweight = "x"\n+++\nb' });
    expect(diagnosticsOf(site).map(({ code }) => code)).toEqual(['value-type']);
    site.edit({ 'content/home/a.md': 'a' });
    expect(diagnosticsOf(site).map(({ code }) => code)).toEqual(['value-type']);
  });

  test('of the configuration come and go', () => {
    const site = openLive(SITE);
    site.edit({ 'hugo.toml': 'title = Site\n' });
    expect(diagnosticsOf(site).map(({ code }) => code)).toEqual(['config-invalid']);
    expect(slidesOf(site)['talk/index.html']).toEqual(['talk']);
    site.edit({ 'hugo.toml': 'title = "Site"\n' });
    expect(diagnosticsOf(site)).toEqual([]);
  });

  test('of a layout come and go', () => {
    const site = openLive(SITE);
    site.edit({ 'layouts/shortcodes/badge.hbs': '{{#if a}}{{/each}}' });
    expect(diagnosticsOf(site).map(({ code, file }) => [code, file])).toEqual([
      ['layout-syntax', 'layouts/shortcodes/badge.hbs'],
    ]);
    site.edit({ 'layouts/shortcodes/badge.hbs': 'star' });
    expect(diagnosticsOf(site)).toEqual([]);
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a star', 'b']);
  });
});

describe('the configuration', () => {
  test('reaches into every page', () => {
    const site = openLive(SITE);
    site.edit({ 'content/home/b.md': '"b" -- <i>c</i>' });
    expect(slidesOf(site)['index.html']?.at(-1)).toBe('“b” – c');
    site.edit({ 'hugo.toml': 'markup.goldmark.extensions.typographer = false\n' });
    expect(slidesOf(site)['index.html']?.at(-1)).toBe('&quot;b&quot; -- c');
  });

  test('its parameters reach every deck', () => {
    const site = openLive(SITE);
    const themes = (): readonly string[] =>
      site.pipeline.decks().decks.map((deck) => site.pipeline.render(deck).params.theme);
    expect(themes()).toEqual(['black', 'black']);
    site.edit({ 'hugo.toml': '[params.reveal_hugo]\ntheme = "night"\n' });
    expect(themes()).toEqual(['night', 'night']);
    site.edit({
      'content/talk/_index.md': '+++\noutputs = ["Reveal"]\nreveal_hugo.theme = "sky"\n+++\ntalk',
    });
    expect(themes()).toEqual(['night', 'sky']);
  });

  test('another content folder', () => {
    const site = openLive(SITE);
    slidesOf(site);
    site.edit({ 'hugo.toml': 'contentDir = "slides"\n', 'slides/_index.md': `${REVEAL}other` });
    expect(slidesOf(site)).toEqual({ 'index.html': ['other'] });
    site.edit({ 'slides/_index.md': `${REVEAL}changed` });
    expect(slidesOf(site)).toEqual({ 'index.html': ['changed'] });
  });

  test('a file that comes first takes the place of the one that was read', () => {
    const site = openLive(SITE);
    site.edit({ 'hugo.toml': undefined, 'config.yaml': 'title: Old\n' });
    expect(site.pipeline.decks().config.title).toBe('Old');
    site.edit({ 'hugo.yaml': 'title: New\n' });
    expect(site.pipeline.decks().config.title).toBe('New');
    site.edit({ 'hugo.yaml': undefined, 'config.yaml': undefined });
    expect(site.pipeline.decks().config.title).toBe('');
  });

  test('drafts on and off', () => {
    const site = openLive(SITE);
    site.edit({ 'content/home/b.md': '+++\ndraft = true\n+++\nb' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a badge']);
    site.edit({ 'hugo.toml': 'buildDrafts = true\n' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a badge', 'b']);
  });
});

test('a rendered deck names the files that had a part in it', () => {
  const { pipeline } = openLive(SITE);
  const used = pipeline.decks().decks.map((deck) => pipeline.render(deck).usedFiles);
  expect(used).toEqual([
    [
      'hugo.toml',
      'content/_index.md',
      'content/home/a.md',
      'content/home/b.md',
      'layouts/shortcodes/badge.hbs',
    ],
    ['hugo.toml', 'content/talk/_index.md'],
  ]);
});

test('a slide knows the place of its text', () => {
  const site = openLive(SITE);
  const text = '+++\nweight = 2\n+++\nb\n\n---\n\n{{% section %}}\n\nc\n\n---\n\nd\n\n{{% /section %}}\n';
  site.edit({ 'content/home/b.md': text });
  const [deck] = site.pipeline.decks().decks;
  const slides = deck ? site.pipeline.render(deck).slides : [];
  const places = slides.slice(2).flatMap((slide) => [slide, ...slide.slides]);
  expect(
    places.map(({ position }) => [position.file, text.slice(position.offset).split('\n', 1)[0]]),
  ).toEqual([
    ['content/home/b.md', 'b'],
    ['content/home/b.md', '{{% section %}}'],
    ['content/home/b.md', 'c'],
    ['content/home/b.md', 'd'],
  ]);
});
