/** `reveal_hugo` of the site and of a page, merged and told apart: options of reveal.js, and what is the theme's own. */
import { createDiagnostic, type Finding } from '../diagnostics.ts';
import type { DeckParams, Page, Place, Report, SiteConfig, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { readPath } from './formats.ts';
import { placeOfKey } from './layers.ts';
import { checkOptionTypes } from './option-types.ts';
import { revealOptions } from './options/reveal-hugo.ts';
import { styleOptions } from './options/theme.ts';
import { normalizePlugins, textList } from './plugins.ts';
import { ignoredOptions, isThemeKey, optionName, snakeCase } from './reveal-options.ts';

/**
 * What the reveal-hugo theme gives reveal.js where neither site nor page sets an option.
 * Source: docs/compatibility.md#options.
 */
const revealDefaults = Object.fromEntries(
  ['center', 'controls', 'history', 'progress', 'transition'].map((name) => [
    name,
    revealOptions[name]?.default,
  ]),
);

const themeDefaults = {
  theme: styleOptions.theme.default,
  highlightTheme: styleOptions.highlightTheme.default,
} as const;

/** Keys with names of files, which are looked for when all decks are known. */
const FILE_KEYS = ['customTheme', 'customCss', 'customJs', 'highlightTheme', 'plugins', 'theme'];

/** Merges site and page, the page over the site, key by key and not deeper, as the theme does. */
export function resolveDeckParams(config: SiteConfig, head: Page, report: Report): DeckParams {
  const layers = readLayers(config, head).map((layer) => withoutWrongTypes(layer, report));
  const merged: Table = Object.assign({}, ...layers.map(({ table }) => table));
  // The layer that has the last word on a key is the one to mend.
  const placeOf = (key: string): Place => layers.findLast(({ table }) => key in table)?.placeOf(key) ?? {};
  const say: Say = (key, finding) =>
    report(createDiagnostic({ ...finding, severity: 'warning', ...placeOf(key) }));
  for (const key of ignoredOptions) if (key in merged) say(key, ignored(key));
  const options = Object.entries(merged).filter(([key]) => !isThemeKey(key));
  const customTheme = text(merged['customTheme']);
  return {
    options: { ...revealDefaults, ...Object.fromEntries(options) },
    theme: (text(merged['theme']) ?? themeDefaults.theme).replace(/\.css$/, ''),
    customTheme,
    compilesTheme: merged['customThemeCompile'] === true || /\.s[ac]ss$/i.test(customTheme ?? ''),
    themeOptions: isTable(merged['customThemeOptions']) ? merged['customThemeOptions'] : {},
    customCss: textList(merged['customCss']),
    customJs: textList(merged['customJs']),
    highlightTheme: text(merged['highlightTheme']) ?? themeDefaults.highlightTheme,
    plugins: normalizePlugins(
      layers.map(({ table }) => table['plugins'] ?? []),
      placeOf('plugins'),
      report,
    ),
    loadDefaultPlugins: merged['loadDefaultPlugins'] !== false,
    ...(typeof merged['offline'] === 'boolean' && { offline: merged['offline'] }),
    logo: resolveLogo([
      readPath(config.params, ['logo']),
      readPath(head.params, ['logo']),
      readPath(head.params, ['params', 'logo']),
      merged['logo'],
    ]),
    places: Object.fromEntries(
      FILE_KEYS.filter((key) => key in merged).map((key) => [snakeCase(key), placeOf(key)]),
    ),
  };
}

type Say = (key: string, finding: Omit<Finding, 'source' | 'offset'>) => void;

/** One table of options by their names, and where each of them stands. */
interface Layer {
  readonly table: Table;
  readonly placeOf: (name: string) => Place;
}

function readLayers(config: SiteConfig, head: Page): readonly Layer[] {
  const languages = [['languages', head.language, 'params'], ['languages', head.language], ['params']];
  return [
    createLayer(readPath(config.params, ['reveal_hugo']), (key) =>
      // What a language says wins over what the site says.
      languages.map((path) => placeOfKey(config.layers, [...path, 'reveal_hugo', key])).find(isPlace),
    ),
    ...[['reveal_hugo'], ['params', 'reveal_hugo']].map((path) =>
      createLayer(readPath(head.params, path), (key) => placeOfKey(head.place, [...path, key])),
    ),
  ];
}

function withoutWrongTypes({ table, placeOf }: Layer, report: Report): Layer {
  const checked = checkOptionTypes(table, placeOf);
  for (const diagnostic of checked.diagnostics) report(diagnostic);
  return { table: checked.table, placeOf };
}

const isPlace = ({ source }: Place): boolean => source !== undefined;

/** The author may have written a key in any of its spellings, and in several: the last one counts. */
function createLayer(value: unknown, placeOf: (written: string) => Place | undefined): Layer {
  const entries = isTable(value) ? Object.entries(value) : [];
  const written = new Map(entries.map(([key]) => [optionName(key), key]));
  return {
    table: Object.fromEntries(entries.map(([key, item]) => [optionName(key), item])),
    placeOf: (name) => placeOf(written.get(name) ?? name) ?? {},
  };
}

function ignored(key: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'param-ignored',
    message: `reveal_hugo.${snakeCase(key)} has no effect, because decks never load their scripts from another host`,
    hint: 'Take the line out: what it names comes with deckwright.',
  };
}

/** The theme looks `logo.src` and its neighbours up one by one, in the page and then in the site. */
function resolveLogo(layers: readonly unknown[]): Table | undefined {
  const tables = layers.filter(isTable);
  return tables.length > 0 ? (Object.assign({}, ...tables) as Table) : undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
