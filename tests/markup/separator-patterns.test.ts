/** Patterns of authors in `data-separator` and its like find their places in a time that grows with the text alone. */
import { expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

const LONG = 'a'.repeat(50_000);

test.each(['separator', 'separator-vertical', 'separator-notes', 'element-attributes', 'attributes'])(
  'data-%s',
  (name) => {
    const section = `<section data-markdown data-${name}="^(a+)+$">\n\n${LONG}!\n\n<!-- ${LONG}! -->\n\n</section>`;
    const { diagnostics } = buildSite(
      `-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n${section}\n`,
    );
    expect(diagnostics).toEqual([]);
  },
);

test.each(['\n', '\r\n'])('lines that end in %j', (end) => {
  const lines = [
    '<section data-markdown data-separator="^---$" data-separator-vertical="^--$">',
    '',
    'A',
    '---',
    'B',
  ];
  const text = [...lines, '--', 'C', '</section>', ''].join(end);
  const site = buildSite(`-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n${text}`);
  expect(site.page('index.html').match(/<p>[ABC]<\/p>/g)).toEqual(['<p>A</p>', '<p>B</p>', '<p>C</p>']);
});
