/** Slides in a file that a section with `data-markdown` names: found by its address, and never outside of the site. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite, renderHtml } from '../support/site.ts';

const HEAD = '+++\noutputs = ["Reveal"]\n+++\n';

/** The sections of the first deck of a site, and what was found. */
function sectionsOf(site: string) {
  const pipeline = openSite(memoryFiles(parseSite(site)));
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('there is no deck');
  return renderHtml(pipeline, deck);
}

test.each([
  ['below static/, from the root', '-- static/md/a.md --\n# In file\n', 'content/_index.md', '/md/a.md'],
  ['below static/, beside the deck', '-- static/talk/a.md --\n# In file\n', 'content/talk/_index.md', 'a.md'],
  ['beside the page', '-- content/talk/parts/a.txt --\n# In file\n', 'content/talk/_index.md', 'parts/a.txt'],
  [
    'with a name that is encoded',
    '-- static/my file.md --\n# In file\n',
    'content/_index.md',
    'my%20file.md',
  ],
])('%s', (_name, files, page, address) => {
  const { sections, diagnostics, usedFiles } = sectionsOf(
    `${files}-- ${page} --\n${HEAD}<section data-markdown="${address}"></section>\n`,
  );
  expect(diagnostics).toEqual([]);
  expect(sections.join('')).toContain('>In file</h1>');
  expect(usedFiles.some((file) => /a\.(?:md|txt)$|my file\.md$/.test(file))).toBe(true);
});

test.each(['../../../etc/passwd', '/../a.md', 'https://example.com/a.md', 'nope.md'])(
  '%s is not read',
  (address) => {
    const { diagnostics } = sectionsOf(
      `-- content/_index.md --\n${HEAD}<section data-markdown="${address}"></section>\n`,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([
      address.startsWith('https') ? 'markdown-address' : 'markdown-file-missing',
    ]);
  },
);

test.each(['data-markdown="nope.md"', "data-markdown='nope.md'", 'data-markdown="" data-separator="("'])(
  '%s is reported at its tag',
  (attributes) => {
    const { diagnostics } = sectionsOf(
      `-- content/_index.md --\n${HEAD}## One\n\nWords.\n\n<section ${attributes}>a</section>\n`,
    );
    expect(diagnostics.map(({ line, column }) => [line, column])).toEqual([[8, 1]]);
  },
);

test('a tag that a shortcode writes is reported at its slide, and not at the same tag of another one', () => {
  const { diagnostics } = sectionsOf(`
-- layouts/shortcodes/part.html --
<section data-markdown="{{ .Get 0 }}.md"></section>
-- content/_index.md --
${HEAD}{{< part nope >}}

---

## Two

<section data-markdown="nope.md"></section>
`);
  expect(diagnostics.map(({ line, column }) => [line, column])).toEqual([
    [4, 1],
    [10, 1],
  ]);
});

test('its slides take the attributes of the section', () => {
  const { sections } = sectionsOf(
    `-- static/a.md --\n# A\n\n---\n\n# B\n-- content/_index.md --\n${HEAD}<section data-noprocess data-markdown="a.md" data-transition="zoom"></section>\n`,
  );
  expect(sections).toHaveLength(2);
  expect(sections.every((section) => section.includes('data-transition="zoom"'))).toBe(true);
});
