/** Which files belong to which page, under which names, and where they are published. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite } from '../support/site.ts';

const REVEAL = '+++\noutputs = ["Reveal"]\n+++\n';
const BUNDLE = '+++\noutputs = ["Reveal"]\nlayout = "bundle"\n+++\n';
const TWO_LANGUAGES = 'languages: {en: {weight: 1}, fr: {weight: 2}}\n';

type Texts = Readonly<Record<string, string>>;

/** The sources of the files of each page, by their names; the site has to be without mistakes. */
function resourcesOf(site: Texts): Readonly<Record<string, Texts>> {
  const { decks, diagnostics } = openSite(memoryFiles(site)).decks();
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(
    decks.map(({ head }) => [
      head.outputPath,
      Object.fromEntries(head.resources.map(({ name, source }) => [name, source])),
    ]),
  );
}

/** The sources of what is published beside the pages, by their places in the output. */
function publishedOf(site: Texts): Texts {
  const { staticFiles } = openSite(memoryFiles(site)).decks();
  return Object.fromEntries(staticFiles.map(({ outputPath, source }) => [outputPath, source]));
}

describe('the files of a bundle', () => {
  test('a leaf has all that lies below it, a branch what no other bundle has', () => {
    expect(
      resourcesOf({
        'content/_index.md': REVEAL,
        'content/a.png': '',
        'content/plain/b.png': '',
        'content/plain/c.md': '',
        'content/talk/_index.md': REVEAL,
        'content/talk/d.png': '',
        'content/talk/deeper/e.png': '',
        'content/talk/leaf/index.md': BUNDLE,
        'content/talk/leaf/f.png': '',
        'content/talk/leaf/one.md': '',
        'content/talk/leaf/images/g.png': '',
        'content/talk/leaf/inner/index.md': '',
        'content/talk/leaf/inner/_index.md': '',
      }),
    ).toEqual({
      'index.html': { 'a.png': 'content/a.png', 'plain/b.png': 'content/plain/b.png' },
      'talk/index.html': { 'd.png': 'content/talk/d.png', 'deeper/e.png': 'content/talk/deeper/e.png' },
      'talk/leaf/index.html': {
        'f.png': 'content/talk/leaf/f.png',
        'images/g.png': 'content/talk/leaf/images/g.png',
        'inner/_index.md': 'content/talk/leaf/inner/_index.md',
        'inner/index.md': 'content/talk/leaf/inner/index.md',
        'one.md': 'content/talk/leaf/one.md',
      },
    });
  });

  test('of a file in several languages a page has its own, else the first; texts are never shared', () => {
    expect(
      resourcesOf({
        'hugo.yaml': TWO_LANGUAGES,
        'content/talk/index.md': BUNDLE,
        'content/talk/index.fr.md': BUNDLE,
        'content/talk/both.png': '',
        'content/talk/both.fr.png': '',
        'content/talk/one.png': '',
        'content/talk/french.fr.png': '',
        'content/talk/odd.xx.png': '',
        'content/talk/text.md': '',
      }),
    ).toEqual({
      'talk/index.html': {
        'both.png': 'content/talk/both.png',
        'french.png': 'content/talk/french.fr.png',
        'odd.xx.png': 'content/talk/odd.xx.png',
        'one.png': 'content/talk/one.png',
        'text.md': 'content/talk/text.md',
      },
      'fr/talk/index.html': {
        'both.png': 'content/talk/both.fr.png',
        'french.png': 'content/talk/french.fr.png',
        'odd.xx.png': 'content/talk/odd.xx.png',
        'one.png': 'content/talk/one.png',
      },
    });
  });

  test('files that the site passes over are in none', () => {
    expect(
      resourcesOf({
        'hugo.toml': 'ignoreFiles = ["\\\\.foo$", "^content/talk/secret"]\n',
        'content/talk/index.md': BUNDLE,
        'content/talk/a.foo': '',
        'content/talk/secret/b.png': '',
        'content/talk/.hidden.png': '',
      }),
    ).toEqual({ 'talk/index.html': {} });
  });

  test('resources of the front matter name and describe them', () => {
    const site = {
      'content/talk/index.md': `---
outputs: [Reveal]
layout: bundle
resources:
  - {src: "images/*.png", name: "pic-:counter", params: {credits: Ada}}
  - {src: "**.PNG", name: other, title: A picture, params: {width: 3}}
---
`,
      'content/talk/images/a.png': '',
      'content/talk/images/b.png': '',
      'content/talk/c.png': '',
    };
    const [deck] = openSite(memoryFiles(site)).decks().decks;
    expect(deck?.head.resources).toMatchObject([
      { name: 'other', outputPath: 'talk/c.png', title: 'A picture', params: { width: 3 } },
      { name: 'pic-1', outputPath: 'talk/images/a.png', params: { credits: 'Ada', width: 3 } },
      { name: 'pic-2', outputPath: 'talk/images/b.png', title: 'A picture' },
    ]);
  });
});

