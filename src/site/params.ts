/** `reveal_hugo` of the site and of a page, merged and told apart: options of reveal.js, and what is the theme's own. */
import { createDiagnostic, nearestName } from '../diagnostics.ts';
import type { DeckParams, Page, Report, SiteConfig, Table } from '../types.ts';
import { isTable, readPath } from './formats.ts';

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
  const merged = { ...camelCaseKeys(readPath(config.params, ['reveal_hugo'])), ...pageParams(head) };
  for (const key of PENDING_KEYS)
    if (key in merged) report(pending(key, key in pageParams(head) ? head : undefined));
  const options = Object.entries(merged).filter(([key]) => !THEME_KEYS.has(key));
  return {
    options: { ...revealDefaults, ...Object.fromEntries(options) },
    theme: resolveTheme(merged['theme'], head, report),
    customTheme: text(merged['customTheme']),
    customCss: text(merged['customCss']),
    highlightTheme: text(merged['highlightTheme']) ?? themeDefaults.highlightTheme,
    loadDefaultPlugins: merged['loadDefaultPlugins'] !== false,
    logo: isTable(merged['logo']) ? merged['logo'] : undefined,
  };
}

function pending(key: string, page: Page | undefined): ReturnType<typeof createDiagnostic> {
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return createDiagnostic({
    code: 'param-pending',
    severity: 'warning',
    message: `deckwright does not know reveal_hugo.${name} yet, so it has no effect`,
    hint: 'The deck is built without it. The README says what is not there yet.',
    ...(page && { source: page.source, offset: 0 }),
  });
}

function pageParams(page: Page): Table {
  return {
    ...camelCaseKeys(readPath(page.params, ['reveal_hugo'])),
    ...camelCaseKeys(readPath(page.params, ['params', 'reveal_hugo'])),
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

function resolveTheme(value: unknown, head: Page, report: Report): string {
  const theme = (text(value) ?? themeDefaults.theme).replace(/\.css$/, '');
  if (revealThemes.includes(theme)) return theme;
  const nearest = nearestName(theme, revealThemes);
  report(
    createDiagnostic({
      code: 'theme-unknown',
      severity: 'warning',
      message: `reveal.js has no theme named "${theme}", so the deck is shown in ${themeDefaults.theme}`,
      hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}The themes are ${revealThemes.join(', ')}.`,
      source: head.source,
      offset: 0,
    }),
  );
  return themeDefaults.theme;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
