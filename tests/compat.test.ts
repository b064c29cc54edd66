/** The slides that Hugo makes of 47 small sites, or better ones on purpose: each case says in about.md what it is about. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../src/files.ts';
import { flatten, reduceDeck, type ReducedDeck, serialize } from './support/reduce-slides.ts';
import { buildSite } from './support/site.ts';

const CASES = path.join(import.meta.dirname, 'compat');

describe('slides agree with Hugo and reveal-hugo', () => {
  for (const name of readdirSync(CASES)) test(name, () => compareCase(name));
});

function compareCase(name: string): void {
  const expected = JSON.parse(readFileSync(path.join(CASES, name, 'expected.json'), 'utf8')) as Record<
    string,
    ReducedDeck
  >;
  const { outputs, diagnostics } = buildSite(diskFiles(path.join(CASES, name, 'site')));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const [page, deck] of Object.entries(expected)) {
    const output = outputs.find((candidate) => candidate.path === page);
    const actual = output && reduceDeck(output.text, page);
    expect(actual?.title, `title of ${page}`).toBe(deck.title);
    // Line marks of code count only where the expected slides have some: Hugo's own highlighter drops them.
    const lines = JSON.stringify(deck).includes('"lines":');
    expect(
      flatten(actual).map((slide) => serialize(slide, { lines })),
      page,
    ).toEqual(flatten(deck).map((slide) => serialize(slide, { lines })));
  }
}
