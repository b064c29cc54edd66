/** Where `@import` and `@use` of an author's stylesheet lead: to his own files, and to the template of reveal.js's themes. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CanonicalizeContext, Importer, ImporterResult } from 'sass';
import { isRevealTheme } from '../../types.ts';
import { dependencyFolder, packageFolder } from '../package-folder.ts';
import { modernizeScss } from './scss-legacy.ts';
import type { ScssOptions } from './scss-options.ts';

/** Reads stylesheets of the site. */
export interface ScssFiles {
  /** The source of a file by its path in `assets/`, or else among the static files. */
  find(path: string): string | undefined;
  /** A file by its path below the site's root. */
  read(source: string): string | undefined;
}

/** The addresses that imports have while they are compiled: one scheme a place. */
export const SITE_SCHEME = 'site:';
const INCLUDE_SCHEME = 'include:';
const BUNDLED_SCHEME = 'deckwright:';
const REVEAL_SCHEME = 'reveal:';
const VARS_URL = 'hugo:vars';

const SCHEME_RE = /^(?:site|include|deckwright|reveal):/;

/** In all the ways that authors have written it, from reveal.js 3 to 6. */
const TEMPLATE_RE = /(?:^|\/)template\/_?(mixins|settings|theme|exposer)(?:\.scss)?$/;
const THEME_RE = /(?:css|dist)\/theme\/(?:source\/)?([a-z-]+)(?:\.scss)?$/;

/** The importer of one stylesheet, which lies in a folder of `assets/`. */
export function createScssImporter(files: ScssFiles, options: ScssOptions, folder: string): Importer<'sync'> {
  const find = (url: URL): string | undefined => {
    const wanted = decodeURIComponent(url.pathname).replace(/^\//, '');
    return candidates(wanted).find((file) => readFile(url.protocol, file, files) !== undefined);
  };
  const at = (scheme: string, file: string): URL | undefined => {
    const found = find(new URL(`${scheme}/${file}`));
    return found === undefined ? undefined : new URL(`${scheme}/${found}`);
  };
  return {
    canonicalize(url, context) {
      if (url === VARS_URL) return new URL(url);
      // Sass asks twice: for the path as it leads on from the file that names it, then for what was written.
      if (SCHEME_RE.test(url)) {
        const { protocol, pathname } = new URL(url);
        return at(protocol, pathname.slice(1)) ?? null;
      }
      // As in Hugo, what is named from anywhere may stand beside the stylesheet that all of it began with.
      const sibling = at(SITE_SCHEME, path.posix.join(folder, url));
      const include = options.includePaths.map((folder) => at(INCLUDE_SCHEME, `${folder}/${url}`));
      return (
        sibling ?? at(SITE_SCHEME, url) ?? include.find(Boolean) ?? canonicalizeBundled(url, context) ?? null
      );
    },
    load: (url) => (url.href === VARS_URL ? variables(options) : loadFile(url, files)),
  };
}

function loadFile(url: URL, files: ScssFiles): ImporterResult | null {
  const file = decodeURIComponent(url.pathname).replace(/^\//, '');
  const contents = readFile(url.protocol, file, files);
  if (contents === undefined) return null;
  const syntax = scssSyntax(file);
  const text = syntax === 'scss' ? modernizeScss(contents) : contents;
  return { contents: text, syntax, sourceMapUrl: url };
}

function readFile(scheme: string, file: string, files: ScssFiles): string | undefined {
  const folder = BUNDLED_FOLDERS[scheme]?.();
  if (folder !== undefined) {
    const full = path.join(folder, file);
    return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
  }
  const source = scheme === SITE_SCHEME ? files.find(file) : file;
  return source === undefined ? undefined : files.read(source);
}

/** Where the files are that do not belong to the site. */
const BUNDLED_FOLDERS: Readonly<Record<string, () => string>> = {
  // In the variables that reveal.js had up to its version 5.
  [BUNDLED_SCHEME]: () => path.join(packageFolder(), 'themes', 'template'),
  [REVEAL_SCHEME]: () => path.join(dependencyFolder('reveal.js'), 'css', 'theme'),
};

/** `@import` gets the variables of older themes; `@use` is written for reveal.js 6, and gets its own files. */
function canonicalizeBundled(url: string, { fromImport }: CanonicalizeContext): URL | undefined {
  const part = TEMPLATE_RE.exec(url)?.[1];
  if (part !== undefined)
    return new URL(fromImport ? `${BUNDLED_SCHEME}/${part}.scss` : `${REVEAL_SCHEME}/template/${part}.scss`);
  const theme = THEME_RE.exec(url)?.[1] ?? '';
  return isRevealTheme(theme) ? new URL(`${REVEAL_SCHEME}/${theme}.scss`) : undefined;
}

/**
 * The files that an import may mean. As in Hugo, one with an underscore comes first: a `main.scss` that imports "main"
 * means the `_main.scss` beside it.
 */
function candidates(wanted: string): readonly string[] {
  const folder = path.posix.dirname(wanted);
  const inFolder = (name: string): string => (folder === '.' ? name : `${folder}/${name}`);
  const partial = (file: string): string => inFolder(`_${path.posix.basename(file)}`);
  if (/\.(?:scss|sass|css)$/.test(wanted)) return [partial(wanted), wanted];
  const named = EXTENSIONS.flatMap((extension) => [
    partial(`${wanted}${extension}`),
    `${wanted}${extension}`,
  ]);
  const index = EXTENSIONS.flatMap((extension) => [
    `${wanted}/_index${extension}`,
    `${wanted}/index${extension}`,
  ]);
  return [...named, ...index];
}

const EXTENSIONS = ['.scss', '.sass', '.css'];

/** The syntax that a file is written in, by its name. */
function scssSyntax(file: string): 'scss' | 'indented' | 'css' {
  if (file.endsWith('.sass')) return 'indented';
  return file.endsWith('.css') ? 'css' : 'scss';
}

function variables({ vars }: ScssOptions): ImporterResult {
  const lines = Object.entries(vars).map(([name, value]) => `$${name}: ${scssValue(value)};`);
  return { contents: lines.join('\n'), syntax: 'scss' };
}

/** As in Hugo, what looks like a value of CSS is one, and all else is a text. */
function scssValue(value: unknown): string {
  const text = String(value);
  return /^(?:#[0-9a-f]{3,8}|[\d.]+[a-z%]*|(?:rgb|hsl)a?\(.*\)|true|false)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
