/** Resolves `@import` and `@use` in stylesheets of authors: to files of the site, and to reveal.js's theme template. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CanonicalizeContext, Importer, ImporterResult } from 'sass';
import { isRevealTheme } from '../../types.ts';
import { dependencyFolder, themesFolder } from '../package-folder.ts';
import { modernizeScss } from './scss-legacy.ts';
import type { ScssOptions } from './scss-options.ts';
import type { ScssFiles } from './scss-types.ts';

/** The schemes of canonical import URLs, one for each set of folders. */
export const SITE_SCHEME = 'site:';
const INCLUDE_SCHEME = 'include:';
const BUNDLED_SCHEME = 'deckwright:';
const REVEAL_SCHEME = 'reveal:';
const VARS_URL = 'hugo:vars';

const SCHEME_RE = /^(?:site|include|deckwright|reveal):/;

/** A file of the theme template, as imported with reveal.js 3 to 6. */
const TEMPLATE_RE = /(?:^|\/)template\/_?(mixins|settings|theme|exposer)(?:\.scss)?$/;
const THEME_RE = /(?:css|dist)\/theme\/(?:source\/)?([a-z-]+)(?:\.scss)?$/;

/** Creates the importer of one stylesheet; `folder` is its folder in `assets/`. */
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
      // Sass asks twice: for the URL relative to the importing file, then for the URL as written.
      if (SCHEME_RE.test(url)) {
        const { protocol, pathname } = new URL(url);
        return at(protocol, pathname.slice(1)) ?? null;
      }
      // As in Hugo, imports are also resolved relative to the entry stylesheet.
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

/** The folders of files that do not belong to the site. */
const BUNDLED_FOLDERS: Readonly<Record<string, () => string>> = {
  // The theme template with the variables of reveal.js up to version 5.
  [BUNDLED_SCHEME]: () => path.join(themesFolder(), 'template'),
  [REVEAL_SCHEME]: () => path.join(dependencyFolder('reveal.js'), 'css', 'theme'),
};

/** Resolves bundled files: `@import` gets the template of older themes; `@use` is only written for reveal.js 6. */
function canonicalizeBundled(url: string, { fromImport }: CanonicalizeContext): URL | undefined {
  const part = TEMPLATE_RE.exec(url)?.[1];
  if (part !== undefined)
    return new URL(fromImport ? `${BUNDLED_SCHEME}/${part}.scss` : `${REVEAL_SCHEME}/template/${part}.scss`);
  const theme = THEME_RE.exec(url)?.[1] ?? '';
  return isRevealTheme(theme) ? new URL(`${REVEAL_SCHEME}/${theme}.scss`) : undefined;
}

/**
 * Lists the files that an import may refer to. As in Hugo, partials come first: `main.scss` can import "main", the
 * `_main.scss` in its folder.
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

/** The syntax of a file, by its extension. */
function scssSyntax(file: string): 'scss' | 'indented' | 'css' {
  if (file.endsWith('.sass')) return 'indented';
  return file.endsWith('.css') ? 'css' : 'scss';
}

function variables({ vars }: ScssOptions): ImporterResult {
  const lines = Object.entries(vars).map(([name, value]) => `$${name}: ${scssValue(value)};`);
  return { contents: lines.join('\n'), syntax: 'scss' };
}

/** Writes a value for Sass. As in Hugo, what looks like a CSS value is written as one, anything else as a string. */
function scssValue(value: unknown): string {
  const text = String(value);
  return /^(?:#[0-9a-f]{3,8}|[\d.]+[a-z%]*|(?:rgb|hsl)a?\(.*\)|true|false)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
