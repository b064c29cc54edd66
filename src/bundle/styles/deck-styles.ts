/** Finds the stylesheets of a deck: its theme, its code style, and custom CSS. */
import path from 'node:path';
import { attempt, createDiagnostic, nearestName } from '../../diagnostics.ts';
import {
  accents,
  builtInThemes,
  isBuiltInTheme,
  isOwnTheme,
  isRevealTheme,
  type RenderedDeck,
  type Theme,
} from '../../types.ts';
import { isBuiltInPluginStyle } from '../authors-scripts.ts';
import { locateParam } from '../locate-param.ts';
import {
  createFontStylesheet,
  type ResolvedStyle,
  resolveStyle,
  type StyleInput,
  type StyleContext,
} from './authors-styles.ts';
import { highlightFile, unknownHighlightTheme } from './code-styles.ts';
import { isAccent } from './own-themes.ts';
import { findPackageTheme, isInstalled } from './package-theme.ts';

/** The stylesheets of a deck. */
export interface FoundStyles {
  readonly theme: Theme;
  /** The highlight.js style; `undefined` if a stylesheet of the author replaces it. */
  readonly highlightTheme: string | undefined;
  /** In order: the custom theme, the site's own code style, custom CSS. */
  readonly all: readonly ResolvedStyle[];
  readonly pluginStyles: readonly ResolvedStyle[];
}

/** Finds the stylesheets of a deck. Missing ones are reported. */
export function findStyles(rendered: RenderedDeck, context: StyleContext): FoundStyles {
  const { params } = rendered;
  const find = createFinder(rendered, context);
  const code = findCodeStyle(rendered, context, find);
  const overlays = params.customCss.flatMap((wanted) => find(wanted, 'custom_css'));
  const pluginStyles = params.plugins.flatMap(({ css }) =>
    css
      .filter((wanted) => !isBuiltInPluginStyle(wanted) || context.files.find(wanted) !== undefined)
      .flatMap((wanted) => find(wanted, 'plugins')),
  );
  const theme = findTheme(rendered, context, find);
  return {
    theme: theme.theme,
    highlightTheme: code.name,
    all: [...theme.own, ...code.own, ...overlays],
    pluginStyles,
  };
}

type Finder = (wanted: string, param: string, more?: Partial<StyleInput>) => readonly ResolvedStyle[];

function createFinder(rendered: RenderedDeck, context: StyleContext): Finder {
  const folder = path.posix.dirname(rendered.deck.outputPath);
  return (wanted, param, more = {}) => {
    const compiles = /\.s[ac]ss$/i.test(wanted);
    const location = locateParam(rendered, param);
    const plain = { path: wanted, param, location, compiles, options: {}, folder, fallback: 'without it' };
    const input = { ...plain, ...more };
    // The error is reported, and the other stylesheets are still checked.
    const found = attempt(() => resolveStyle(input, context), context.report);
    return found ? [found] : [];
  };
}

/** A theme, and the stylesheets of the author that replace or extend it. */
interface FoundTheme {
  readonly theme: Theme;
  readonly own: readonly ResolvedStyle[];
}

/** The path of a reveal.js theme in reveal-hugo. */
const REVEAL_THEME_RE = /(?:^|\/)reveal-?js\/(?:dist|css)\/theme\/([a-z-]+)\.css$/;

function findTheme(rendered: RenderedDeck, context: StyleContext, find: Finder): FoundTheme {
  const { params } = rendered;
  const wanted = params.customTheme;
  if (wanted === undefined) return findNamedTheme(rendered, context, find);
  const name = REVEAL_THEME_RE.exec(wanted)?.[1] ?? '';
  if (isRevealTheme(name) && context.files.find(wanted) === undefined) return { theme: name, own: [] };
  const themes = find(wanted, 'custom_theme', {
    compiles: params.compilesTheme,
    options: params.themeOptions,
    fallback: `with the theme "${params.theme}"`,
  });
  const [theme] = themes;
  if (!theme) return findNamedTheme(rendered, context, find);
  const fonts = createFontStylesheet(theme, context.files);
  return { theme: theme.base ?? 'custom', own: fonts ? [fonts, theme] : [theme] };
}

/** The theme of decks that name none, or an unknown one. */
const DEFAULT_THEME = 'black';

/** The current and former folders of reveal.js themes in reveal-hugo: a site's file in them overrides the theme. */
const THEME_FOLDERS = ['reveal-js/dist/theme', 'reveal-js/css/theme'];

function findNamedTheme(rendered: RenderedDeck, context: StyleContext, find: Finder): FoundTheme {
  const { theme } = rendered.params;
  const file = ownFile(
    THEME_FOLDERS.map((folder) => `${folder}/${theme}.css`),
    context,
  );
  if (file !== undefined) return { theme: 'custom', own: find(file, 'theme', { folder: '.' }) };
  if (isOwnTheme(theme)) checkAccent(rendered, context);
  if (isBuiltInTheme(theme)) return { theme, own: [] };
  const found = findPackageTheme(theme, context.files);
  if (found) return { theme: found.base ?? 'custom', own: [found.style] };
  reportUnknownTheme(rendered, context);
  return { theme: DEFAULT_THEME, own: [] };
}

/** A highlight.js style, or the stylesheet of the author that replaces it. */
interface FoundCodeStyle {
  /** `undefined` if replaced by a stylesheet of the author. */
  readonly name: string | undefined;
  readonly own: readonly ResolvedStyle[];
}

function findCodeStyle(rendered: RenderedDeck, context: StyleContext, find: Finder): FoundCodeStyle {
  const name = rendered.params.highlightTheme;
  const plain = name.replace(/(?:\.min)?\.css$/, '');
  const file = ownFile(
    ['.min.css', '.css'].map((end) => `highlight-js/${plain}${end}`),
    context,
  );
  if (file !== undefined) return { name: undefined, own: find(file, 'highlight_theme', { folder: '.' }) };
  if (highlightFile(name) === undefined) context.report(unknownHighlightTheme(rendered));
  return { name, own: [] };
}

/** The first of these files that is a static file of the site or of its Hugo themes. */
const ownFile = (paths: readonly string[], { files }: StyleContext): string | undefined =>
  paths.find((file) => files.locate(file, '.').kind === 'static');

function checkAccent(rendered: RenderedDeck, { report }: StyleContext): void {
  const { accent } = rendered.params;
  if (accent === undefined || isAccent(accent)) return;
  const nearest = nearestName(accent, accents);
  report(
    createDiagnostic({
      code: 'accent-unknown',
      severity: 'warning',
      message: `there is no accent named "${accent}", so "${accents[0]}" is used`,
      hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}The palettes are ${accents.join(', ')}; a colour is written as #0b7285.`,
      ...locateParam(rendered, 'accent'),
    }),
  );
}

function reportUnknownTheme(rendered: RenderedDeck, { files, report }: StyleContext): void {
  const { theme } = rendered.params;
  const nearest = nearestName(theme, builtInThemes);
  const hint = isInstalled(theme, files)
    ? `The package ${theme} has no "deckwright": { "theme": "theme.css" } in its package.json, or that file is missing. `
    : nearest
      ? `Did you mean "${nearest}"? `
      : '';
  report(
    createDiagnostic({
      code: 'theme-unknown',
      severity: 'warning',
      message: `there is no theme named "${theme}", so "${DEFAULT_THEME}" is used`,
      hint: `${hint}The themes are ${builtInThemes.join(', ')}; put your own in static/reveal-js/dist/theme/, or install its package.`,
      ...locateParam(rendered, 'theme'),
    }),
  );
}
