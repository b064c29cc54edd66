/** Looks: the stylesheet of a theme with a style for code, one for each set of them that the decks of a site use. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StyleRequest } from '../types.ts';
import { highlightFile } from './code-styles.ts';
import { replaceFonts } from './fonts.ts';
import { clientFolder, dependencyFolder } from './package-folder.ts';
import type { ClientPackages } from './packages.ts';

/** The name of a look: `solarized-github`, `black-default-math`. */
export function styleName({ theme, highlightTheme, math }: StyleRequest): string {
  return [theme ?? 'custom', highlightTheme.replaceAll('/', '-'), ...(math ? ['math'] : [])].join('-');
}

/** The stylesheet of a look, as a module: our own, with the look behind a question mark. */
export function styleModule({ theme, highlightTheme, math }: StyleRequest): string {
  const query = new URLSearchParams({
    ...(theme && { theme }),
    ...(math && { math: 'katex' }),
    highlight: highlightTheme,
  });
  return `${path.join(clientFolder(), 'deck.css').split(path.sep).join('/')}?${query}`;
}

/** The look that a module asks for; `undefined` for any other module. */
export function readStyleModule(id: string): StyleRequest | undefined {
  const [file, query] = id.split('?', 2);
  if (query === undefined || path.resolve(file ?? '') !== path.join(clientFolder(), 'deck.css'))
    return undefined;
  const params = new URLSearchParams(query);
  const highlightTheme = params.get('highlight');
  if (highlightTheme === null) return undefined;
  return { theme: params.get('theme') ?? undefined, highlightTheme, math: params.has('math') };
}

/** Where a theme of reveal.js stands; `undefined` where it has none of that name. */
export function themeFile(name: string): string | undefined {
  const file = path.join(dependencyFolder('reveal.js'), 'dist', 'theme', `${name}.css`);
  return existsSync(file) ? file : undefined;
}

/** The text of a look: reveal.js, its theme with our fonts, our own rules, colours of code, formulas. */
export function styleSheet({ theme, highlightTheme, math }: StyleRequest, packages: ClientPackages): string {
  const reveal = path.join(dependencyFolder('reveal.js'), 'dist');
  const own = clientFolder();
  const file = theme === undefined ? undefined : themeFile(theme);
  return [
    read(path.join(reveal, 'reveal.css')),
    file === undefined ? '' : replaceFonts(read(file), own),
    read(path.join(own, 'deck.css')),
    codeStyle(highlightTheme, own),
    math && packages.katex !== undefined ? formulaStyle(packages.katex, own) : '',
  ].join('\n');
}

/** The style of highlight.js, or its default. Some have a picture beside them. `from` is where the style will stand. */
function codeStyle(name: string, from: string): string {
  const file = highlightFile(name) ?? highlightFile('default') ?? '';
  const folder = path.relative(from, path.dirname(file)).split(path.sep).join('/');
  return read(file).replace(/url\(\.?\/?([\w-]+\.\w+)\)/g, `url(${folder}/$1)`);
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
