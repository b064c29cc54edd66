/** Slides are counted as reveal.js counts them, without hidden ones. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../src/files.ts';
import { numberShownSlides } from '../src/shown-slides.ts';
import { openSite, parseSite } from './support/site.ts';

const hidden = (heading: string): string => `{{< slide visibility="hidden" >}}\n\n## ${heading}`;

test('numbers of slides, in stacks, after hidden ones, and where all slides of a stack are hidden', () => {
  const slides = [
    hidden('Before'),
    '## One',
    `{{% section %}}\n\n${hidden('First')}\n\n---\n\n## Two\n\n---\n\n## Three\n\n{{% /section %}}`,
    `{{% section %}}\n\n${hidden('Only')}\n\n{{% /section %}}`,
    '## Last',
  ];
  const pipeline = openSite(
    memoryFiles(
      parseSite(`-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n${slides.join('\n\n---\n\n')}\n`),
    ),
  );
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('there is no deck');
  const shown = numberShownSlides(pipeline.render(deck).sections);
  expect(shown.map(({ h, v, number, slide }) => [`${h}/${v}`, number, slide.heading])).toEqual([
    ['0/0', '1', 'One'],
    ['1/0', '2.1', 'Two'],
    ['1/1', '2.2', 'Three'],
    ['2/0', '3', 'Last'],
  ]);
});
