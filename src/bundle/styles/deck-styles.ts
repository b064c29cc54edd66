/** The stylesheets of a deck: its theme, its style of code, and what its author lays over them. */
import path from 'node:path';
import { attempt, createDiagnostic, nearestName } from '../../diagnostics.ts';
import {
  isRevealTheme,
  type SourceLocation,
  type RenderedDeck,
  revealThemes,
  type Theme,
} from '../../types.ts';
import { isBuiltInPluginStyle } from '../authors-scripts.ts';
import {
  createFontStylesheet,
  type ResolvedStyle,
  resolveStyle,
  type StyleInput,
  type StyleContext,
} from './authors-styles.ts';
import { highlightFile, unknownHighlightTheme } from './code-styles.ts';

/** The stylesheets of a deck. */
export interface FoundStyles {
  readonly theme: Theme;
  /** Its style among those of highlight.js; `undefined` where a stylesheet of the author takes its place. */
  readonly highlightTheme: string | undefined;
  /** The custom theme, then the style of code of the site's own, then what is laid over them. */
  readonly all: readonly ResolvedStyle[];
  readonly pluginStyles: readonly ResolvedStyle[];
}

/** Finds the stylesheets of a deck. What is not there is reported. */
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
    // One that can't be compiled does not keep the deck from being looked at for more.
    const found = attempt(() => resolveStyle(input, context), context.report);
    return found ? [found] : [];
  };
}

const locateParam = ({ params, deck }: RenderedDeck, param: string): SourceLocation =>
  params.locations[param] ?? { source: deck.head.source, offset: 0 };

/** A theme, and the stylesheets of the author that take its place or are laid over it. */
interface FoundTheme {
  readonly theme: Theme;
  readonly own: readonly ResolvedStyle[];
}

/** One of reveal.js's themes, by the path that it has in reveal-hugo. */
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
    fallback: `in the theme "${params.theme}"`,
  });
  const [theme] = themes;
  if (!theme) return findNamedTheme(rendered, context, find);
  const fonts = createFontStylesheet(theme, context.files);
  return { theme: theme.base ?? 'custom', own: fonts ? [fonts, theme] : [theme] };
}

/** What a deck is shown in that names no theme, or one that is not there. */
const DEFAULT_THEME = 'black';

/** Where reveal-hugo has the themes of reveal.js, now and before: a site's own file there counts over them. */
const THEME_FOLDERS = ['reveal-js/dist/theme', 'reveal-js/css/theme'];

function findNamedTheme(rendered: RenderedDeck, context: StyleContext, find: Finder): FoundTheme {
  const { theme } = rendered.params;
  const file = ownFile(
    THEME_FOLDERS.map((folder) => `${folder}/${theme}.css`),
    context,
  );
  if (file !== undefined) return { theme: 'custom', own: find(file, 'theme', { folder: '.' }) };
  if (isRevealTheme(theme)) return { theme, own: [] };
  reportUnknownTheme(rendered, context);
  return { theme: DEFAULT_THEME, own: [] };
}

/** A style of highlight.js, or the stylesheet of the author in its place. */
interface FoundCodeStyle {
  /** `undefined` where the author's takes its place. */
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

/** The first of the files that is among the static files of the site or of its themes. */
const ownFile = (paths: readonly string[], { files }: StyleContext): string | undefined =>
  paths.find((file) => files.locate(file, '.').kind === 'static');

function reportUnknownTheme(rendered: RenderedDeck, { report }: StyleContext): void {
  const { theme } = rendered.params;
  const nearest = nearestName(theme, revealThemes);
  report(
    createDiagnostic({
      code: 'theme-unknown',
      severity: 'warning',
      message: `reveal.js has no theme named "${theme}", so the deck is shown in ${DEFAULT_THEME}`,
      hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}The themes are ${revealThemes.join(', ')}; one of yours stands in static/reveal-js/dist/theme/.`,
      ...locateParam(rendered, 'theme'),
    }),
  );
}
