/** Looks: the stylesheet of a theme with a style for code, one for each set of them that the decks of a site use. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FontFile, StyleRequest } from '../../types.ts';
import { chromaStyle } from './chroma-styles.ts';
import { highlightFile } from './code-styles.ts';
import { mendCodeStyle, mendTheme, slideContrast } from './contrast.ts';
import { themeFaces, themeFontFiles } from './fonts.ts';
import { clientFolder, dependencyFolder } from '../package-folder.ts';
import type { ClientPackages } from '../packages.ts';
import { resetStyles, revealStyles } from './reveal-styles.ts';
import { withFormerLetters } from './theme-variables.ts';
import { allRules, besideRules, slideRules } from './theme-styles.ts';

/** The name of a look: `solarized-github`, `black-default-math`, `white-github-behind`. */
export function styleName(request: StyleRequest): string {
  const { theme, highlightTheme = 'plain', math, codeStyles = [], isPainted = false } = request;
  const ends = [...codeStyles, ...(math ? ['math'] : []), ...(isPainted ? ['behind'] : [])];
  return [theme ?? 'custom', highlightTheme.replaceAll('/', '-'), ...ends].join('-');
}

/** The stylesheet of a look, as a module: our own, with the look behind a question mark. */
export function styleModule(request: StyleRequest): string {
  const { theme, highlightTheme = '', math, codeStyles = [], isPainted = false } = request;
  const query = new URLSearchParams({
    ...(theme && { theme }),
    ...(math && { math: 'katex' }),
    ...(codeStyles.length > 0 && { code: codeStyles.join(' ') }),
    ...(isPainted && { painted: 'first' }),
    highlight: highlightTheme,
  });
  return `${ownSheet('deck.css')}?${query}`;
}

/** The name of what a page carries of a theme. */
export function firstPaintName(theme: string): string {
  return `first-slide-${theme}`;
}

/** What a page carries of a theme, as a module. */
export function firstPaintModule(theme: string): string {
  return `${ownSheet('first-slide.css')}?${new URLSearchParams({ theme })}`;
}

/** The text of such a module; `undefined` for any other. */
export function readFirstPaintModule(id: string): string | undefined {
  const [file, query = ''] = id.split('?', 2);
  const theme = new URLSearchParams(query).get('theme');
  if (theme === null || path.resolve(file ?? '') !== path.join(clientFolder(), 'first-slide.css'))
    return undefined;
  return [resetStyles(), read(file ?? ''), slideRules(readTheme(theme))].join('\n');
}

/** The files of the fonts of a theme, by their names in their package. */
export function fontFilesOf(theme: string): readonly FontFile[] {
  return themeFontFiles(readTheme(theme));
}

const ownSheet = (name: string): string => path.join(clientFolder(), name).split(path.sep).join('/');

/** The look that a module asks for; `undefined` for any other module. */
export function readStyleModule(id: string): StyleRequest | undefined {
  const [file, query] = id.split('?', 2);
  if (query === undefined || path.resolve(file ?? '') !== path.join(clientFolder(), 'deck.css'))
    return undefined;
  const params = new URLSearchParams(query);
  const highlightTheme = params.get('highlight');
  if (highlightTheme === null) return undefined;
  return {
    theme: params.get('theme') ?? undefined,
    highlightTheme: highlightTheme || undefined,
    codeStyles: params.get('code')?.split(' ') ?? [],
    math: params.has('math'),
    isPainted: params.has('painted'),
  };
}

/** The names of reveal.js's themes. */
export function themeNames(): readonly string[] {
  const files = readdirSync(path.join(dependencyFolder('reveal.js'), 'dist', 'theme'));
  return files
    .filter((file) => file.endsWith('.css'))
    .map((file) => file.slice(0, -'.css'.length))
    .sort();
}

/** Where a theme of reveal.js stands; `undefined` where it has none of that name. */
export function themeFile(name: string): string | undefined {
  const file = path.join(dependencyFolder('reveal.js'), 'dist', 'theme', `${name}.css`);
  return existsSync(file) ? file : undefined;
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
  { theme, highlightTheme, math, codeStyles = [], isPainted = false }: StyleRequest,
  { packages, parts, subsets }: StyleSources,
): string {
  const own = clientFolder();
  const themeCss = theme === undefined ? '' : readTheme(theme);
  return [
    themeFaces(themeCss, own, subsets),
    // A page that is painted early has them in front of the rules of its first slide, and they would come late here.
    isPainted ? '' : resetStyles(),
    revealStyles(parts),
    isPainted ? besideRules(themeCss) : allRules(themeCss),
    read(path.join(own, 'deck.css')),
    read(path.join(own, 'contrast.css')),
    slideContrast(themeCss),
    highlightTheme === undefined ? '' : codeStyle(highlightTheme, own),
    ...codeStyles.map((name) => chromaStyle(name, /--r-main-color:\s*([^;}]+)/.exec(themeCss)?.[1])),
    math && packages.katex !== undefined ? formulaStyle(packages.katex, own) : '',
  ].join('\n');
}

/** The text of a theme; none where reveal.js has none of that name. */
function readTheme(name: string): string {
  const file = themeFile(name);
  return file === undefined ? '' : mendTheme(withFormerLetters(name, read(file)));
}

/** Room around code is the theme's matter, and was so in the versions of highlight.js that the theme has. */
const CODE_ROOM_RE = /(?:pre )?code\.hljs\s*\{[^}]*\}/g;

/** The style of highlight.js, or its default. Some have a picture beside them. `from` is where the style will stand. */
function codeStyle(name: string, from: string): string {
  const file = highlightFile(name) ?? highlightFile('default') ?? '';
  const folder = path.relative(from, path.dirname(file)).split(path.sep).join('/');
  return mendCodeStyle(read(file).replace(CODE_ROOM_RE, '')).replace(
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
