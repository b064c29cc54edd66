/** Twice the text is twice the work, whatever is in it: counted, not timed. */
import { afterAll, describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite } from '../support/site.ts';
import { type Work, WorkMeter } from '../support/work-meter.ts';
import { texts } from '../bench/growing-texts.mjs';

const files = {
  'layouts/shortcodes/x.html': '<b>x</b>',
  'layouts/shortcodes/y.html': '<i>{{ .Inner }}</i>',
};

const config = `
markup:
  goldmark:
    parser: { attribute: { block: true } }
    extensions:
      passthrough: { enable: true, delimiters: { block: [['\\[', '\\]'], ['$$', '$$']], inline: [['$', '$'], ['\\(', '\\)']] } }
`;

function render(text: string): void {
  const page = `---\noutputs: [Reveal]\n---\n\n${text}\n`;
  const pipeline = openSite(memoryFiles({ ...files, 'hugo.yaml': config, 'content/_index.md': page }));
  for (const deck of pipeline.decks().decks) pipeline.render(deck);
}

const meter = new WorkMeter();
afterAll(() => meter.close());

const workFor = (text: string): Work => meter.count(() => render(text));

/** How much more work twice the text adds to that of an empty page. */
function growth(create: (count: number) => string, count: number): Work {
  // Code that runs for the first time is compiled and loads its tables.
  render(create(10));
  const [none, once, twice] = [workFor('a'), workFor(create(count)), workFor(create(2 * count))];
  const ratio = (kind: keyof Work): number =>
    (twice[kind] - none[kind]) / Math.max(once[kind] - none[kind], none[kind]);
  return { blocks: ratio('blocks'), scanned: ratio('scanned') };
}

/** Quadratic work grows by four; what a logarithm or a table of a new size adds is far less than this. */
const MOST = 2.6;

describe('twice the text is twice the work', () => {
  test.each(Object.entries(texts))('%s', (_name, { create, count }) => {
    const { blocks, scanned } = growth(create, count);
    expect({ blocks: blocks < MOST || blocks, scanned: scanned < MOST || scanned }).toEqual({
      blocks: true,
      scanned: true,
    });
  });
});
