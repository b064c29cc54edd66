/** Merges `reveal_hugo` of the site and a page, and separates reveal.js's options from those of the theme. */
import { FAILSAFE_ADDRESS, isUnsafeAddress } from '../../attribute-safety.ts';
import { createDiagnostic, type Finding } from '../../diagnostics.ts';

import {
  type DeckParams,
  isOwnTheme,
  type Page,
  type Report,
  sectionProgressKinds,
  type SiteConfig,
  type SourceLocation,
  type Table,
} from '../../types.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { locateKey } from '../locate-key.ts';
import { checkOptionTypes } from './option-types.ts';
import { revealOptions } from '../options/reveal-hugo.ts';
import { styleOptions } from '../options/theme-options.ts';
import { normalizePlugins, textList } from './plugins.ts';
import { ignoredOptions, isThemeKey, optionName, snakeCase } from './reveal-options.ts';

/** Options of reveal.js for which the reveal-hugo theme has another default. Source: docs/compatibility.md#options. */
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

/** Keys that name files and accents, whose locations are kept for later checks. */
const FILE_KEYS = ['accent', 'customTheme', 'customCss', 'customJs', 'highlightTheme', 'plugins', 'theme'];

/** Merges the options of site and page like the theme: the page takes precedence, and tables are not merged. */
export function resolveDeckParams(config: SiteConfig, head: Page, report: Report): DeckParams {
  const layers = readLayers(config, head).map((layer) => withoutWrongTypes(layer, report));
  const merged: Table = Object.assign({}, ...layers.map(({ table }) => table));
  // The last layer that sets a key is the one to fix.
  const locate = (key: string): SourceLocation =>
    layers.findLast(({ table }) => key in table)?.locate(key) ?? {};
  const reportAt: ReportAt = (key, finding) =>
    report(createDiagnostic({ ...finding, severity: 'warning', ...locate(key) }));
  for (const key of ignoredOptions) if (key in merged) reportAt(key, ignored(key));
  const options = Object.entries(merged).filter(([key]) => !isThemeKey(key));
  const customTheme = text(merged['customTheme']);
  const around = resolveAround(merged);
  const theme = (text(merged['theme']) ?? themeDefaults.theme).replace(/\.css$/, '');
  return {
    options: {
      ...revealDefaults,
      // It replaces the bar of reveal.js, unless the author wants both.
      ...(around.sectionProgress && { progress: false }),
      ...Object.fromEntries(options),
    },
    theme,
    ...(typeof merged['accent'] === 'string' && { accent: merged['accent'] }),
    ...(merged['phoneView'] === 'read' && { phoneView: 'read' }),
    customTheme,
    compilesTheme: merged['customThemeCompile'] === true || /\.s[ac]ss$/i.test(customTheme ?? ''),
    themeOptions: isTable(merged['customThemeOptions']) ? merged['customThemeOptions'] : {},
    customCss: textList(merged['customCss']),
    customJs: textList(merged['customJs']),
    highlightTheme: text(merged['highlightTheme']) ?? defaultHighlightTheme(theme),
    ...(merged['fitImages'] === true && { fitImages: true }),
    plugins: normalizePlugins(
      layers.map(({ table }) => table['plugins'] ?? []),
      locate('plugins'),
      report,
    ),
    loadDefaultPlugins: merged['loadDefaultPlugins'] !== false,
    ...(typeof merged['offline'] === 'boolean' && { offline: merged['offline'] }),
    download: merged['download'] === true,
    og: merged['og'] === true,
    ...around,
    logo: resolveLogo([
      readPath(config.params, ['logo']),
      readPath(head.params, ['logo']),
      readPath(head.params, ['params', 'logo']),
      merged['logo'],
    ]),
    locations: Object.fromEntries(
      FILE_KEYS.filter((key) => key in merged).map((key) => [snakeCase(key), locate(key)]),
    ),
  };
}

/** Themes of deckwright have their own colours of code. */
const defaultHighlightTheme = (theme: string): string =>
  isOwnTheme(theme) ? 'studio' : themeDefaults.highlightTheme;

type ReportAt = (key: string, finding: Omit<Finding, 'source' | 'offset'>) => void;

/** A table of options by name, with the location of each. */
interface Layer {
  readonly table: Table;
  readonly locate: (name: string) => SourceLocation;
}

function readLayers(config: SiteConfig, head: Page): readonly Layer[] {
  const languages = [['languages', head.language, 'params'], ['languages', head.language], ['params']];
  return [
    createLayer(readPath(config.params, ['reveal_hugo']), (key) =>
      // A language takes precedence over the site.
      languages.map((path) => locateKey(config.layers, [...path, 'reveal_hugo', key])).find(hasLocation),
    ),
    ...[['reveal_hugo'], ['params', 'reveal_hugo']].map((path) =>
      createLayer(readPath(head.params, path), (key) => locateKey(head.location, [...path, key])),
    ),
  ];
}

function withoutWrongTypes({ table, locate }: Layer, report: Report): Layer {
  const checked = checkOptionTypes(table, locate);
  for (const diagnostic of checked.diagnostics) report(diagnostic);
  return { table: checked.table, locate };
}

const hasLocation = ({ source }: SourceLocation): boolean => source !== undefined;

/** Creates a layer. A key can be written in several spellings, the last of which is used. */
function createLayer(value: unknown, locate: (written: string) => SourceLocation | undefined): Layer {
  const entries = isTable(value) ? Object.entries(value) : [];
  const written = new Map(entries.map(([key]) => [optionName(key), key]));
  return {
    table: Object.fromEntries(entries.map(([key, item]) => [optionName(key), item])),
    locate: (name) => locate(written.get(name) ?? name) ?? {},
  };
}

function ignored(key: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'param-ignored',
    message: `reveal_hugo.${snakeCase(key)} has no effect: scripts are never loaded from another host`,
    hint: 'Remove the line: the script is included.',
  };
}

/** What is shown around the slides. */
function resolveAround(merged: Table): Pick<DeckParams, 'footer' | 'sectionProgress'> {
  const footer = text(merged['footer'])?.trim();
  const sectionProgress = sectionProgressKinds.find(
    (kind) => kind === (merged['sectionProgress'] === true ? 'bar' : merged['sectionProgress']),
  );
  return { ...(footer && { footer }), ...(sectionProgress && { sectionProgress }) };
}

/** Resolves `logo` like the theme, which reads each of its keys from the page or else from the site. */
function resolveLogo(layers: readonly unknown[]): Table | undefined {
  const tables = layers.filter(isTable);
  if (tables.length === 0) return undefined;
  const logo: Table = Object.assign({}, ...tables);
  // As in Hugo, an address that would run code is replaced.
  const isUnsafe = typeof logo['src'] === 'string' && isUnsafeAddress(logo['src'], 'image');
  return isUnsafe ? { ...logo, src: FAILSAFE_ADDRESS } : logo;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
