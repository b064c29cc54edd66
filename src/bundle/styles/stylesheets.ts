/** Composes stylesheets: one for each combination of theme, code styles and formulas that the decks of a site use. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type FontFile,
  isOwnTheme,
  type LookPart,
  type RevealTheme,
  type StyleRequest,
} from '../../types.ts';
import { chromaStyle } from './chroma-styles.ts';
import { highlightFile } from './code-styles.ts';
import { ensureCodeContrast, ensureThemeContrast, quietRule, slideContrastRules } from './contrast.ts';
import { themeFaces, themeFontFiles } from './fonts.ts';
import { clientFolder, dependencyFolder } from '../package-folder.ts';
import type { ClientPackages } from '../packages.ts';
import { isDefaultChromaStyle, ownChromaStyle } from './own-chroma-style.ts';
import { ownThemeCss } from './own-themes.ts';
import { resetStyles, revealStyles } from './reveal-styles.ts';
import { withFormerTypography } from './former-theme-variables.ts';
import { allRules, conditionalRules, criticalRules, deferredRules, layoutRules } from './theme-styles.ts';

/** The name of a stylesheet: `solarized-github`, `black-default-math`, `white-github-deferred`. */
export function styleName(request: StyleRequest): string {
  const { highlightTheme = 'plain', math, codeStyles = [], hasCriticalCss = false } = request;
  if (request.isForPhones) return 'phones';
  const ends = [...codeStyles, ...(math ? ['math'] : []), ...(hasCriticalCss ? ['deferred'] : [])];
  return [lookName(request), highlightTheme.replaceAll('/', '-'), ...ends].join('-');
}

/** The look of a deck: its theme with its accent, and the parts that it uses. */
export type Look = Pick<StyleRequest, 'theme' | 'accent' | 'look' | 'layouts'>;

const lookName = ({ theme, accent, look = [], layouts = [] }: Look): string => {
  const names = [...(accent === undefined ? [] : [accent]), ...look, ...layouts];
  return [theme, ...names.map((name) => name.replaceAll(/[^\w-]/g, ''))].join('-');
};

/** The name of the critical CSS of a look. */
export function criticalCssName(look: Look): string {
  return `first-slide-${lookName(look)}`;
}

/** Composes the critical CSS of a look: all rules for the layout and colours of a first slide. */
export function criticalStyleSheet(look: Look): string {
  const own = read(path.join(clientFolder(), 'first-slide.css'));
  return [resetStyles(), own, criticalRules(readTheme(look)), ...lookStyles(look, 'critical')].join('\n');
}

/** Parts with rules that no first slide needs, which are in a file of their own. */
const splitParts: readonly LookPart[] = ['read'];

const readRest = (part: LookPart): string => read(path.join(clientFolder(), 'look', `${part}-rest.css`));

/** Where the rules of parts are needed: in critical CSS, after it, or in a stylesheet that has all of them. */
type Place = 'critical' | 'deferred' | 'whole';

/** The stylesheets of the parts of a look, after the variables that they share. */
function lookStyles(request: Look, place: Place): readonly string[] {
  const { theme, look = [], layouts } = request;
  if (look.length === 0) return [];
  const isOwn = isOwnTheme(theme);
  const readPart = (name: string): string => {
    const css = read(path.join(clientFolder(), 'look', `${name}.css`));
    const wanted = name === 'layouts' && layouts ? layoutRules(css, layouts) : css;
    return place === 'deferred' ? conditionalRules(wanted) : wanted;
  };
  // With critical CSS, they are in a stylesheet that only phones load early.
  const rests = place === 'whole' ? look.filter((part) => splitParts.includes(part)) : [];
  return [
    // Our own themes set the variables themselves.
    ...(isOwn ? [] : [quietRule(readTheme(request)), readPart('variables')]),
    ...look.map(readPart),
    ...rests.map(readRest),
  ];
}

/** Lists the font files of a look, by their names in their package. */
export function listFontFiles(look: Look): readonly FontFile[] {
  return themeFontFiles(readTheme(look));
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
export function styleSheet(request: StyleRequest, { packages, parts, subsets }: StyleSources): string {
  const { highlightTheme, math, codeStyles = [], hasCriticalCss = false } = request;
  if (request.isForPhones) return splitParts.map(readRest).join('\n');
  const own = clientFolder();
  const themeCss = readTheme(request);
  return [
    themeFaces(themeCss, own, subsets),
    // With critical CSS, the reset is inlined before it; here it would override those rules.
    hasCriticalCss ? '' : resetStyles(),
    revealStyles(parts),
    hasCriticalCss ? deferredRules(themeCss) : allRules(themeCss),
    read(path.join(own, 'deck.css')),
    read(path.join(own, 'contrast.css')),
    isOwnTheme(request.theme) ? '' : slideContrastRules(themeCss),
    ...lookStyles(request, hasCriticalCss ? 'deferred' : 'whole'),
    highlightTheme === undefined ? '' : codeStyle(highlightTheme, own),
    ...codeStyles.map((name) =>
      isOwnTheme(request.theme) && isDefaultChromaStyle(name)
        ? ownChromaStyle(name)
        : chromaStyle(
            name,
            readVariable('main-color', themeCss),
            readVariable('inline-code-color', themeCss),
          ),
    ),
    math && packages.katex !== undefined ? formulaStyle(packages.katex, own) : '',
  ].join('\n');
}

const readVariable = (name: string, css: string): string | undefined =>
  new RegExp(`--r-${name}:\\s*([^;}]+)`).exec(css)?.[1];

/** Reads the theme of a look; empty if stylesheets of the author replace it. */
function readTheme({ theme, accent }: Look): string {
  if (theme === 'custom') return '';
  if (isOwnTheme(theme)) return ownThemeCss(theme, accent);
  return ensureThemeContrast(withFormerTypography(theme, read(themeFile(theme))));
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
