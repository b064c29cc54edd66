/** Keys of `reveal_hugo` that nobody reads: most often slips in the name of one that somebody does. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Page, Place, SiteConfig, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { readPath } from './formats.ts';
import { type Places, placeOfKey } from './layers.ts';
import { isKnownOption, nearestOption, optionName, snakeCase } from './reveal-options.ts';

/** Whether one of the site's own templates speaks of a key, in the spelling that it is given in. */
export type IsRead = (key: string) => boolean;

/** Who may read a key besides reveal.js and the theme. */
interface Readers {
  /** Whether the deck has plugins or scripts of its author: they find their options beside those of reveal.js. */
  readonly isScripted: boolean;
  readonly isRead: IsRead;
}

/** A table with `reveal_hugo` at some path of keys, and where it stands. */
interface Whole {
  readonly table: Table;
  readonly places: Places;
  readonly paths: readonly Path[];
}

type Path = readonly string[];

/** Where a page, a cascade and a site's params have it. */
const PATHS: readonly Path[] = [['reveal_hugo'], ['params', 'reveal_hugo']];

/** What a deck says itself. What cascades to it is told where that is written. */
export function checkOwnOptions({ frontMatter, place }: Page, readers: Readers): readonly Diagnostic[] {
  return findSlips({ table: frontMatter.data, places: place, paths: PATHS }, readers);
}

/** What a site says to all of its decks, and sections to those below them. What one of these reads is no slip. */
export function checkSharedOptions(
  pages: readonly Page[],
  { raw, layers }: SiteConfig,
  isRead: IsRead,
): readonly Diagnostic[] {
  const languages = Object.keys(tableAt(raw, ['languages']));
  const site: Whole = {
    table: raw,
    places: layers,
    paths: [
      ['params', 'reveal_hugo'],
      // A language has its params below its name too.
      ...languages.flatMap((code) => PATHS.map((path) => ['languages', code, ...path])),
      ...cascadePaths(raw),
    ],
  };
  const sections = pages
    .filter(({ kind }) => kind !== 'page')
    .map(({ params, place }): Whole => ({ table: params, places: place, paths: cascadePaths(params) }));
  const isScripted = [...pages.map(({ params }) => params), raw].some((table) =>
    bringsScripts(table, site.paths),
  );
  return [site, ...sections].flatMap((whole) => findSlips(whole, { isScripted, isRead }));
}

/** `cascade` is a table, or a list of them. */
function cascadePaths(table: Table): readonly Path[] {
  const cascade = readPath(table, ['cascade']);
  const paths: readonly Path[] = Array.isArray(cascade)
    ? cascade.map((_, n) => ['cascade', String(n)])
    : [['cascade']];
  return paths.flatMap((path) => PATHS.map((rest) => [...path, ...rest]));
}

function findSlips({ table, places, paths }: Whole, readers: Readers): readonly Diagnostic[] {
  return paths.flatMap((path) =>
    Object.entries(tableAt(table, path))
      .filter(([key, value]) => isSlip(key, value, readers))
      .map(([key, value]) => unknownOption(key, value, placeOfKey(places, [...path, key]))),
  );
}

/**
 * A plugin may have options of any name; they are tables mostly. A plain value beside them is a slip only where it is
 * near to a key that there is.
 */
function isSlip(key: string, value: unknown, { isScripted, isRead }: Readers): boolean {
  const name = optionName(key);
  if (isKnownOption(name) || (isScripted && isNested(value))) return false;
  if (isScripted && nearestOption(name) === undefined) return false;
  return ![key, name, name.toLowerCase()].some(isRead);
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Whether a table brings plugins or scripts at one of these paths. */
function bringsScripts(table: Table, paths: readonly Path[]): boolean {
  return [...PATHS, ...paths].some((path) =>
    Object.entries(tableAt(table, path)).some(
      ([key, value]) => ['plugins', 'customJs'].includes(optionName(key)) && isSaid(value),
    ),
  );
}

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== '' && value !== null;

function tableAt(table: Table, path: Path): Table {
  const found = readPath(table, path);
  return isTable(found) ? found : {};
}

function unknownOption(key: string, value: unknown, place: Place): Diagnostic {
  const nearest = nearestOption(optionName(key));
  const hint = nearest
    ? `Did you mean "${snakeCase(nearest)}"? It is handed on to reveal.js as it is.`
    : isNested(value)
      ? 'If it is for a plugin, name that in plugins; else take it out.'
      : 'Take the line out: it is handed on to reveal.js, which does nothing with it.';
  return createDiagnostic({
    code: 'param-unknown',
    severity: 'warning',
    message: `neither reveal.js nor the theme has an option named "${key}"`,
    hint,
    ...place,
  });
}
