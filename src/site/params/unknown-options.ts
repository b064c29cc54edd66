/** Reports unknown keys of `reveal_hugo`, which are mostly misspelt. */
import { createDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import type { Page, SourceLocation, SiteConfig, Table } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { isKnownOption, nearestOption, optionName, snakeCase } from './reveal-options.ts';

/** Tells whether one of the site's own templates mentions a key in this spelling. */
export type IsRead = (key: string) => boolean;

/** Other readers of options than reveal.js and the theme. */
interface Readers {
  /** Whether the deck has plugins or scripts of its own, which can read any option. */
  readonly isScripted: boolean;
  readonly isRead: IsRead;
}

/** A table that contains `reveal_hugo`, with its location. */
interface OptionSource {
  readonly table: Table;
  readonly locations: TableLocations;
  readonly paths: readonly Path[];
}

type Path = readonly string[];

/** Paths of `reveal_hugo` in a page, a cascade and the params of a site. */
const PATHS: readonly Path[] = [['reveal_hugo'], ['params', 'reveal_hugo']];

/** Checks the options in a deck's own front matter. Cascading options are checked where they are written. */
export function checkPageOptions({ frontMatter, location }: Page, readers: Readers): readonly Diagnostic[] {
  return findUnknownOptions({ table: frontMatter.data, locations: location, paths: PATHS }, readers);
}

/** Checks options of the site and of cascades. An option that any of the decks reads is not reported. */
export function checkSharedOptions(
  pages: readonly Page[],
  { raw, layers }: SiteConfig,
  isRead: IsRead,
): readonly Diagnostic[] {
  const languages = Object.keys(tableAt(raw, ['languages']));
  const site: OptionSource = {
    table: raw,
    locations: layers,
    paths: [
      ['params', 'reveal_hugo'],
      // Languages can have params of their own.
      ...languages.flatMap((code) => PATHS.map((path) => ['languages', code, ...path])),
      ...cascadePaths(raw),
    ],
  };
  const sections = pages
    .filter(({ kind }) => kind !== 'page')
    .map(({ params, location }): OptionSource => ({
      table: params,
      locations: location,
      paths: cascadePaths(params),
    }));
  const isScripted = [...pages.map(({ params }) => params), raw].some((table) =>
    bringsScripts(table, site.paths),
  );
  return [site, ...sections].flatMap((source) => findUnknownOptions(source, { isScripted, isRead }));
}

/** Lists the paths of `reveal_hugo` in `cascade`, which is a table or a list of tables. */
function cascadePaths(table: Table): readonly Path[] {
  const cascade = readPath(table, ['cascade']);
  const paths: readonly Path[] = Array.isArray(cascade)
    ? cascade.map((_, n) => ['cascade', String(n)])
    : [['cascade']];
  return paths.flatMap((path) => PATHS.map((rest) => [...path, ...rest]));
}

function findUnknownOptions(
  { table, locations, paths }: OptionSource,
  readers: Readers,
): readonly Diagnostic[] {
  return paths.flatMap((path) =>
    Object.entries(tableAt(table, path))
      .filter(([key, value]) => isUnknownOption(key, value, readers))
      .map(([key, value]) => unknownOption(key, value, locateKey(locations, [...path, key]))),
  );
}

/**
 * Whether a key is unknown. Options of plugins can have any name and are mostly tables, so with plugins, other values
 * are reported only if their key resembles a known one.
 */
function isUnknownOption(key: string, value: unknown, { isScripted, isRead }: Readers): boolean {
  const name = optionName(key);
  if (isKnownOption(name) || (isScripted && isNested(value))) return false;
  if (isScripted && nearestOption(name) === undefined) return false;
  return ![key, name, name.toLowerCase()].some(isRead);
}

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Whether a table adds plugins or scripts at one of these paths. */
function bringsScripts(table: Table, paths: readonly Path[]): boolean {
  return [...PATHS, ...paths].some((path) =>
    Object.entries(tableAt(table, path)).some(
      ([key, value]) => ['plugins', 'customJs'].includes(optionName(key)) && isSet(value),
    ),
  );
}

const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== '' && value !== null;

function tableAt(table: Table, path: Path): Table {
  const found = readPath(table, path);
  return isTable(found) ? found : {};
}

function unknownOption(key: string, value: unknown, location: SourceLocation): Diagnostic {
  const nearest = nearestOption(optionName(key));
  const hint = nearest
    ? `Did you mean "${snakeCase(nearest)}"? As written, it has no effect.`
    : isNested(value)
      ? 'If a plugin uses it, list the plugin in plugins; otherwise remove it.'
      : 'Remove the line: reveal.js ignores it.';
  return createDiagnostic({
    code: 'param-unknown',
    severity: 'warning',
    message: `unknown option "${key}": neither reveal.js nor the theme has it`,
    hint,
    ...location,
  });
}
