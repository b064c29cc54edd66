/** Shortcodes whose HTML is too long to stand in a fixture: formulas, and QR codes. */
import { describe, expect, test } from 'vitest';
import { buildSite, renderHtml } from '../support/site.ts';

/** The one deck of a page. */
function deckOf(body: string) {
  const { pipeline } = buildSite(`\n-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n${body}\n`);
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('the page is no deck');
  return renderHtml(pipeline, deck);
}

describe('a formula', () => {
  const source = (tex: string): string => `<annotation encoding="application/x-tex">${tex}</annotation>`;

  test.each([
    ['in a line, by position', 'a {{< math "E=mc^2" />}} b', 'E=mc^2', false],
    ['in a line, by name', 'a {{< math inline="a_1*b_1*" />}} b', 'a_1*b_1*', false],
    ['on lines of its own', '{{< math >}}\n\\frac{a}{b} < c\n{{< /math >}}', '\\frac{a}{b} &lt; c', true],
  ])('%s', (_, body, tex, isDisplay) => {
    const { sections, features } = deckOf(body);
    expect(sections.join('')).toContain(source(tex));
    expect(sections.join('').includes('katex-display')).toBe(isDisplay);
    expect(features).toContain('math');
  });

  test('that is wrong is told at its place', () => {
    const { diagnostics } = deckOf('a {{< math "\\frac{" />}}');
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['math-invalid', 4, 3],
    ]);
  });
});

describe('a QR code', () => {
  const pictureOf = (body: string) => {
    const [tag = ''] = /<img[^>]*>/.exec(deckOf(body).sections.join('')) ?? [];
    const svg = decodeURIComponent(/src="data:image\/svg\+xml,([^"]*)"/.exec(tag)?.[1] ?? '');
    return { tag: tag.replace(/ src="[^"]*"/, ''), svg };
  };

  test('has the size that Hugo gives it, and a text for those who do not see it', () => {
    expect(pictureOf('{{< qr text="hi" />}}').tag).toBe('<img width="116" height="116" alt="QR code">');
  });

  test('of an inner text, with its attributes', () => {
    const { tag } = pictureOf(
      '{{< qr level="low" scale=2 alt="A" class="k" id="i" title="t" >}}\nhttps://x\n{{< /qr >}}',
    );
    expect(tag).toBe('<img width="58" height="58" alt="A" class="k" id="i" title="t">');
  });

  test('begins with the corner that readers look for, inside of its margin', () => {
    const { svg } = pictureOf('{{< qr text="hé" />}}');
    const dark = [...svg.matchAll(/M(\d+),(\d+)h(\d+)v1/g)].map((stroke) => stroke.slice(1, 4).map(Number));
    expect(dark.filter(([x, y]) => x === 4 && y! < 11)).toEqual([
      [4, 4, 7],
      [4, 5, 1],
      [4, 6, 1],
      [4, 7, 1],
      [4, 8, 1],
      [4, 9, 1],
      [4, 10, 7],
    ]);
    expect(svg).toContain('viewBox="0 0 29 29"');
  });
});
