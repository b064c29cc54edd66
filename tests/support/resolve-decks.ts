/** The decks of a site without mistakes. */
import { expect } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import type { Deck, SiteOverrides } from '../../src/types.ts';
import { openSite, parseSite } from './site.ts';

export const REVEAL = '+++\noutputs = ["Reveal"]\n+++\n';

type SiteText = string | Readonly<Record<string, string>>;

/** The decks of a site, which has to be without mistakes. */
export function resolveDecks(site: SiteText, overrides?: SiteOverrides): readonly Deck[] {
  const files = typeof site === 'string' ? parseSite(site) : site;
  const { decks, diagnostics } = openSite(memoryFiles(files), overrides).decks();
  expect(diagnostics).toEqual([]);
  return decks;
}

/** The paths of the pages of each deck, by the path of its output. */
export function resolveDeckPaths(
  site: SiteText,
  overrides?: SiteOverrides,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    resolveDecks(site, overrides).map(({ outputPath, pages }) => [outputPath, pages.map(({ path }) => path)]),
  );
}