describe('where the files of pages are published', () => {
  test('where the page is, whatever decides that', () => {
    expect(
      publishedOf(
        parseSite(`
-- content/_index.md --
${REVEAL}
-- content/a/index.md --
+++
slug = "renamed"
outputs = ["Reveal"]
layout = "bundle"
+++
-- content/a/a.png --
-- content/a/one.md --
-- content/b/_index.md --
+++
url = "/else/where.html"
outputs = ["Reveal"]
+++
-- content/b/sub/b.png --
-- content/c/x.md --
-- content/c/x.png --
`),
      ),
    ).toEqual({
      'renamed/a.png': 'content/a/a.png',
      'else/where/sub/b.png': 'content/b/sub/b.png',
      'c/x.png': 'content/c/x.png',
    });
  });

  test('in the case of the file and in that of addresses', () => {
    const site = {
      'content/Big Talk/_index.md': REVEAL,
      'content/Big Talk/Images/Pic.PNG': '',
      'content/Other/Alone.png': '',
    };
    expect(publishedOf(site)).toEqual({
      'big-talk/Images/Pic.PNG': 'content/Big Talk/Images/Pic.PNG',
      'big-talk/images/Pic.PNG': 'content/Big Talk/Images/Pic.PNG',
      'other/Alone.png': 'content/Other/Alone.png',
    });
    expect(Object.keys(publishedOf({ ...site, 'hugo.toml': 'disablePathToLower = true\n' }))).toEqual([
      'Other/Alone.png',
      'Big-Talk/Images/Pic.PNG',
    ]);
  });

  test('beside every language, under their name with its suffix and without', () => {
    expect(
      publishedOf({
        'hugo.yaml': TWO_LANGUAGES,
        'content/_index.md': REVEAL,
        'content/_index.fr.md': REVEAL,
        'content/pic.png': '',
        'content/pic.fr.png': '',
        'content/shared.png': '',
      }),
    ).toEqual({
      'pic.png': 'content/pic.png',
      'shared.png': 'content/shared.png',
      'fr/pic.png': 'content/pic.fr.png',
      'fr/pic.fr.png': 'content/pic.fr.png',
      'fr/shared.png': 'content/shared.png',
    });
  });

  test.each([
    ['draft: true', []],
    ['build: {publishResources: false}', []],
    ['build: {render: never}', ['talk/pic.png']],
  ])('with a page of %s', (yaml, published) => {
    const site = { 'content/talk/index.md': `---\n${yaml}\n---\n`, 'content/talk/pic.png': '' };
    expect(Object.keys(publishedOf({ ...site, 'content/_index.md': REVEAL }))).toEqual(published);
  });

  test('a file that comes beside a page is published after the change', () => {
    const texts: Record<string, string> = { 'content/talk/_index.md': REVEAL };
    const pipeline = openSite(memoryFiles(texts));
    expect(pipeline.decks().staticFiles).toEqual([]);
    texts['content/talk/pic.png'] = '';
    pipeline.update(['content/talk/pic.png']);
    expect(pipeline.decks().staticFiles.map(({ outputPath }) => outputPath)).toEqual(['talk/pic.png']);
  });
});
