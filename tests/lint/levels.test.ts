/** The levels of checks apply to what slides show. */
import { expect, test } from 'vitest';
import { buildSite } from '../support/site.ts';
import { readyDecks } from '../support/ready-deck.ts';

function found(configuration: string, slide: string): readonly string[] {
  const { pipeline } = buildSite(`
-- hugo.toml --
${configuration}
-- content/_index.md --
+++
outputs = ["Reveal"]
+++

${slide}

---

![A](b.png)
`);
  return pipeline.lint(readyDecks(pipeline)).map(({ severity, code, line }) => `${severity} ${code} ${line}`);
}

test('without levels, all are warnings', () => {
  expect(found('', '![A](a.png)')).toEqual(['warning image-missing 5', 'warning image-missing 9']);
});

test('the site sets the level', () => {
  const levels = (level: string): string => `[params.deckwright.checks]\nimage-missing = "${level}"\n`;
  expect(found(levels('off'), '![A](a.png)')).toEqual([]);
  expect(found(`${levels('off')}alt-missing = "off"\n`, '![A](a.png) <img src="a.png"> [B](#b)')).toEqual([
    'warning link-broken 5',
  ]);
  expect(found(levels('error'), '![A](a.png)')).toEqual(['error image-missing 5', 'error image-missing 9']);
});

test('a slide switches a check off for itself only', () => {
  expect(found('', '{{< slide checks-off="image-missing" >}}\n\n![A](a.png)')).toEqual([
    'warning image-missing 11',
  ]);
});
