/** Edit, rebuild, look: an author's layouts shadow ours, path by path. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, openLive, publish, SITE, slidesOf } from './support/live-site.ts';
import { renderHtml } from './support/site.ts';

describe('layouts of an author', () => {
  test('a shortcode: new, changed, gone', () => {
    const site = openLive(SITE);
    site.edit({ 'layouts/shortcodes/badge.hbs': '[{{name}}]' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a [badge]', 'b']);
    site.edit({ 'layouts/shortcodes/badge.hbs': undefined });
    expect(diagnosticsOf(site).map(({ code }) => code)).toEqual(['shortcode-unknown']);
    site.edit({ 'layouts/shortcodes/badge.hbs': 'back' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a back', 'b']);
  });

  test('a shortcode shadows ours, whether ours is a layout or code', () => {
    const site = openLive(SITE);
    site.edit({ 'content/home/b.md': '{{% note %}}n{{% /note %}}\n\n{{< slide class="x" >}}' });
    const html = (): string | undefined => {
      const [deck] = site.pipeline.decks().decks;
      return deck && renderHtml(site.pipeline, deck).sections.at(-1);
    };
    expect(html()).toMatch(/^<section class="x">\n<aside class="notes">n<\/aside>/);
    site.edit({
      'layouts/shortcodes/note.hbs': '<p class="own">{{{inner}}}</p>',
      'layouts/shortcodes/slide.hbs': '<hr class="{{params.class}}">',
    });
    expect(html()).toBe('<section>\n<p class="own">n</p>\n<hr class="x">\n</section>');
    site.edit({ 'layouts/shortcodes/note.hbs': undefined, 'layouts/shortcodes/slide.hbs': undefined });
    expect(html()).toMatch(/^<section class="x">\n<aside class="notes">n<\/aside>/);
  });

  test('a partial that a shortcode uses', () => {
    const site = openLive(SITE);
    site.edit({ 'layouts/shortcodes/badge.hbs': '{{> star}}', 'layouts/partials/star.hbs': 'one' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a one', 'b']);
    site.edit({ 'layouts/partials/star.hbs': 'two' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a two', 'b']);
  });

  test('deck.hbs shadows ours', () => {
    const site = openLive(SITE);
    expect(publish(site)['index.html']).toMatch(/^<!doctype html>/);
    site.edit({ 'layouts/deck.hbs': '<title>{{title}}</title>{{#each sections}}{{{this}}}{{/each}}' });
    expect(publish(site)).toEqual({
      'index.html':
        '<title>Site</title><section>\n<p>root</p>\n</section><section>\n<p>a badge</p>\n</section><section>\n<p>b</p>\n</section>',
      'talk/index.html': '<title>Talk</title><section>\n<p>talk</p>\n</section>',
    });
    site.edit({ 'layouts/deck.hbs': undefined });
    expect(publish(site)['index.html']).toMatch(/^<!doctype html>/);
  });

  test('a mistake in a deck.hbs that no deck uses stops none', () => {
    const site = openLive(SITE);
    site.edit({
      'layouts/deck.hbs': '{{#each sections}}',
      'layouts/_default/baseof.reveal.html': '<main>{{ block "main" . }}{{ end }}</main>',
    });
    expect(publish(site)['index.html']).toMatch(/^<main>/);
  });

  test('a partial shadows ours in our layout, and ours can be used in theirs', () => {
    const site = openLive(SITE);
    site.edit({ 'layouts/partials/head.hbs': '<meta name="own" content="{{site.title}}">' });
    expect(publish(site)['talk/index.html']).toContain('<head>\n<meta name="own" content="Site"></head>');
    site.edit({
      'layouts/partials/head.hbs': undefined,
      'layouts/deck.hbs': '{{> head}}{{> own}}',
      'layouts/partials/own.hbs': '!',
    });
    expect(publish(site)['talk/index.html']).toContain('<title>Talk</title>');
    expect(publish(site)['talk/index.html']).toMatch(/!$/);
  });

  test('in a folder of another name', () => {
    const site = openLive(SITE);
    site.edit({ 'hugo.toml': 'layoutDir = "own"\n', 'own/shortcodes/badge.hbs': 'own' });
    expect(slidesOf(site)['index.html']).toEqual(['root', 'a own', 'b']);
  });
});
