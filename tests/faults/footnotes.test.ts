/** Ids of footnotes are unique in a deck, and each leads to the foot of its own slide. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles, type Files, memoryFiles } from '../../src/files.ts';
import { buildSite, renderHtml } from '../support/site.ts';

/** The ids of a deck, and for each slide whether all its links to footnotes lead to the slide itself. */
function footnotesOf(files: Files): { readonly ids: readonly string[]; readonly stay: readonly boolean[] } {
  const { pipeline } = buildSite(files);
  const html = pipeline.decks().decks.flatMap((deck) => renderHtml(pipeline, deck).sections.join('\n'));
  const slides = html.flatMap((text) => text.split(/(?=<section)/)).filter((text) => text.includes('#fn'));
  const read = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, found = '']) => found);
  return {
    ids: read(html.join(''), /\bid="([^"]*)"/g),
    stay: slides.map((text) => {
      const own = read(text, /\bid="([^"]*)"/g);
      return read(text, /href="#([^"]*)"/g).every((id) => own.includes(id));
    }),
  };
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

test('in a section, and outside of it', () => {
  const { ids, stay } = footnotesOf(
    diskFiles(path.join(import.meta.dirname, 'footnotes-in-sections', 'site')),
  );
  expect(ids).toEqual(['first', 'fnref:1', 'fn:1', 'upright', 'fnref:1-1', 'fn:1-1']);
  expect(stay).toEqual([true, true]);
});

test('in two sections, in a note, on three pages, and several on a slide', () => {
  const head = '+++\noutputs = ["Reveal"]\n+++\n';
  const { ids, stay } = footnotesOf(
    memoryFiles({
      'content/_index.md': `${head}{{% section %}}\n\na[^1] b[^2] c[^1]\n\n[^1]: A\n[^2]: B\n\n---\n\nd[^1]\n\n{{% /section %}}\n\n---\n\n{{% section %}}\n\nd[^x]\n\n{{% note %}}\ne[^x]\n\n[^x]: N\n{{% /note %}}\n\n[^x]: X\n\n{{% /section %}}\n`,
      'content/home/b.md': '+++\nweight = 1\n+++\na[^1]\n\n[^1]: A\n',
      'content/home/c.md': '+++\nweight = 2\n+++\na[^1]\n\n---\n\nb[^1]\n\n[^1]: A\n',
    }),
  );
  expect(ids.length).toBeGreaterThan(15);
  expect(ids).toEqual(unique(ids));
  expect(stay).not.toContain(false);
});
