import { expect, test } from 'vitest';
import { missingPackages } from '../../src/bundle/packages.ts';
import { memoryFiles } from '../../src/files.ts';
import type { RenderedDeck } from '../../src/types.ts';
import { openSite } from '../support/site.ts';

function deckOf(text: string): RenderedDeck {
  const pipeline = openSite(memoryFiles({ 'content/_index.md': `---\noutputs: Reveal\n---\n${text}\n` }));
  const [deck] = pipeline.decks().decks;
  if (!deck) throw new Error('there is no deck');
  return pipeline.render(deck);
}

const DIAGRAM = '```mermaid\ngraph LR\n```';

test('a deck with a diagram does without, and says what to install', () => {
  const { features, diagnostics } = missingPackages(deckOf(DIAGRAM), '.', () => undefined);
  expect(features).toEqual(['mermaid']);
  expect(diagnostics).toMatchObject([
    {
      code: 'mermaid-package-missing',
      severity: 'error',
      hint: expect.stringContaining('npm install --save-dev mermaid') as string,
      file: 'content/_index.md',
      line: 4,
    },
  ]);
});

test('a deck without one, or with mermaid at hand, lacks nothing', () => {
  const none = { features: [], diagnostics: [] };
  expect(missingPackages(deckOf('# A'), '.', () => undefined)).toEqual(none);
  expect(missingPackages(deckOf(DIAGRAM), '.', () => '/somewhere')).toEqual(none);
});
