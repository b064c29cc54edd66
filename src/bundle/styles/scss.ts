/** Compiles stylesheets of authors with Sass, an optional package. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Sass from 'sass';
import {
  createDiagnostic,
  DeckError,
  type Diagnostic,
  offsetAt,
  type SourceFile,
} from '../../diagnostics.ts';
import type { SourceLocation, Report } from '../../types.ts';
import { optionalPackage } from '../package-folder.ts';
import { createScssImporter, SITE_SCHEME, type ScssFiles } from './scss-importer.ts';
import { modernizeScss } from './scss-legacy.ts';
import type { ScssOptions } from './scss-options.ts';

/** A stylesheet to be compiled. */
export interface ScssInput {
  /** The path in `assets/`, which imports are relative to. */
  readonly name: string;
  /** The file, with the text to compile. */
  readonly source: SourceFile;
  /** Compiles the file as CSS. By default, every file except `.sass` is SCSS. */
  readonly syntax?: 'css';
  /** The option that names the stylesheet, for diagnostics that are not about its text. */
  readonly location: SourceLocation;
}

/** A compiled stylesheet. */
export interface CompiledScss {
  readonly css: string;
  /** JSON; `undefined` unless requested. */
  readonly sourceMap: string | undefined;
  /** The files of the site that were compiled; paths relative to its root. */
  readonly usedFiles: readonly string[];
}

/** Compiles stylesheets of one site. */
export interface ScssCompiler {
  /** @throws {DeckError} when the stylesheet has an error, or Sass is not installed */
  compile(input: ScssInput, options: ScssOptions, report: Report): CompiledScss;
}

/** Creates a compiler for the site at `root`. Sass is loaded on first use. */
export function createScssCompiler(root: string, files: ScssFiles, locate = optionalPackage): ScssCompiler {
  let sass: typeof Sass | undefined;
  return {
    compile(input, options, report) {
      sass ??= loadSass(locate('sass', root), input.location);
      const importer = createScssImporter(files, options, path.posix.dirname(input.name));
      try {
        const result = sass.compileString(modernizeScss(input.source.text), {
          url: new URL(`${SITE_SCHEME}/${input.name}`),
          importer,
          importers: [importer],
          // A file is SCSS because the author has it compiled, whatever its extension.
          syntax: input.name.endsWith('.sass') ? 'indented' : (input.syntax ?? 'scss'),
          style: options.outputStyle,
          sourceMap: options.enableSourceMap,
          sourceMapIncludeSources: options.enableSourceMap,
          // Without this, Sass prints a count of omitted warnings.
          verbose: true,
          logger: createLogger(input, files, report),
        });
        return {
          css: result.css,
          sourceMap: result.sourceMap && JSON.stringify(result.sourceMap),
          usedFiles: [input.source.path, ...findSources(result.loadedUrls, files)],
        };
      } catch (error) {
        if (!(error instanceof sass.Exception)) throw error;
        throw new DeckError([createInvalidDiagnostic(error, input, files)]);
      }
    },
  };
}

/** The diagnostic code of a missing Sass. */
export const SASS_MISSING = 'sass-package-missing';

function loadSass(folder: string | undefined, location: SourceLocation): typeof Sass {
  if (folder !== undefined) return createRequire(path.join(folder, 'package.json'))(folder) as typeof Sass;
  throw new DeckError([
    createDiagnostic({
      code: SASS_MISSING,
      message: 'the theme of this deck is SCSS, but Sass is not installed',
      hint: "Install it in the site's folder: npm install --save-dev sass",
      ...location,
    }),
  ]);
}

/** Reports `@warn`, but no deprecations: many themes are older than current Sass. */
function createLogger(input: ScssInput, files: ScssFiles, report: Report): Sass.Logger {
  return {
    warn(message, { deprecation, stack }) {
      if (deprecation) return;
      const [, url = '', line = '', column = ''] = WARNED_RE.exec(stack ?? '') ?? [];
      const source = URL.canParse(url) ? findSource(new URL(url), input, files) : undefined;
      report(
        createDiagnostic({
          code: 'scss-warning',
          severity: 'warning',
          message: firstLine(message),
          hint: 'The stylesheet prints this with @warn.',
          source: source ?? input.source,
          offset: source ? offsetAt(source.text, Number(line), Number(column)) : 0,
        }),
      );
    },
    debug: () => undefined,
  };
}

/** The first frame of a stack trace of Sass: URL, line and column. */
const WARNED_RE = /^(\S+) (\d+):(\d+)/;

function createInvalidDiagnostic(error: Sass.Exception, input: ScssInput, files: ScssFiles): Diagnostic {
  const { span, sassMessage } = error;
  const source = findSource(span.url, input, files);
  return createDiagnostic({
    code: 'scss-invalid',
    message: `Sass can't compile this stylesheet: ${firstLine(sassMessage)}`,
    hint: /find stylesheet/i.test(sassMessage)
      ? 'Imports are resolved relative to the file and to assets/, and template/mixins, template/settings and template/theme are those of reveal.js.'
      : 'Fix the line; see https://sass-lang.com/documentation.',
    source: source ?? input.source,
    offset: source ? offsetAt(source.text, span.start.line + 1, span.start.column + 1) : 0,
  });
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/\.$/, '');

/** The author's file at a canonical URL; `undefined` for a bundled file. */
function findSource(url: URL | undefined, input: ScssInput, files: ScssFiles): SourceFile | undefined {
  if (!url || url.protocol !== SITE_SCHEME) return undefined;
  const name = decodeURIComponent(url.pathname).replace(/^\//, '');
  if (name === input.name) return input.source;
  const path = files.find(name);
  const text = path === undefined ? undefined : files.read(path);
  return path === undefined || text === undefined ? undefined : { path, text };
}

function findSources(urls: readonly URL[], files: ScssFiles): readonly string[] {
  return urls
    .filter(({ protocol }) => protocol === SITE_SCHEME)
    .flatMap(({ pathname }) => files.find(decodeURIComponent(pathname).replace(/^\//, '')) ?? []);
}
