/** Compiles stylesheets of authors with Sass, which a site brings when it has one. */
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
  /** Its path in `assets/`; imports lead on from there. */
  readonly name: string;
  /** The file that it was read from, its text as it is to be compiled. */
  readonly source: SourceFile;
  /** Its syntax where it is not the one that its name tells: a file in CSS is read as SCSS unless this says otherwise. */
  readonly syntax?: 'css';
  /** What asks for it, for a finding that is not about its text. */
  readonly location: SourceLocation;
}

/** A stylesheet that was compiled. */
export interface CompiledScss {
  readonly css: string;
  /** As JSON; `undefined` where none was asked for. */
  readonly sourceMap: string | undefined;
  /** Every file of the site that had a part in it, below its root. */
  readonly usedFiles: readonly string[];
}

/** Compiles stylesheets of one site. */
export interface ScssCompiler {
  /** @throws {DeckError} when the stylesheet has a mistake, or Sass is not there */
  compile(input: ScssInput, options: ScssOptions, report: Report): CompiledScss;
}

/** A compiler for the site at `root`. Sass is loaded when it is first asked for. */
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
          // What asks for it says that it is SCSS, whatever its name is.
          syntax: input.name.endsWith('.sass') ? 'indented' : (input.syntax ?? 'scss'),
          style: options.outputStyle,
          sourceMap: options.enableSourceMap,
          sourceMapIncludeSources: options.enableSourceMap,
          // Without this it counts what it leaves unsaid, and says that.
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

/** The code of the finding that Sass is not installed. */
export const SASS_MISSING = 'sass-package-missing';

function loadSass(folder: string | undefined, location: SourceLocation): typeof Sass {
  if (folder !== undefined) return createRequire(path.join(folder, 'package.json'))(folder) as typeof Sass;
  throw new DeckError([
    createDiagnostic({
      code: SASS_MISSING,
      message: 'the theme of this deck is written in SCSS, but Sass, which compiles it, is not installed',
      hint: 'Install it in the folder of the site: npm install --save-dev sass',
      ...location,
    }),
  ]);
}

/** Themes are older than the Sass of today: what it would rather have written otherwise is left unsaid. */
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
          hint: 'The stylesheet says so itself, with @warn.',
          source: source ?? input.source,
          offset: source ? offsetAt(source.text, Number(line), Number(column)) : 0,
        }),
      );
    },
    debug: () => undefined,
  };
}

/** Where Sass was when it was warned: address, line and column. */
const WARNED_RE = /^(\S+) (\d+):(\d+)/;

function createInvalidDiagnostic(error: Sass.Exception, input: ScssInput, files: ScssFiles): Diagnostic {
  const { span, sassMessage } = error;
  const source = findSource(span.url, input, files);
  return createDiagnostic({
    code: 'scss-invalid',
    message: `Sass can't compile this stylesheet: ${firstLine(sassMessage)}`,
    hint: /find stylesheet/i.test(sassMessage)
      ? 'Imports lead to files in assets/, from the file that names them or from assets/ itself, and to template/mixins, template/settings and template/theme of reveal.js.'
      : 'Mend the line; https://sass-lang.com/documentation explains the language.',
    source: source ?? input.source,
    offset: source ? offsetAt(source.text, span.start.line + 1, span.start.column + 1) : 0,
  });
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/\.$/, '');

/** The author's file that an address of Sass means; `undefined` for one of ours. */
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
