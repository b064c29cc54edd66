/** The author's templates in Go's language: finds them, compiles each once, and runs them. */
import { DeckError, nearestName, type SourceFile } from '../diagnostics.ts';
import {
  combineTemplates,
  compileGoTemplate,
  executeGoTemplate,
  type GoTemplate,
} from './gotemplate/template.ts';
import { type FunctionTable, SafeText, TemplateFailure } from './gotemplate/values.ts';

/** What a library is made of. */
export interface LibraryOptions {
  /** The first file that is there, of paths below the layout folders. */
  find(paths: readonly string[]): SourceFile | undefined;
  /** A partial that Hugo brings, by its plain name: `opengraph`, `_funcs/get-page-images`. */
  embedded(name: string): SourceFile | undefined;
  /** Where a partial is looked for. */
  partialPaths(name: string): readonly string[];
  /** Names of all partials, for "did you mean". */
  partialNames(): readonly string[];
  /** All files below the layout folders: what one of them defines, the others may call. */
  all(): readonly SourceFile[];
  /** Functions by name, for the check of a template that is compiled. */
  readonly functions: FunctionTable;
}

/** Functions for a template that runs on behalf of a page, and what it uses on the way. */
export interface RunContext {
  readonly functions: FunctionTable;
  /** Takes the path of each file that had a part in it. */
  readonly onDependency: (path: string) => void;
  /** Takes each template that is run, and each text that is one. */
  readonly onRun: (template: GoTemplate) => void;
  /** Runs a template: what it asks for on the way is reported where this context reports. */
  readonly within: <T>(run: () => T) => T;
  /** What is done about a partial that is not there: gives what it stands for, or throws the failure. */
  missingPartial(name: string, data: unknown, failure: TemplateFailure): unknown;
}

export interface Library {
  /** The first template that is there. @throws {DeckError} when it can't be read */
  find(this: void, paths: readonly string[]): GoTemplate | undefined;
  /** Compiles a text once. @throws {DeckError} when it can't be read */
  compile(this: void, source: SourceFile): GoTemplate;
  /** Runs a template. @throws {DeckError} when it fails */
  run(template: GoTemplate, data: unknown, context: RunContext): string;
  /** A template inside of its frame. */
  combine(base: GoTemplate, template: GoTemplate): GoTemplate;
  /** Runs a partial: HTML, or what it returns. */
  partial(name: string, data: unknown, context: RunContext): unknown;
  hasPartial(name: string): boolean;
  /** Runs a text that is a template: as in Hugo, what it writes is no HTML, and is not escaped. */
  runText(source: SourceFile, data: unknown, context: RunContext): string;
}

/** Templates that Hugo brings, or brought once: those that are not here are there all the same, and write nothing. */
const INTERNAL_RE = /^_internal\/.+\.(?:html|xml)$|^_partials\/[\w-]+\.html$/;

/** Finds templates and compiles each once. */
type Finder = Pick<Library, 'find' | 'compile'> & {
  findPartial(this: void, name: string): GoTemplate | undefined;
  /** A partial that is called, which may stand in the file of any template. */
  findCalled(this: void, name: string): GoTemplate | undefined;
  /** What `{{ template }}` names: a partial, a layout by its path, or what some file of the site defines. */
  findTemplate(this: void, name: string): GoTemplate | undefined;
};

