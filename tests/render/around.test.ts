/** What is around the slides: the footer of a deck, and the progress by sections. */
import { describe, expect, test } from 'vitest';
import { openSite, testClient } from '../support/site.ts';
import { memoryFiles } from '../../src/files.ts';

/** The page of a deck, and the messages about it. */
function make(options: string, text = '# A\n', site = ''): { page: string; messages: readonly string[] } {
  const pipeline = openSite(
    memoryFiles({
      'hugo.toml': `[params.reveal_hugo]\n${site}\n`,
      'content/talk/_index.md': `+++\noutputs = ["Reveal"]\n[reveal_hugo]\n${options}\n+++\n${text}`,
    }),
  );
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('there is no deck');
  const rendered = pipeline.render(deck);
  const [output] = pipeline.publish(rendered, testClient);
  return { page: output?.text ?? '', messages: rendered.diagnostics.map(({ message }) => message) };
}

const footerOf = (page: string): string | undefined =>
  /<footer class="deck-footer"><span>(.*)<\/span><\/footer>/.exec(page)?.[1];
const classesOf = (page: string): string | undefined => /<div class="(reveal[^"]*)">/.exec(page)?.[1];

describe('the footer', () => {
  test.each([
    ['Grace & *Ada*', 'Grace &amp; <em>Ada</em>'],
    ['[Boats](https://boats.example)', '<a href="https://boats.example">Boats</a>'],
    ['<b>1 < 2</b>', '&lt;b&gt;1 &lt; 2&lt;/b&gt;'],
    ['2026. A talk', '2026. A talk'],
    ['# No heading', '# No heading'],
    ['`code`', '<code>code</code>'],
  ])('%s', (written, html) => {
    const { page, messages } = make(`footer = ${JSON.stringify(written)}`);
    expect(footerOf(page)).toBe(html);
    expect(messages).toEqual([]);
    expect(page).toContain('"footer"');
  });

  test('is there only where it is asked for', () => {
    const { page } = make('');
    expect(page).not.toContain('footer');
    expect(classesOf(page)).toBe('reveal');
    expect(footerOf(make('footer = false', '# A', 'footer = "Of the site"').page)).toBeUndefined();
    expect(footerOf(make('', '# A', 'footer = "Of the site"').page)).toBe('Of the site');
  });

  test('is no option of reveal.js', () => {
    expect(make('footer = "F"').page).not.toMatch(/"options":\{[^}]*footer/);
  });

  test.each([
    ['', 'reveal'],
    ['footer="false"', 'reveal deck-footer-off'],
    ['background-color="#111"', 'reveal has-dark-background'],
    ['background-color="#eee"', 'reveal has-light-background'],
    ['background-image="/a.png"', 'reveal deck-over-picture'],
  ])('knows the first slide before a script runs: %s', (attributes, classes) => {
    const { page, messages } = make('footer = "F"', `{{< slide ${attributes} >}}\n\n# A\n`);
    expect(classesOf(page)).toBe(classes);
    expect(messages).toEqual([]);
  });
});

describe('the progress by sections', () => {
  const text = '# A\n\n---\n\n# B & C\n';

  test.each(['bar', 'dots'])('%s', (kind) => {
    const { page, messages } = make(`section_progress = "${kind}"`, text);
    expect(classesOf(page)).toBe(`reveal deck-sections-${kind}`);
    expect(page).toContain('"section-progress"');
    expect(page).toContain('<section data-section-title="B &amp; C">');
    expect(page).toMatch(/"progress":false/);
    expect(messages).toEqual([]);
  });

  test('leaves the bar of reveal.js to those who ask for it', () => {
    expect(make('section_progress = "bar"\nprogress = true', text).page).toMatch(/"progress":true/);
  });

  test('is there only where it is asked for', () => {
    for (const options of ['', 'section_progress = false']) {
      const { page, messages } = make(options, text);
      expect(page).not.toMatch(/section-progress|data-section-title/);
      expect(page).toMatch(/"progress":true/);
      expect(messages).toEqual([]);
    }
  });

  test('has no other kinds', () => {
    expect(make('section_progress = "ring"', text).messages).toEqual([
      expect.stringContaining('must be true, false, "bar" or "dots", not "ring"'),
    ]);
  });
});
