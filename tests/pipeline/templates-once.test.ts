/** A template is read and compiled once for a site, however many pages use it. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite, renderHtml } from '../support/site.ts';

const PAGES = 20;

test('templates of the site are read once', () => {
  const site: Record<string, string> = {
    'layouts/shortcodes/box.html': '{{ partial "inner.html" (.Get 0) }}',
    'layouts/partials/inner.html': '{{ "[a](b)" | markdownify }} {{ . }}',
    'layouts/partials/reveal-hugo/head.html': '<meta name="t" content="{{ .Title }}">',
    'layouts/_default/_markup/render-link.html': '<a href="{{ .Destination }}">{{ .Text }}</a>',
  };
  for (let n = 0; n < PAGES; n++)
    site[`content/talk-${n}/_index.md`] =
      `+++\noutputs = ["Reveal"]\n+++\n[x](y)\n\n${'{{< box a >}}\n\n'.repeat(3)}`;
  const reads: string[] = [];
  const files = memoryFiles(site);
  const pipeline = openSite({
    ...files,
    read(file) {
      if (file.startsWith('layouts/')) reads.push(file);
      return files.read(file);
    },
  });
  const rendered = pipeline.decks().decks.map((deck) => renderHtml(pipeline, deck));
  expect(rendered).toHaveLength(PAGES);
  for (const { sections, diagnostics } of rendered) {
    expect(diagnostics).toEqual([]);
    expect(sections.join('').match(/<a href="b">a<\/a> a/g)).toHaveLength(3);
  }
  const ofGo = reads.filter((file) => file in site);
  expect(ofGo.sort()).toEqual(
    Object.keys(site)
      .filter((file) => file.startsWith('layouts/'))
      .sort(),
  );
});
