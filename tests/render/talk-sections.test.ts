/** The sections of a talk, and the tables of contents that list them. */
import { describe, expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';

/** The links of each table of contents in a deck; the current one has a star. */
function tocsOf(body: string, options = ''): readonly (readonly string[])[] {
  const { pipeline } = buildSite(
    `\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n[reveal_hugo]\n${options}\n+++\n${body}\n`,
  );
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('the page is no deck');
  const html = pipeline
    .render(deck)
    .sections.map((section) => section.html)
    .join('\n');
  return [...html.matchAll(/<nav class="deck-toc"[^>]*>(.*?)<\/nav>/g)].map(([, list = '']) =>
    [...list.matchAll(/<a href="([^"]*)"( aria-current="true")?>(.*?)<\/a>/g)].map(
      ([, address = '', current, title = '']) => `${current ? '*' : ''}${title} ${address}`,
    ),
  );
}

const TOC = '{{< toc >}}';

describe('a section begins', () => {
  test('at a slide with that layout, first of all', () => {
    const body = `# Talk

${TOC}

---

{{< slide layout="section" >}}

# One & two

---

# Not one

${TOC}

---

{{% section %}}

## Above

---

{{< slide layout="section" id="deep" >}}

## Below

${TOC}

{{% /section %}}
`;
    expect(tocsOf(body)).toEqual([
      ['One &amp; two #/1', 'Below #/deep'],
      ['*One &amp; two #/1', 'Below #/deep'],
      ['One &amp; two #/1', '*Below #/deep'],
    ]);
  });

  test('at a stack, if there are no such slides', () => {
    const body = `# Talk

---

{{% section %}}

## Hulls

---

${TOC}

{{% /section %}}

---

# Between

---

{{% section %}}

no heading

---

## Sails

{{% /section %}}
`;
    expect(tocsOf(body)).toEqual([['*Hulls #/1', 'Sails #/3']]);
  });

  test('at a heading of the first level after the first slide, if there is neither', () => {
    const body = `# Talk

${TOC}

---

# One

---

## Part

---

{{< slide visibility="hidden" >}}

# Hidden

---

# Two

${TOC}
`;
    expect(tocsOf(body)).toEqual([
      ['One #/1', 'Two #/3'],
      ['One #/1', '*Two #/3'],
    ]);
  });

  test('and is counted from 1 where addresses are', () => {
    const body = `# Talk\n\n---\n\n# One\n\n${TOC}\n`;
    expect(tocsOf(body, 'hash_one_based_index = true')).toEqual([['*One #/2']]);
  });
});

test('a table of contents has a name for screen readers', () => {
  const { pipeline } = buildSite(
    '\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n{{< toc label="Inhalt & mehr" >}}\n\n---\n\n# One\n',
  );
  const [deck] = pipeline.decks().decks;
  expect(deck && pipeline.render(deck).sections[0]?.html).toContain(
    '<nav class="deck-toc" aria-label="Inhalt &amp; mehr"><ol><li>',
  );
});
