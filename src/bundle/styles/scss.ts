/** Compiles stylesheets of authors with Sass, an optional package. */
import {
  createDiagnostic,
  DeckError,
  type Diagnostic,
  type Finding,
  offsetAt,
  type SourceFile,
} from '../../diagnostics.ts';
import type { SourceLocation, Report } from '../../types.ts';
import { optionalPackage } from '../package-folder.ts';
import { SITE_SCHEME } from './scss-importer.ts';
import type { ScssFiles } from './scss-types.ts';
import type { ScssOutcome, ScssWarning } from './scss-types.ts';
import type { ScssOptions } from './scss-options.ts';
import type { RunScss } from './scss-thread.ts';

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

/** Where the stylesheets of a site are, and what compiles them. */
export interface ScssSetup {
  /** The folder of the site; absolute. */
  readonly root: string;
  readonly files: ScssFiles;
  readonly run: RunScss;
  readonly locate?: typeof optionalPackage;
}

/** Creates the compiler of a site. Sass is loaded on first use. */
export function createScssCompiler({ root, files, run, locate = optionalPackage }: ScssSetup): ScssCompiler {
  return {
    compile(input, options, report) {
      const { name, source, location } = input;
      const folder = locate('sass', root);
      if (folder === undefined) throw new DeckError([createDiagnostic({ ...packageMissing, ...location })]);
      // A file is SCSS because the author has it compiled, whatever its extension.
      const syntax = name.endsWith('.sass') ? 'indented' : (input.syntax ?? 'scss');
      const outcome = run({ sass: folder, name, text: source.text, syntax, options }, files);
      for (const warning of outcome.warnings) report(createWarning(warning, input, files));
      if ('css' in outcome)
        return {
          css: outcome.css,
          sourceMap: outcome.sourceMap,
          usedFiles: [source.path, ...findSources(outcome.urls, files)],
        };
      if ('broken' in outcome)
        throw new DeckError([createDiagnostic({ ...packageBroken(outcome.broken), ...location })]);
      throw new DeckError([createInvalidDiagnostic(outcome, input, files)]);
    },
  };
}

/** The diagnostic code of a missing Sass. */
export const SASS_MISSING = 'sass-package-missing';

const packageMissing = {
  code: SASS_MISSING,
  message: 'the theme of this deck is SCSS, but Sass is not installed',
  hint: "Install it in the site's folder: npm install --save-dev sass",
} as const;

const packageBroken = (reason: string): Finding => ({
  code: 'package-broken',
  message: `the theme of this deck is SCSS, but Sass can't be loaded: ${reason}`,
  hint: "Install it again in the site's folder: npm install --save-dev sass",
});

/** Describes what a stylesheet prints with `@warn`. */
function createWarning({ message, stack }: ScssWarning, input: ScssInput, files: ScssFiles): Diagnostic {
  const [, url = '', line = '', column = ''] = WARNED_RE.exec(stack ?? '') ?? [];
  const source = URL.canParse(url) ? findSource(new URL(url), input, files) : undefined;
  return createDiagnostic({
    code: 'scss-warning',
    severity: 'warning',
    message: firstLine(message),
    hint: 'The stylesheet prints this with @warn.',
    source: source ?? input.source,
    offset: source ? offsetAt(source.text, Number(line), Number(column)) : 0,
  });
}

/** The first frame of a stack trace of Sass: URL, line and column. */
const WARNED_RE = /^(\S+) (\d+):(\d+)/;

/** What may have no end, and is the first place to look at if Sass does not say where it is. */
const LOOP_RE = /@(?:while|for|each|function|mixin)\b/;

function createInvalidDiagnostic(
  outcome: Extract<ScssOutcome, { mistake: string } | { failure: string }>,
  input: ScssInput,
  files: ScssFiles,
): Diagnostic {
  if ('failure' in outcome) {
    const message = `Sass can't compile this stylesheet: ${outcome.failure}`;
    const hint = 'Check its loops, and the functions and mixins that call themselves.';
    const offset = Math.max(input.source.text.search(LOOP_RE), 0);
    return createDiagnostic({ code: 'scss-invalid', message, hint, source: input.source, offset });
  }
  const { mistake, position } = outcome;
  const url = position.url === undefined ? undefined : new URL(position.url);
  const source = findSource(url, input, files);
  return createDiagnostic({
    code: 'scss-invalid',
    message: `Sass can't compile this stylesheet: ${firstLine(mistake)}`,
    hint: /find stylesheet/i.test(mistake)
      ? 'Imports are resolved relative to the file and to assets/, and template/mixins, template/settings and template/theme are those of reveal.js.'
      : 'Fix the line; see https://sass-lang.com/documentation.',
    source: source ?? input.source,
    offset: source ? offsetAt(source.text, position.line + 1, position.column + 1) : 0,
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

function findSources(urls: readonly string[], files: ScssFiles): readonly string[] {
  return urls
    .map((url) => new URL(url))
    .filter(({ protocol }) => protocol === SITE_SCHEME)
    .flatMap(({ pathname }) => files.find(decodeURIComponent(pathname).replace(/^\//, '')) ?? []);
}
