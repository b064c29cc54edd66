/** A text with actions of a template, such as a stylesheet, that runs for a deck. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite } from '../support/site.ts';
import { DECK } from '../support/built-pages.ts';

test('sees the head page of the deck, and what it warns of is reported', () => {
  const pipeline = openSite(memoryFiles(parseSite(DECK)));
  const [deck] = pipeline.decks().decks;
  const found: Diagnostic[] = [];
  const text = '{{ warnf "the colour of %q is old" .Title }}a { color: {{ .Title | lower }} }';
  const source = { path: 'scss/a.scss', text };
  expect(pipeline.runTemplate(deck!, source, (diagnostic) => found.push(diagnostic))).toBe(
    'a { color: deck }',
  );
  expect(found).toMatchObject([
    { code: 'template-says', severity: 'warning', message: 'the colour of "Deck" is old' },
  ]);
});
