/** Looks: the stylesheet of a theme with a style for code, one for each set of them that the decks of a site use. */
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

/** The name of a look: `solarized-github`, `black-default-math`, `white-github-behind`. */
export function styleName(request: StyleRequest): string {
  const { theme, highlightTheme = 'plain', math, codeStyles = [], hasCriticalCss = false } = request;
  const ends = [...codeStyles, ...(math ? ['math'] : []), ...(hasCriticalCss ? ['deferred'] : [])];
  return [theme, highlightTheme.replaceAll('/', '-'), ...ends].join('-');
}

/** The name of what a page carries of a theme. */
export function criticalCssName(theme: RevealTheme): string {
  return `first-slide-${theme}`;
}

/** What a page carries of a theme: all that its first slide is laid out and coloured with. */
export function firstPaintSheet(theme: RevealTheme): string {
  const own = read(path.join(clientFolder(), 'first-slide.css'));
  return [resetStyles(), own, criticalRules(readTheme(theme))].join('\n');
}

/** The files of the fonts of a theme, by their names in their package. */
export function listFontFiles(theme: RevealTheme): readonly FontFile[] {
  return themeFontFiles(readTheme(theme));
}

/** Where a theme of reveal.js is. */
export function themeFile(name: RevealTheme): string {
  return path.join(dependencyFolder('reveal.js'), 'dist', 'theme', `${name}.css`);
}

/** What the styles of all looks of a site are made with. */
export interface StyleSources {
  readonly packages: ClientPackages;
  /** The parts of reveal.js's stylesheet that its decks use. */
  readonly parts: readonly string[];
  /** The subsets of fonts that they are written in. */
  readonly subsets: readonly string[];
}

/** The text of a look: reveal.js, its theme with our fonts, our own rules, colours of code, formulas. */
export function styleSheet(
  { theme, highlightTheme, math, codeStyles = [], hasCriticalCss = false }: StyleRequest,
  { packages, parts, subsets }: StyleSources,
): string {
  const own = clientFolder();
  const themeCss = readTheme(theme);
  return [
    themeFaces(themeCss, own, subsets),
    // A page that is painted early has them in front of the rules of its first slide, and they would come late here.
    hasCriticalCss ? '' : resetStyles(),
    revealStyles(parts),
    hasCriticalCss ? deferredRules(themeCss) : allRules(themeCss),
    read(path.join(own, 'deck.css')),
    read(path.join(own, 'contrast.css')),
    slideContrastRules(themeCss),
    highlightTheme === undefined ? '' : codeStyle(highlightTheme, own),
    ...codeStyles.map((name) => chromaStyle(name, /--r-main-color:\s*([^;}]+)/.exec(themeCss)?.[1])),
    math && packages.katex !== undefined ? formulaStyle(packages.katex, own) : '',
  ].join('\n');
}

/** The text of a theme; none where stylesheets of the author take its place. */
function readTheme(theme: Theme): string {
  return theme === 'custom' ? '' : ensureThemeContrast(withFormerTypography(theme, read(themeFile(theme))));
}

/** Room around code is the theme's matter, and was so in the versions of highlight.js that the theme has. */
const CODE_PADDING_RE = /(?:pre )?code\.hljs\s*\{[^}]*\}/g;

/** The style of highlight.js, or its default. Some have a picture beside them. `from` is where the style will stand. */
function codeStyle(name: string, from: string): string {
  const file = highlightFile(name) ?? highlightFile('default') ?? '';
  const folder = path.relative(from, path.dirname(file)).split(path.sep).join('/');
  return ensureCodeContrast(read(file).replace(CODE_PADDING_RE, '')).replace(
    /url\(\.?\/?([\w-]+\.\w+)\)/g,
    `url(${folder}/$1)`,
  );
}

/** Two formats more, of which every browser that runs reveal.js 6 can do without. */
const OLDER_FONTS_RE = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g;

/** The stylesheet of KaTeX. `from` is where it will stand. */
function formulaStyle(folder: string, from: string): string {
  const dist = path.relative(from, path.join(folder, 'dist')).split(path.sep).join('/');
  return read(path.join(folder, 'dist', 'katex.min.css'))
    .replace(OLDER_FONTS_RE, '')
    .replaceAll('url(fonts/', `url(${dist}/fonts/`);
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
