/** Slides are rendered passage by passage, and kept: they come out as if the page were one text, whatever stands in it. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, type LiveSite, openLive } from '../support/live-site.ts';
import { type Chance, createChance } from '../support/random-decks.ts';

const PARTS = [
  '# Same', '## Same', '# Own {#same}', '## Other *words*', '```js\na();\n\n---\n\nb();\n```', '~~~\n---\n~~~',
  '- one\n- two\n\n  more', '> quoted\n\n---\n\n> again', '<!-- kept\n\n---\n\naway -->', '<!-- {{< slide class="y" >}}\n\n---\n\n{{% note %}}away{{% /note %}} -->', '<!-- {{% note %}}', '<div>\n\n---\n\n</div>',
  '<pre>\n\n---\n\n</pre>', '<section>\n\n## In HTML\n\n</section>', 'Term\n: what it is', '$$\na\n\n---\n\nb\n$$',
  '{{% note %}}said{{% /note %}}', '{{% note %}}forgotten', '{{< note >}}raw{{< /note >}}', '{{% /note %}}',
  '{{% section %}}\n\n# Top\n\n---\n\n# Below\n\n{{% /section %}}', '{{% section %}}', '{{% /section %}}',
  '{{< slide background-color="#123" >}}', 'text\n\n{{< slide class="x" >}}', '{{% fragment %}}a{{% /fragment %}}',
  '{{< place >}}', '{{< place >}} {{< place >}}', '{{% markdown-of-two %}}', '{{% open-fence %}}', '{{< fact >}}', '{{< nope >}}',
  '[link][ref] and [^1]', '***', '___', '- - -', '----', 'Heading\n---', '| a | b |\n|---|---|\n| 1 | 2 |', '{.x}',
  '{{</* escaped */>}}', '![](/pic.svg)', 'a[0]: b', '  [deep]: x', '',
]; // prettier-ignore

const SITE = {
  'hugo.toml':
    '[markup.goldmark.parser]\nwrapStandAloneImageWithinParagraph = false\n[markup.goldmark.parser.attribute]\nblock = true\n[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock = [["$$", "$$"]]\n',
  'data/facts.toml': 'answer = "42"\n',
  'layouts/shortcodes/place.html': '<i>{{ .Ordinal }}</i>',
  'layouts/shortcodes/markdown-of-two.html': '# One\n\n---\n\n# Two\n',
  'layouts/shortcodes/open-fence.html': '```\ncode\n',
  'layouts/shortcodes/fact.html': '{{ site.Data.facts.answer }}',
} as const;

const HEAD = '+++\noutputs = ["Reveal"]\n+++\n';
const FILE = 'content/_index.md';
const some = <T>(list: readonly T[], chance: Chance): T => list[chance(list.length)] as T;

function randomSlides(chance: Chance): string[] {
  return Array.from({ length: 1 + chance(8) }, () =>
    Array.from({ length: 1 + chance(3) }, () => some(PARTS, chance)).join('\n\n'),
  );
}

function editSlides(slides: readonly string[], chance: Chance): string[] {
  const edited = [...slides];
  const place = chance(edited.length + 1);
  const what = chance(4);
  if (what === 0) edited.splice(place, 0, ...randomSlides(chance).slice(0, 1));
  else if (what === 1 && edited.length > 1) edited.splice(place, 1);
  else if (what === 2) edited.splice(chance(edited.length), 0, ...edited.splice(place, 1));
  else edited[Math.min(place, edited.length - 1)] = some(PARTS, chance);
  return edited;
}

const BLANK = ' '.repeat('[never-used]: https://example.org'.length);

const textOf = (slides: readonly string[]): string => `${HEAD}\n${BLANK}\n\n${slides.join('\n\n---\n\n')}\n`;

const stateOf = (site: LiveSite): object => {
  const { decks } = site.pipeline.decks();
  const rendered = decks.map((deck) => site.pipeline.render(deck));
  return {
    slides: rendered.map(({ slides, features }) => ({ slides, features })),
    diagnostics: diagnosticsOf(site),
  };
};

const openWith = (text: string): LiveSite => openLive({ ...SITE, [FILE]: text });

describe('as one text', () => {
  // A definition speaks for all slides, so a page with one is never cut.
  const UNUSED = '[never-used]: https://example.org';
  const asOneText = (text: string): string => text.replace(BLANK, UNUSED);
  const byOrder = (site: LiveSite): object => {
    const { diagnostics, ...state } = stateOf(site) as { diagnostics: { code: string; line: number }[] };
    const told = diagnostics.map(({ code, line }) => `${line} ${code}`).toSorted();
    return { ...state, told };
  };
  test.each(Array.from({ length: 8 }, (_, n) => n))('200 decks by chance, from seed %i', (start) => {
    // Never cut, it keeps no segments from one deck to the next.
    const whole = openWith('');
    for (let seed = start * 200; seed < (start + 1) * 200; seed++) {
      const text = textOf(randomSlides(createChance(seed)));
      whole.edit({ [FILE]: asOneText(text) });
      expect(byOrder(openWith(text)), text).toEqual(byOrder(whole));
    }
  });
});

describe('as a site that is opened now', () => {
  test.each(Array.from({ length: 20 }, (_, n) => n))('12 edits by chance, from seed %i', (seed) => {
    const chance = createChance(seed);
    let slides = randomSlides(chance);
    const site = openWith(textOf(slides));
    stateOf(site);
    for (let n = 0; n < 12; n++) {
      slides = editSlides(slides, chance);
      site.edit({ [FILE]: textOf(slides) });
      expect(stateOf(site), textOf(slides)).toEqual(stateOf(openWith(textOf(slides))));
    }
  });
});

test('what has not changed is the same object', () => {
  const slides = ['# One', '# Two {{< fact >}}', '# Three'];
  const site = openWith(textOf(slides));
  const objects = (): readonly unknown[] => {
    const [deck] = site.pipeline.decks().decks;
    return deck ? site.pipeline.render(deck).slides : [];
  };
  const before = objects();
  site.edit({ [FILE]: textOf(slides.with(2, '# Third')) });
  expect(objects().map((slide, n) => slide === before[n])).toEqual([true, true, false]);
  site.edit({ 'data/facts.toml': 'answer = "43"\n' });
  expect(objects().map((slide, n) => slide === before[n])).toEqual([true, false, false]);
});
