/** `reveal_hugo` of the site and of a page, merged and told apart: options of reveal.js, and what is the theme's own. */
import { createDiagnostic, type Finding, nearestName } from '../diagnostics.ts';
import type { DeckParams, Page, Report, SiteConfig, Table, TablePlace } from '../types.ts';
import { isTable, offsetOfKey, readPath } from './formats.ts';

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

/** Keys of `reveal_hugo` that are the theme's; all others are reveal.js's own and go to it untouched. */
const THEME_KEYS: ReadonlySet<string> = new Set([
  'customCss', 'customJs', 'customTheme', 'customThemeCompile', 'customThemeOptions', 'highlightTheme',
  'loadDefaultPlugins', 'logo', 'plugins', 'revealCdn', 'templates', 'theme',
]); // prettier-ignore

/** What the theme does with these is not done yet, and said where they are used. */
const PENDING_KEYS = [
  'customJs',
  'customThemeCompile',
  'customThemeOptions',
  'plugins',
  'revealCdn',
  'templates',
];

/** Merges site and page, the page over the site, key by key and not deeper, as the theme does. */
export function resolveDeckParams(config: SiteConfig, head: Page, report: Report): DeckParams {
  const layers = [
    {
      table: camelCaseKeys(readPath(config.params, ['reveal_hugo'])),
      place: config.place,
      path: ['params', 'reveal_hugo'],
    },
    {
      table: camelCaseKeys(readPath(head.params, ['reveal_hugo'])),
      place: head.place,
      path: ['reveal_hugo'],
    },
    {
      table: camelCaseKeys(readPath(head.params, ['params', 'reveal_hugo'])),
      place: head.place,
      path: ['params', 'reveal_hugo'],
    },
  ];
  const merged: Table = Object.assign({}, ...layers.map(({ table }) => table));
  const say = (key: string, finding: Omit<Finding, 'source' | 'offset'>): void => {
    // The layer that has the last word on a key is the one to mend.
    const layer = layers.findLast(({ table }) => key in table);
    report(createDiagnostic({ ...finding, severity: 'warning', ...placeOf(layer, key) }));
  };
  for (const key of PENDING_KEYS) if (key in merged) say(key, pending(key));
  const options = Object.entries(merged).filter(([key]) => !THEME_KEYS.has(key));
  return {
    options: { ...revealDefaults, ...Object.fromEntries(options) },
    theme: resolveTheme(merged['theme'], say),
    customTheme: text(merged['customTheme']),
    customCss: text(merged['customCss']),
    highlightTheme: text(merged['highlightTheme']) ?? themeDefaults.highlightTheme,
    loadDefaultPlugins: merged['loadDefaultPlugins'] !== false,
    logo: isTable(merged['logo']) ? merged['logo'] : undefined,
  };
}

/** One table of options, and where it stands. */
interface Layer {
  readonly place: TablePlace | undefined;
  readonly path: readonly string[];
}

/** The author may have written the key in either spelling. */
function placeOf(layer: Layer | undefined, key: string): Pick<Finding, 'source' | 'offset'> {
  const place = layer?.place;
  if (!place) return {};
  const offsets = [key, snakeCase(key)].map((name) => offsetOfKey(place, [...layer.path, name]));
  return { source: place.source, offset: Math.max(...offsets) };
}

const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function pending(key: string): Omit<Finding, 'source' | 'offset'> {
  return {
    code: 'param-pending',
    message: `deckwright does not know reveal_hugo.${snakeCase(key)} yet, so it has no effect`,
    hint: 'The deck is built without it. The README says what is not there yet.',
  };
}

/** `slide_number` and `slideNumber` are one option; `autoSlide-x` is none, and left as it is. */
function camelCaseKeys(value: unknown): Table {
  if (!isTable(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      item,
    ]),
  );
}

function resolveTheme(
  value: unknown,
  say: (key: string, finding: Omit<Finding, 'source' | 'offset'>) => void,
): string {
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

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
