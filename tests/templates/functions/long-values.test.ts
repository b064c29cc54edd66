/** Functions take a time that grows with the length of their text alone. */
import { expect, test } from 'vitest';
import { buildSite } from '../../support/site.ts';

const render = (template: string): readonly string[] => {
  const { diagnostics } = buildSite(
    `-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n{{< x >}}\n-- layouts/shortcodes/x.html --\n${template}`,
  );
  return diagnostics.map(({ message }) => message);
};

test('urlize of words and gaps', () => {
  const start = performance.now();
  expect(
    render('{{ if ne (len (urlize (strings.Repeat 100000 "a b"))) 300000 }}{{ errorf "no" }}{{ end }}'),
  ).toEqual([]);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('Markdown that a template renders has a limit', () => {
  expect(render('{{ len (markdownify (strings.Repeat 700000 "a b")) }}')).toEqual([
    expect.stringContaining('the Markdown is longer than 2000000 characters'),
  ]);
  expect(render('{{ len (.Page.RenderString (strings.Repeat 700000 "a b")) }}')).toHaveLength(1);
});
