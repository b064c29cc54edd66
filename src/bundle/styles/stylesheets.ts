/** Composes stylesheets: one for each combination of theme, code styles and formulas that the decks of a site use. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FontFile, RevealTheme, StyleRequest, Theme } from '../../types.ts';
import { chromaStyle } from './chroma-styles.ts';
import { highlightFile } from './code-styles.ts';
import { ensureCodeContrast, ensureThemeContrast, slideContrastRules } from './contrast.ts';
import { themeFaces, themeFontFiles } from './fonts.ts';
import { clientFolder, dependencyFolder } from '../package-folder.ts';
import type { ClientPackages } from '../packages.ts';
import { resetStyles, revealStyles } from './reveal-styles.ts';
import { withFormerTypography } from './former-theme-variables.ts';
import { allRules, deferredRules, criticalRules } from './theme-styles.ts';

/** The name of a stylesheet: `solarized-github`, `black-default-math`, `white-github-deferred`. */
export function styleName(request: StyleRequest): string {
  const { theme, highlightTheme = 'plain', math, codeStyles = [], hasCriticalCss = false } = request;
  const ends = [...codeStyles, ...(math ? ['math'] : []), ...(hasCriticalCss ? ['deferred'] : [])];
  return [theme, highlightTheme.replaceAll('/', '-'), ...ends].join('-');
}

/** The name of the critical CSS of a theme. */
export function criticalCssName(theme: RevealTheme): string {
  return `first-slide-${theme}`;
}

/** Composes the critical CSS of a theme: all rules for the layout and colours of a first slide. */
export function criticalStyleSheet(theme: RevealTheme): string {
  const own = read(path.join(clientFolder(), 'first-slide.css'));
  return [resetStyles(), own, criticalRules(readTheme(theme))].join('\n');
}

/** Lists the font files of a theme, by their names in their package. */
export function listFontFiles(theme: RevealTheme): readonly FontFile[] {
  return themeFontFiles(readTheme(theme));
}

/** The file of a reveal.js theme. */
export function themeFile(name: RevealTheme): string {
  return path.join(dependencyFolder('reveal.js'), 'dist', 'theme', `${name}.css`);
}

/** The inputs that all stylesheets of a site share. */
export interface StyleSources {
  readonly packages: ClientPackages;
  /** The parts of reveal.js's stylesheet that the decks use. */
  readonly parts: readonly string[];
  /** The font subsets that the texts of the decks need. */
  readonly subsets: readonly string[];
}

/** Composes a stylesheet: reveal.js, the theme with bundled fonts, our own rules, code styles, formulas. */
export function styleSheet(
  { theme, highlightTheme, math, codeStyles = [], hasCriticalCss = false }: StyleRequest,
  { packages, parts, subsets }: StyleSources,
): string {
  const own = clientFolder();
  const themeCss = readTheme(theme);
  return [
    themeFaces(themeCss, own, subsets),
    // With critical CSS, the reset is inlined before it; here it would override those rules.
    hasCriticalCss ? '' : resetStyles(),
    revealStyles(parts),
    hasCriticalCss ? deferredRules(themeCss) : allRules(themeCss),
    read(path.join(own, 'deck.css')),
    read(path.join(own, 'contrast.css')),
    slideContrastRules(themeCss),
    highlightTheme === undefined ? '' : codeStyle(highlightTheme, own),
    ...codeStyles.map((name) =>
      chromaStyle(name, readVariable('main-color', themeCss), readVariable('inline-code-color', themeCss)),
    ),
    math && packages.katex !== undefined ? formulaStyle(packages.katex, own) : '',
  ].join('\n');
}

const readVariable = (name: string, css: string): string | undefined =>
  new RegExp(`--r-${name}:\\s*([^;}]+)`).exec(css)?.[1];

/** Reads a reveal.js theme; empty if stylesheets of the author replace it. */
function readTheme(theme: Theme): string {
  return theme === 'custom' ? '' : ensureThemeContrast(withFormerTypography(theme, read(themeFile(theme))));
}

/** Padding of code is set by the theme, as with the highlight.js versions of reveal-hugo. */
const CODE_PADDING_RE = /(?:pre )?code\.hljs\s*\{[^}]*\}/g;

/** Reads a highlight.js style, or the default. `from` is the folder of the stylesheet, for addresses of images. */
function codeStyle(name: string, from: string): string {
  const file = highlightFile(name) ?? highlightFile('default') ?? '';
  const folder = path.relative(from, path.dirname(file)).split(path.sep).join('/');
  return ensureCodeContrast(read(file).replace(CODE_PADDING_RE, '')).replace(
    /url\(\.?\/?([\w-]+\.\w+)\)/g,
    `url(${folder}/$1)`,
  );
}

/** WOFF and TrueType fonts, which no browser that runs reveal.js 6 needs. */
const OLDER_FONTS_RE = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g;

/** Reads the stylesheet of KaTeX. `from` is the folder of the stylesheet, for addresses of fonts. */
function formulaStyle(folder: string, from: string): string {
  const dist = path.relative(from, path.join(folder, 'dist')).split(path.sep).join('/');
  return read(path.join(folder, 'dist', 'katex.min.css'))
    .replace(OLDER_FONTS_RE, '')
    .replaceAll('url(fonts/', `url(${dist}/fonts/`);
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
