/** Slides as reveal.js counts them, with their texts in the source, and the rules that need no page. */
import { expect, test } from 'vitest';
import { describeDeck } from '../../src/measured/checked-deck.ts';
import { createFindings } from '../../src/check/findings.ts';
import { rules } from '../../src/check/rules.ts';
import type { CheckedDeck } from '../../src/check/types.ts';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite } from '../support/site.ts';

function describeSite(text: string): CheckedDeck {
  const files = memoryFiles(parseSite(text));
  const pipeline = openSite(files);
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('the site has no deck');
  return describeDeck(pipeline.render(deck), { files });
}

const deck = (frontMatter: string, body: string): CheckedDeck =>
  describeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
${frontMatter}
+++
${body}
`);

const found = (checked: CheckedDeck, requireNotes = false) =>
  createFindings(
    [{ deck: checked, viewport: '1280x720', measured: [], events: [], steps: new Map() }],
    rules,
    { minFont: 18, requireNotes },
  ).map(({ code, message, line }) => [code, line, message] as const);

test('hidden slides are not counted, slides of a stack have two numbers', () => {
  const { slides, read } = deck(
    '',
    `# One

---

{{< slide visibility="hidden" >}}
# Hidden

---

<section>

# Two

</section>
<section data-visibility="hidden">

# Hidden, too

</section>
<section id="three">

# Three

</section>

---

{{< slide id="last" >}}
# Four`,
  );
  expect(slides.map(({ h, v, number, id, heading }) => [h, v, number, id, heading])).toEqual([
    [0, 0, '1', '', 'One'],
    [1, 0, '2.1', '', 'Two'],
    [1, 1, '2.2', 'three', 'Three'],
    [2, 0, '3', 'last', 'Four'],
  ]);
  const last = slides.at(-1);
  expect(read(last?.file ?? '').text.slice(last?.start, last?.end)).toContain('# Four');
  expect(read(last?.file ?? '').text.slice(slides[0]?.start, slides[0]?.end)).not.toContain('Hidden');
});

test('notes that are missing, at their slides', () => {
  const checked = deck(
    '',
    `# One

{{% note %}}
Said
{{% /note %}}

---

# Two

---

{{< slide notes="Said" >}}
# Three

---

{{< slide visibility="uncounted" >}}
# Four`,
  );
  expect(found(checked, true)).toEqual([
    ['notes-missing', 13, 'slide 2 “Two”: the slide has no speaker notes'],
  ]);
  expect(found(checked)).toEqual([]);
});

const timed = (frontMatter: string, ...times: readonly (string | undefined)[]): CheckedDeck =>
  deck(
    frontMatter,
    times
      .map((time) => `${time === undefined ? '' : `{{< slide timing="${time}" >}}`}\n# Slide`)
      .join('\n\n---\n\n'),
  );
const total = (seconds: number): string => `[reveal_hugo]\ntotal_time = ${seconds}`;

test.each([
  ['no times at all', '', [undefined, undefined], []],
  ['times without a total', '', ['60', '30'], []],
  ['times that add up', total(90), ['60', '30'], []],
  ['a rest for the others', total(90), ['60', undefined], []],
  ['a total alone', total(90), [undefined, undefined], []],
  ['too much', total(60), ['60', '30'], ['the slides take 90 s, 30 s more than the total_time of 60 s']],
  ['too little', total(100), ['60', '30'], ['the slides take 90 s, 10 s less than the total_time of 100 s']],
  [
    'nothing left for the others',
    total(90),
    ['60', '30', undefined],
    ['1 slide without a time: 0 s are left for each, the others take 90 s of the total_time of 90 s'],
  ],
  ['no number', '', ['soon'], ['"soon" is no time of a slide']],
  ['a negative time', '', ['-5'], ['"-5" is no time of a slide']],
])('times: %s', (_about, frontMatter, times, messages) => {
  const all = found(timed(frontMatter, ...times));
  expect(all.map(([, , message]) => message.replace(/^(?:slide .*?|\/): /, ''))).toEqual(messages);
  expect(all.every(([code]) => code === 'timing-mismatch')).toBe(true);
});
