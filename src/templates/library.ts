/** The author's templates in Go's language: finds them, compiles each once, and runs them. */
import type { Budget } from './gotemplate/budget.ts';
import { DeckError, type Diagnostic, nearestName, type SourceFile } from '../diagnostics.ts';
import {
  combineTemplates,
  compileGoTemplate,
  executeGoTemplate,
  type GoTemplate,
} from './gotemplate/template.ts';
import { type FunctionTable, SafeText, TemplateFailure } from './gotemplate/values.ts';

/** The settings of a library. */
export interface LibraryOptions {
  /** Finds the first file that exists, by paths relative to the layout folders. */
  find(paths: readonly string[]): SourceFile | undefined;
  /** Finds a partial that Hugo includes, by its plain name: `opengraph`, `_funcs/get-page-images`. */
  embedded(name: string): SourceFile | undefined;
  /** Lists the paths of a partial. */
  partialPaths(name: string): readonly string[];
  /** Lists the names of all partials, for "did you mean". */
  partialNames(): readonly string[];
  /** Lists all files in the layout folders: the definitions of one are available to all. */
  all(): readonly SourceFile[];
  /** Functions by name, to check a template when it is compiled. */
  readonly functions: FunctionTable;
  /** Limits what each run costs. */
  readonly budget: Budget;
}

/** The functions for a template that runs for a page, and callbacks for what it uses. */
export interface RunContext {
  readonly functions: FunctionTable;
  /** Called with the path of each file that the output depends on. */
  readonly onDependency: (path: string) => void;
  /** Called with each template that runs, also of those that are texts. */
  readonly onRun: (template: GoTemplate) => void;
  /** Runs a template in this context, to which its findings are reported. */
  readonly within: <T>(run: () => T) => T;
  /** Receives warnings about the output of a template. */
  readonly report: (warning: Diagnostic) => void;
  /** Handles a missing partial: returns a replacement, or throws the failure. */
  missingPartial(name: string, data: unknown, failure: TemplateFailure): unknown;
}

export interface Library {
  /**
   * Finds the first template that exists.
   * @throws {DeckError} if it is invalid
   */
  find(this: void, paths: readonly string[]): GoTemplate | undefined;
  /**
   * Compiles a text, each only once.
   * @throws {DeckError} if it is invalid
   */
  compile(this: void, source: SourceFile): GoTemplate;
  /**
   * Runs a template.
   * @throws {DeckError} if it fails
   */
  run(template: GoTemplate, data: unknown, context: RunContext): string;
  /** Combines a template with its base template. */
  combine(base: GoTemplate, template: GoTemplate): GoTemplate;
  /** Runs a partial, and returns its HTML or its return value. */
  partial(name: string, data: unknown, context: RunContext): unknown;
  hasPartial(name: string): boolean;
  /** Runs a text as a template; as in Hugo, its output is not HTML, and is not escaped. */
  runText(source: SourceFile, data: unknown, context: RunContext): string;
}

/** Templates that Hugo includes or has included. Those that are not supported exist, too, and render nothing. */
const INTERNAL_RE = /^_internal\/.+\.(?:html|xml)$|^_partials\/[\w-]+\.html$/;

type Finder = Pick<Library, 'find' | 'compile'> & {
  findPartial(this: void, name: string): GoTemplate | undefined;
  /** Finds a partial by name, which may be defined in the file of any template. */
  findCalled(this: void, name: string): GoTemplate | undefined;
  /**
   * Finds a template for `{{ template }}`: a partial, a layout by its path, or a definition in any file of the site.
   */
  findTemplate(this: void, name: string): GoTemplate | undefined;
};

const DEFINE_RE = /\{\{-?\s*(?:define|block)\b/;

/** Prefixes of embedded partials in all versions of Hugo. */
const EMBEDDED_RE = /^\/?(?:_internal\/|_?partials\/)+/;

/** Templates defined in the files of others, by name. */
interface Definitions {
  /** Adds the definitions of a file. */
  add(this: void, template: GoTemplate): void;
  /** Finds the first of some names in files that were compiled. */
  known(this: void, names: readonly string[]): GoTemplate | undefined;
  /** Finds the first of some names in all files, which are read once for it. */
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

/** Reads the definitions of a file. Its errors are reported when the file is used. */
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
    // All files are only searched for partials that are called: whether one exists is checked for every deck.
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
  const { budget } = options;
  const execute = (
    template: GoTemplate,
    data: unknown,
    { functions, onDependency, onRun, within, report }: RunContext,
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
    return within(() => {
      const result = executeGoTemplate(template, data, { functions, find, escape, missing: 'zero', budget });
      if (result.warning) report(result.warning);
      return result;
    });
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
    `${nearest ? `Did you mean "${nearest}"? ` : ''}Create layouts/partials/${name.replace(/\.html$/, '')}.html, or remove the call.`,
  );
}
