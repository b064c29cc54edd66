/** `reveal_hugo` of the site and of a page, merged and told apart: options of reveal.js, and what is the theme's own. */
import { createDiagnostic, type Finding, nearestName } from '../diagnostics.ts';
import type { DeckParams, Page, Place, Report, SiteConfig, Table, TablePlace } from '../types.ts';
import { codeStyle } from './code-styles.ts';
import { isTable, offsetOfKey, readPath } from './formats.ts';
import { normalizePlugins, textList } from './plugins.ts';
import { isThemeKey, nearestOption, optionName, snakeCase } from './reveal-options.ts';

/** What the reveal-hugo theme gives reveal.js where neither site nor page says anything (reference, Q24). */
const revealDefaults = {
  center: true,
  controls: true,
  history: true,
  progress: true,
  transition: 'slide',
} as const;

const themeDefaults = { theme: 'black', highlightTheme: 'default' } as const;

/** The themes that reveal.js brings. */
const revealThemes: readonly string[] = [
  'beige', 'black', 'black-contrast', 'blood', 'dracula', 'league', 'moon',
  'night', 'serif', 'simple', 'sky', 'solarized', 'white', 'white-contrast',
]; // prettier-ignore

/** Where the theme would take scripts from another host. Ours are of one piece with the rest of the client. */
const IGNORED_KEYS = ['revealCdn', 'highlightCdn', 'mathjaxCdn', 'mermaidCdn'];

/** Keys with names of files, which are looked for when all decks are known. */
const FILE_KEYS = ['customTheme', 'customCss', 'customJs', 'highlightTheme', 'plugins'];

/** Merges site and page, the page over the site, key by key and not deeper, as the theme does. */
export function resolveDeckParams(config: SiteConfig, head: Page, report: Report): DeckParams {
  const layers = readLayers(config, head);
  const merged: Table = Object.assign({}, ...layers.map(({ table }) => table));
  const placeOfKey = (key: string): Place =>
    // The layer that has the last word on a key is the one to mend.
    placeOf(
      layers.findLast(({ table }) => key in table),
      key,
    );
  const say: Say = (key, finding) =>
    report(createDiagnostic({ ...finding, severity: 'warning', ...placeOfKey(key) }));
  for (const key of IGNORED_KEYS) if (key in merged) say(key, ignored(key));
  const options = Object.entries(merged).filter(([key]) => !isThemeKey(key));
  for (const [key, value] of options) sayUnknown(key, value, say);
  const customTheme = text(merged['customTheme']);
  return {
    options: { ...revealDefaults, ...Object.fromEntries(options) },
    theme: resolveTheme(merged['theme'], say),
    customTheme,
    compilesTheme: merged['customThemeCompile'] === true || /\.s[ac]ss$/i.test(customTheme ?? ''),
    themeOptions: isTable(merged['customThemeOptions']) ? merged['customThemeOptions'] : {},
    customCss: textList(merged['customCss']),
    customJs: textList(merged['customJs']),
    highlightTheme: text(merged['highlightTheme']) ?? siteCodeStyle(config) ?? themeDefaults.highlightTheme,
    plugins: normalizePlugins(
      layers.map(({ table }) => table['plugins'] ?? []),
      placeOfKey('plugins'),
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
      FILE_KEYS.filter((key) => key in merged).map((key) => [snakeCase(key), placeOfKey(key)]),
    ),
  };
}

type Say = (key: string, finding: Omit<Finding, 'source' | 'offset'>) => void;

/** One table of options, and where it stands. */
interface Layer {
  readonly table: Table;
  readonly place: TablePlace | undefined;
  readonly path: readonly string[];
}

function readLayers(config: SiteConfig, head: Page): readonly Layer[] {
  const layer = (params: Table, place: TablePlace | undefined, path: readonly string[]): Layer => ({
    table: renameKeys(readPath(params, path)),
    place,
    path,
  });
  return [
    { ...layer(config.params, config.place, ['reveal_hugo']), path: ['params', 'reveal_hugo'] },
    layer(head.params, head.place, ['reveal_hugo']),
    layer(head.params, head.place, ['params', 'reveal_hugo']),
  ];
}

function renameKeys(value: unknown): Table {
  if (!isTable(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [optionName(key), item]));
}

/** The author may have written the key in any of its spellings. */
function placeOf(layer: Layer | undefined, key: string): Place {
  const place = layer?.place;
  if (!place) return {};
  const offsets = [key, snakeCase(key)].map((name) => offsetOfKey(place, [...layer.path, name]));
  return { source: place.source, offset: Math.max(...offsets) };
}

function ignored(key: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'param-ignored',
    message: `reveal_hugo.${snakeCase(key)} has no effect, because decks never load their scripts from another host`,
    hint: 'Take the line out: what it names comes with deckwright.',
  };
}

function sayUnknown(key: string, value: unknown, say: Say): void {
  const nearest = nearestOption(key, value);
  if (nearest === undefined) return;
  say(key, {
    code: 'param-unknown',
    message: `neither reveal.js nor the theme has an option named "${snakeCase(key)}"`,
    hint: `Did you mean ${snakeCase(nearest)}? It is handed on to reveal.js as it is.`,
  });
}

function resolveTheme(value: unknown, say: Say): string {
  const theme = (text(value) ?? themeDefaults.theme).replace(/\.css$/, '');
  if (revealThemes.includes(theme)) return theme;
  const nearest = nearestName(theme, revealThemes);
  say('theme', {
    code: 'theme-unknown',
    message: `reveal.js has no theme named "${theme}", so the deck is shown in ${themeDefaults.theme}`,
    hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}The themes are ${revealThemes.join(', ')}.`,
  });
  return themeDefaults.theme;
}

/** The theme looks `logo.src` and its neighbours up one by one, in the page and then in the site. */
function resolveLogo(layers: readonly unknown[]): Table | undefined {
  const tables = layers.filter(isTable);
  return tables.length > 0 ? (Object.assign({}, ...tables) as Table) : undefined;
}

/** Where Hugo itself colours code, its own style counts for all code of a deck. */
function siteCodeStyle({ markup: { highlight } }: SiteConfig): string | undefined {
  return highlight.codeFences && highlight.style ? codeStyle(highlight.style) : undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
