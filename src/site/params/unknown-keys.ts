/** Reports keys of front matter and of the configuration that nobody reads and that resemble one of Hugo's. */
import { createDiagnostic, type Diagnostic, nearestName } from '../../diagnostics.ts';
import type { Deck, Page, SiteConfig } from '../../types.ts';
import { locateKey, type TableLocations } from '../locate-key.ts';
import { configNames, customNames, pageNames } from '../options/hugo-keys.ts';
import type { IsRead } from './unknown-options.ts';

/** Names of up to this length have too many others near them: only two swapped letters count. */
const SHORTEST = 4;

/** Names of up to this length may differ in one letter. */
const SHORT = 7;

const configSet = lowerCased(configNames);
const pageSet = lowerCased([...pageNames, 'published', '_build']);

/** Reports misspelt keys of the pages of decks, of pages that were meant as decks, and of the configuration. */
export function checkKeys(
  pages: readonly Page[],
  decks: readonly Deck[],
  { raw, layers }: SiteConfig,
  isRead: IsRead,
): readonly Diagnostic[] {
  const ofDecks = new Set(decks.flatMap((deck) => deck.pages.map(({ source }) => source.path)));
  const inConfig = firstOf(Object.keys(raw)).flatMap((key) => {
    const nearest = configSet.has(key.toLowerCase()) ? undefined : findNearest(key, configNames);
    return report(key, nearest, isRead, layers);
  });
  const inPages = pages.flatMap(({ frontMatter: { data }, location, source }) =>
    firstOf(Object.entries(data)).flatMap(([key, value]) => {
      if (pageSet.has(key.toLowerCase())) return [];
      if (!ofDecks.has(source.path) && !isMeantForReveal(key, value)) return [];
      const nearest = isMeantForReveal(key, value)
        ? nearestName(key, pageNames, 2)
        : findNearest(key, pageNames);
      if (nearest === undefined) return [];
      const isThere = Object.keys(data).some((other) => other.toLowerCase() === nearest.toLowerCase());
      return isThere ? [] : report(key, nearest, isRead, location);
    }),
  );
  return [...inConfig, ...inPages];
}

/** The number of keys of a table that are looked at: one with more of them has data in it, and not options. */
const MAX_KEYS = 500;

const firstOf = <T>(items: readonly T[]): readonly T[] => items.slice(0, MAX_KEYS);

function lowerCased(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Whether a key asks for slides, or sets up reveal.js, in any spelling. */
function isMeantForReveal(key: string, value: unknown): boolean {
  if (/^reveal[-_ ]?hugo$/i.test(key)) return true;
  return /^out?put?s?$/i.test(key) && [value].flat().some((name) => /^reveal$/i.test(String(name)));
}

function findNearest(key: string, names: readonly string[]): string | undefined {
  const name = key.toLowerCase();
  if (customNames.has(name)) return undefined;
  const nearest = nearestName(name, names, name.length <= SHORT ? 1 : 2);
  if (nearest === undefined || nearest.length > SHORTEST) return nearest;
  return lettersOf(name) === lettersOf(nearest.toLowerCase()) ? nearest : undefined;
}

const lettersOf = (name: string): string => name.split('').sort().join('');

const OF_THEME_RE = /^(?:themes|_vendor|node_modules)\//;

function report(
  key: string,
  nearest: string | undefined,
  isRead: IsRead,
  locations: TableLocations,
): readonly Diagnostic[] {
  const location = locateKey(locations, [key]);
  const file = location.source?.path;
  // Variables of the environment are in no file, and what a theme writes is not the author's.
  if (nearest === undefined || file === undefined || OF_THEME_RE.test(file) || isRead(key)) return [];
  return [
    createDiagnostic({
      code: 'key-unknown',
      severity: 'warning',
      message: `nothing reads the key "${key}"`,
      hint: `Did you mean "${nearest}"?`,
      ...location,
    }),
  ];
}
