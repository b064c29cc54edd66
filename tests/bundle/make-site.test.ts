/** Sites of which only some decks are needed: mistakes in the others are warnings. */
import { describe, expect, test } from 'vitest';
import { makeSite } from '../../src/bundle/make-site.ts';
import { openSite } from '../../src/bundle/open-site.ts';
import { DeckError } from '../../src/diagnostics.ts';
import { writeSite } from '../support/write-site.ts';

const deck = (body: string): string => `+++\noutputs = ["Reveal"]\n+++\n${body}`;

const source = writeSite(`
-- content/good/_index.md --
${deck('# Good\n\n[to the bad one](/bad/)')}
-- content/bad/_index.md --
${deck('# Bad\n\n{{% /section %}}')}
`);

describe('a deck with a mistake beside others', () => {
  test('stops a build of all', async () => {
    await expect(makeSite(openSite({ source }))).rejects.toThrow(DeckError);
  });

  test('is left out where it is not needed, and its mistake is a warning', async () => {
    const open = openSite({ source });
    const needed = open.site.decks.filter(({ outputPath }) => outputPath.startsWith('good/'));
    const { decks, warnings, pages } = await makeSite(open, { needed });
    expect(decks.map(({ rendered }) => rendered.deck.outputPath)).toEqual(['good/index.html']);
    expect(warnings.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['shortcode-not-open', 'warning', 'content/bad/_index.md'],
    ]);
    expect(pages.map(({ path }) => path)).not.toContain('bad/index.html');
  });

  test('stops where it is needed', async () => {
    const open = openSite({ source });
    const needed = open.site.decks.filter(({ outputPath }) => outputPath.startsWith('bad/'));
    await expect(makeSite(open, { needed })).rejects.toThrow(DeckError);
  });
});
