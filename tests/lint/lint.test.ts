/** What is known of a site decides what is judged, and what has been read of a section is kept. */
import { describe, expect, test } from 'vitest';
import { memoryFiles, type Files } from '../../src/files.ts';
import { createSlideReader } from '../../src/lint/slides.ts';
import type { SitePipeline } from '../../src/pipeline.ts';
import { readSection } from '../../src/render/section-facts.ts';
import { findDeckFiles } from '../support/find-deck-files.ts';
import { readyDeck, readyDecks } from '../support/ready-deck.ts';
import { openSite, parseSite, testClient } from '../support/site.ts';

const FRONT_MATTER = '+++\noutputs = ["Reveal"]\n+++\n';

const open = (text: string): SitePipeline => openSite(memoryFiles(parseSite(text)));

/** The messages about a deck, in the dev server: pages that are not decks have not been written. */
function lintOne(pipeline: SitePipeline, outputPath: string): readonly string[] {
  const site = pipeline.decks();
  const deck = site.decks.find((one) => one.outputPath === outputPath)!;
  return pipeline.lint([readyDeck(pipeline.render(deck), site)]).map(({ message }) => message);
}

describe('while not all decks are rendered', () => {
  const site = `
-- content/_index.md --
${FRONT_MATTER}[A](talk/#nowhere) [B](nowhere/) [C](posts/a/) [D](sitemap.xml)
-- content/talk/_index.md --
${FRONT_MATTER}# A
-- content/posts/a.md --
# A
`;

  test('anchors of other decks are judged once they are rendered, and pages are taken for written', () => {
    const pipeline = open(site);
    const nowhere = expect.stringContaining('"nowhere/"') as string;
    expect(lintOne(pipeline, 'index.html')).toEqual([nowhere]);
    lintOne(pipeline, 'talk/index.html');
    expect(lintOne(pipeline, 'index.html')).toEqual([
      expect.stringContaining('"talk/#nowhere" leads to nothing'),
      nowhere,
    ]);
  });

  test('files that a template may still publish are not judged', () => {
    const pipeline = open(`${site}
-- layouts/shortcodes/pub.html --
{{ (resources.FromString "a.txt" "a").RelPermalink }}
`);
    expect(lintOne(pipeline, 'index.html')).toEqual([]);
    lintOne(pipeline, 'talk/index.html');
    expect(lintOne(pipeline, 'index.html')).toHaveLength(2);
  });

  test('a finding goes when the file comes, and an anchor when it is renamed', () => {
    const texts = parseSite(site);
    const pipeline = openSite(memoryFiles(texts));
    lintOne(pipeline, 'talk/index.html');
    expect(lintOne(pipeline, 'index.html')).toHaveLength(2);
    texts['content/talk/_index.md'] = `${FRONT_MATTER}# Nowhere\n`;
    texts['static/nowhere/index.html'] = 'A';
    pipeline.update(['content/talk/_index.md', 'static/nowhere/index.html']);
    lintOne(pipeline, 'talk/index.html');
    expect(lintOne(pipeline, 'index.html')).toEqual([]);
  });
});

test('a section that has not changed is read once', () => {
  const section = readSection('<section><img src="a.png"><a href="#a">a</a></section>');
  const reader = createSlideReader();
  const [before] = reader.read({ sections: [section] }).shown;
  const sections = [readSection('<section></section>'), section];
  const [after] = reader.read({ sections }).shown;
  expect(after?.addresses).toBe(before?.addresses);
  expect([before?.number, after?.number]).toEqual([1, 2]);
  expect(reader.read({ sections }).shown[0]).toBe(after);
});

describe('large pictures', () => {
  /** A PNG up to its size. */
  function png(width: number, height: number, bytes = 100): Uint8Array {
    const file = Buffer.alloc(bytes);
    file.write('89504e470d0a1a0a0000000d49484452', 'hex');
    file.writeUInt32BE(width, 16);
    file.writeUInt32BE(height, 20);
    return file;
  }

  function lintPicture(picture: Uint8Array, options = ''): readonly string[] {
    const texts = {
      'content/_index.md': `+++\noutputs = ["Reveal"]\n[reveal_hugo]\n${options}\n+++\n![A](a.png) ![A](a.png)\n`,
      'static/a.png': '',
    };
    const files: Files = {
      ...memoryFiles(texts),
      readBytes: (file) => (file === 'static/a.png' ? picture : memoryFiles(texts).readBytes(file)),
    };
    const pipeline = openSite(files);
    const decks = readyDecks(pipeline);
    return pipeline
      .lint(decks, pipeline.publishPages(testClient, decks))
      .map(({ message, hint }) => `${message} | ${hint}`);
  }

  test.each([
    ['four times the pixels', png(1920, 1400), ''],
    ['a wide one', png(3800, 700), ''],
    ['just 2 MB', png(100, 100, 2_000_000), ''],
    ['slides of another size', png(3840, 2160), 'width = 1920\nheight = 1080'],
    ['slides that fill the window', png(9000, 9000), 'width = "100%"\nheight = "100%"'],
  ])('%s is not too large', (_name, picture, options) => {
    expect(lintPicture(picture, options)).toEqual([]);
  });

  test('more than four times the pixels of a slide', () => {
    expect(lintPicture(png(4000, 3000))).toEqual([
      'the picture "a.png" has 4000 × 3000 pixels, more than four times those of a slide (960 × 700) | Scale it to 1867 × 1400 pixels.',
    ]);
  });

  test('more than the limit', () => {
    expect(lintPicture(png(100, 100, 2_400_000))).toEqual([
      'the picture "a.png" has 2.4 MB, more than 2 MB | Make it smaller, or save it as WebP or AVIF.',
    ]);
  });
});

test('a root-relative address of a parameter that is no file of the site', () => {
  const ready = findDeckFiles('custom_css = ["/sub/css/a.css", "/css/b.css", "/sub/css/c.css"]', {
    'static/css/b.css': '',
    'static/css/c.css': '',
  });
  const pipeline = open(`
-- hugo.toml --
baseURL = "https://example.org/sub/"
-- content/talk/_index.md --
${FRONT_MATTER}# A
-- static/css/b.css --
-- static/css/c.css --
`);
  expect(pipeline.lint([ready]).map(({ code, message, file }) => [code, message, file])).toEqual([
    [
      'style-missing',
      'reveal_hugo.custom_css names the stylesheet "/sub/css/a.css", which is not in the site: nothing is published at "/sub/css/a.css"',
      'content/talk/_index.md',
    ],
  ]);
});