const DEFINE_RE = /\{\{-?\s*(?:define|block)\b/;

/** How the embedded partials have been called over time. */
const EMBEDDED_RE = /^\/?(?:_internal\/|_?partials\/)+/;

/** Templates that stand in the files of others, by their names. */
interface Definitions {
  /** Takes those of a file. */
  add(this: void, template: GoTemplate): void;
  /** The first of some names, of those in files that were compiled. */
  known(this: void, names: readonly string[]): GoTemplate | undefined;
  /** The first of some names, wherever it stands: all files are read for it, once. */
  anywhere(this: void, names: readonly string[]): GoTemplate | undefined;
}

function createDefinitions(readAll: () => void): Definitions {
  const defined = new Map<string, GoTemplate>();
  let isWhole = false;
  const known = (names: readonly string[]): GoTemplate | undefined =>
    names.map((name) => defined.get(name)).find((template) => template !== undefined);
  return {
    add({ defines }) {
      for (const [name, define] of defines) if (!defined.has(name)) defined.set(name, define);
    },
    known,
    anywhere(names) {
      if (!isWhole) readAll();
      isWhole = true;
      return known(names);
    },
  };
}

/** Reads what a file defines. What is wrong in it is told where that file is used. */
function readDefines(source: SourceFile, compile: Library['compile']): void {
  if (!DEFINE_RE.test(source.text)) return;
  try {
    compile(source);
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
  }
}

function createFinder(options: LibraryOptions): Finder {
  const compiled = new Map<string, GoTemplate>();
  const definitions = createDefinitions(() =>
    options.all().forEach((source) => readDefines(source, compile)),
  );
  const compile = (source: SourceFile): GoTemplate => {
    const known = compiled.get(source.path);
    if (known) return known;
    const template = compileGoTemplate(source, options.functions);
    compiled.set(source.path, template);
    definitions.add(template);
    return template;
  };
  const find = (paths: readonly string[]): GoTemplate | undefined => {
    const source = options.find(paths);
    return source && compile(source);
  };
  const findEmbedded = (name: string): GoTemplate | undefined => {
    const source = options.embedded(name.replace(EMBEDDED_RE, '').replace(/\.html$/, ''));
    return source && compile(source);
  };
  const findPartial = (name: string): GoTemplate | undefined => {
    const paths = options.partialPaths(name);
    // A partial may be defined in the file of another template.
    return definitions.known(paths) ?? find(paths) ?? findEmbedded(name);
  };
  return {
    compile,
    find,
    findPartial,
    // Only what is called is looked for in all files: whether a partial is there is asked for every deck.
    findCalled: (name) => findPartial(name) ?? definitions.anywhere(options.partialPaths(name)),
    findTemplate(name) {
      const path = name.replace(/^\/+/, '');
      const found =
        find([path, `${path}.html`]) ??
        definitions.known([name]) ??
        findPartial(name) ??
        definitions.anywhere([name]);
      return found ?? (INTERNAL_RE.test(name) ? compile({ path: name, text: '' }) : undefined);
    },
  };
}

export function createLibrary(options: LibraryOptions): Library {
  const { find, compile, findPartial, findCalled, findTemplate } = createFinder(options);
  const execute = (
    template: GoTemplate,
    data: unknown,
    { functions, onDependency, onRun, within }: RunContext,
    escape = true,
  ): Result => {
    onRun(template);
    const find = (name: string): GoTemplate | undefined => {
      const found = findTemplate(name);
      if (!found) return undefined;
      onDependency(found.source.path);
      onRun(found);
      return found;
    };
    return within(() => executeGoTemplate(template, data, { functions, find, escape, missing: 'zero' }));
  };
  const executeFile = (template: GoTemplate, data: unknown, context: RunContext): Result => {
    context.onDependency(template.source.path);
    return execute(template, data, context);
  };
  return {
    find,
    compile,
    run: (template, data, context) => executeFile(template, data, context).text,
    combine: combineTemplates,
    partial(name, data, context) {
      const template = findCalled(name);
      if (!template) return context.missingPartial(name, data, notFound(name, options.partialNames()));
      const { text, returned, hasReturned } = executeFile(template, data, context);
      return hasReturned ? returned : new SafeText('html', text);
    },
    hasPartial: (name) => findPartial(name) !== undefined,
    runText: (source, data, context) =>
      execute(compileGoTemplate(source, options.functions), data, context, false).text,
  };
}

type Result = ReturnType<typeof executeGoTemplate>;

function notFound(name: string, names: readonly string[]): TemplateFailure {
  const nearest = nearestName(name, names);
  return new TemplateFailure(
    `there is no partial named "${name}"`,
    `${nearest ? `Did you mean "${nearest}"? ` : ''}Write it as layouts/partials/${name.replace(/\.html$/, '')}.html, or take the line out.`,
  );
}
