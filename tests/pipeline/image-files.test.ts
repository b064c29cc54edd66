/** The sizes of images in a whole site: how their files are found, and when they are measured again. */
import { expect, test } from 'vitest';
import { type Files, memoryFiles } from '../../src/files.ts';
import { build, tryBuild } from '../support/built-pages.ts';
import { openLive } from '../support/live-site.ts';
import { openSite, parseSite, renderHtml } from '../support/site.ts';
import { PICTURE } from '../support/write-site.ts';

const HEAD = '+++\ntitle = "T"\noutputs = ["Reveal"]\n+++\n';
const RAW = '[markup.goldmark.renderer]\nunsafe = true\n';
const at = (baseURL: string): string => `-- hugo.toml --\nbaseURL = "${baseURL}"\n${RAW}`;
const files = `
-- static/images/a b.svg --
${PICTURE}
-- content/talk/images/pic.svg --
${PICTURE}
`;
const isSized = (html: string): boolean => html.includes('width="4" height="2"');

test.each([
  ['beside the page', '![](images/pic.svg)'],
  ['below the root', '![](/talk/images/pic.svg)'],
  ['below the base path', '![](/sub/talk/images/pic.svg)'],
  ['with its host', '![](https://example.org/sub/talk/images/pic.svg)'],
  ['a folder up', '![](../images/a%20b.svg)'],
  ['with a query', '<img src="images/pic.svg?v=1&amp;w=2#x">'],
  ['by the shortcode', '{{< figure src="images/pic.svg" >}}'],
  ['in other words', '<img src="/images/a b.svg">'],
])('a file is found %s', (_name, text) => {
  const { files: pages } = build(
    `${at('https://example.org/sub/')}${files}-- content/talk/_index.md --\n${HEAD}\n${text}\n`,
  );
  expect(isSized(pages['talk/index.html'] ?? '')).toBe(true);
});

test.each([
  '![](gone.svg)',
  '![](https://example.com/sub/talk/images/pic.svg)',
  '<img src="%">',
  '![](_index.md)',
])('%s is left alone', (text) => {
  const { files: pages } = tryBuild(
    `${at('https://example.org/sub/')}${files}-- content/talk/_index.md --\n${HEAD}\n${text}\n`,
  );
  expect(pages['talk/index.html']).toContain('<img');
  expect(pages['talk/index.html']).not.toMatch(/<img[^>]*(?:width|height|style)=/);
});

test('what templates of the site make and write is measured, too', () => {
  const { sections } = build(`
-- layouts/shortcodes/made.html --
{{ $pic := resources.FromString "made.svg" \`${PICTURE}\` }}<img src="{{ $pic.RelPermalink }}">
-- layouts/shortcodes/raw.html --
<img src="/images/a b.svg">
${files}
-- content/_index.md --
${HEAD}
{{< made >}} {{< raw >}}
`);
  expect(sections[0]?.match(/width="4" height="2"/g)).toHaveLength(2);
});

test.each([
  ['a size', 'width="40mm" height="20mm"', '151', false],
  ['a width alone', 'width="300" viewBox="0 0 4 2"', '300', false],
  ['no size', 'viewBox="0 0 400 200"', '400', true],
  ['a size in per cent', 'width="100%" height="100%" viewBox="0 0 400 200"', '400', true],
])('an SVG with %s', (_name, attributes, width, isFluid) => {
  const svg = PICTURE.replace('width="4" height="2"', attributes);
  const { sections } = build(`-- static/x.svg --\n${svg}\n-- content/_index.md --\n${HEAD}\n![](x.svg)\n`);
  expect(sections[0]).toContain(`width="${width}"`);
  expect(sections[0]?.includes('contain-intrinsic-size:none')).toBe(isFluid);
});

test.each(['no image at all', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', ''])(
  'a file of which no size can be read is left alone: %s',
  (content) => {
    const { sections } = build(
      `-- static/x.svg --\n${content}\n-- content/_index.md --\n${HEAD}\n![](x.svg)\n`,
    );
    expect(sections[0]).toContain('<img src="x.svg"');
  },
);

test('a file is read once, and once more when it has changed', () => {
  const texts = parseSite(`
-- static/x.svg --
${PICTURE}
-- content/_index.md --
${HEAD}
![](x.svg) ![](/x.svg)
-- content/talk/_index.md --
${HEAD}
![](../x.svg)
`);
  const memory = memoryFiles(texts);
  const read: string[] = [];
  const counting: Files = {
    ...memory,
    readBytes(file) {
      read.push(file);
      return memory.readBytes(file);
    },
  };
  const pipeline = openSite(counting);
  const render = (): readonly string[] =>
    pipeline.decks().decks.flatMap((deck) => renderHtml(pipeline, deck).sections);
  expect(render().every(isSized)).toBe(true);
  expect(read).toEqual(['static/x.svg']);
  texts['static/x.svg'] = PICTURE.replace('width="4"', 'width="40"');
  pipeline.update(['content/_index.md']);
  expect(render().every(isSized)).toBe(true);
  pipeline.update(['static/x.svg']);
  expect(render().join('')).toContain('width="40" height="2"');
  expect(read).toEqual(['static/x.svg', 'static/x.svg']);
});

test('images are among the files of a deck, and its sections do not depend on their place', () => {
  const site = openLive(`
-- content/pic.svg --
${PICTURE}
-- content/_index.md --
${HEAD}
![](pic.svg)
`);
  const render = (): readonly string[] => {
    const { sections, usedFiles } = renderHtml(site.pipeline, site.pipeline.decks().decks[0]!);
    expect(usedFiles).toContain('content/pic.svg');
    return sections;
  };
  const [alone] = render();
  site.edit({ 'content/_index.md': `${HEAD}\nNew\n\n---\n\n![](pic.svg)\n` });
  expect(render()[1]).toBe(alone);
});
