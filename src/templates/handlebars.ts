/** Handlebars: the language of the built-in layouts and of authors' own. Errors in them are diagnostics. */
import Handlebars from 'handlebars';
import {
  createDiagnostic,
  DeckError,
  type Diagnostic,
  nearestName,
  offsetAt,
  type SourceFile,
} from '../diagnostics.ts';
import { callPackage } from '../call-package.ts';
import type { Table } from '../types.ts';
import { Budget } from './gotemplate/budget.ts';
import { TemplateFailure } from './gotemplate/values.ts';
import { templateHelpers } from './handlebars-helpers.ts';
import { findExcess } from './handlebars-excess.ts';
import { LayoutRun } from './handlebars-run.ts';
import { explainSyntaxError, GUIDE, type TemplateProblem } from './handlebars-syntax.ts';
import { type PrecompiledFile, precompiledFiles } from './precompiled.ts';

/** A compiled layout. */
export interface Template {
  readonly source: SourceFile;
  /** The files of this template and its partials. */
  readonly usedFiles: readonly string[];
  /** Whether the template or one of its partials mentions a name. */
  mentions(name: string): boolean;
  /**
   * Renders plain data.
   * @throws {DeckError} if the template fails
   */
  render(data: Table): string;
}

/** Finds the file of a partial by the name in `{{> name}}`. */
export type FindPartial = (name: string) => SourceFile | undefined;

/** The files and the limits of a layout. */
export interface CompileSetup {
  readonly findPartial: FindPartial;
  /** Limits what a run costs; by default, a budget of its own. */
  readonly budget?: Budget;
  /** Files that are compiled already, by their texts. */
  readonly known?: ReadonlyMap<string, PrecompiledFile>;
}

/** How all layouts are compiled. */
export const COMPILE_OPTIONS = { preventIndent: true } as const;

/**
 * Compiles a layout with its partials.
 * @throws {DeckError} at a syntax error, an unknown helper or a missing partial
 */
export function compileTemplate(
  source: SourceFile,
  { findPartial, budget = new Budget(), known = precompiledFiles }: CompileSetup,
): Template {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(templateHelpers);
  const names = new Set<string>();
  const files = new Map<string, SourceFile>();
  const layoutRun = new LayoutRun(budget, source, (name) => files.get(name));
  layoutRun.attach(handlebars);
  const add = (file: SourceFile): HandlebarsTemplateDelegate<Table> => {
    const compiled = known.get(file.text);
    const survey = compiled ? withoutPlaces(compiled) : surveyTemplate(file);
    for (const name of survey.names) names.add(name);
    for (const { name, loc } of survey.partials) {
      if (files.has(name)) continue;
      const partial = findPartial(name);
      if (!partial) throw new DeckError([missingPartial(file, name, loc)]);
      files.set(name, partial);
      handlebars.registerPartial(name, add(partial));
    }
    if ('program' in survey) return handlebars.compile<Table>(survey.program, COMPILE_OPTIONS);
    return handlebars.template<Table>({ ...survey.template, compilerOptions: COMPILE_OPTIONS });
  };
  const run = add(source);
  return {
    source,
    usedFiles: [source.path, ...[...files.values()].map((file) => file.path)],
    mentions: (name) => names.has(name),
    render: (data) => runTemplate(layoutRun, () => run(data)),
  };
}

/** What the text of a layout says: the names that it mentions, and the partials that it calls. */
interface TemplateSurvey {
  readonly program: hbs.AST.Program;
  readonly names: readonly string[];
  readonly partials: readonly PartialCall[];
}

interface PartialCall {
  readonly name: string;
  readonly loc: hbs.AST.SourceLocation;
}

/**
 * Parses a layout, without its partials.
 * @throws {DeckError} at a syntax error or an unknown helper
 */
export function surveyTemplate(file: SourceFile): TemplateSurvey {
  const program = parseTemplate(file);
  const survey = new TemplateNames();
  survey.accept(program);
  checkHelpers(file, survey);
  return { program, names: [...survey.names], partials: survey.partials };
}

/** A built-in layout that calls a partial which is missing is broken as a whole, so any place will do. */
const START = { source: '', start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

const withoutPlaces = ({ names, partials, template }: PrecompiledFile) => ({
  names,
  template,
  partials: partials.map((name): PartialCall => ({ name, loc: START })),
});

/** The names that a template mentions. */
class TemplateNames extends Handlebars.Visitor {
  readonly names = new Set<string>();
  readonly helpers: { name: string; loc: hbs.AST.SourceLocation }[] = [];
  readonly partials: PartialCall[] = [];

  override PathExpression(path: hbs.AST.PathExpression): void {
    const [first] = path.parts;
    if (first) this.names.add(first);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    this.#call(mustache);
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#call(block);
    super.BlockStatement(block);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#call(expression);
    super.SubExpression(expression);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type === 'PathExpression') {
      this.partials.push({ name: partial.name.original, loc: partial.loc });
    }
    super.PartialStatement(partial);
  }

  /** Checks a name with parameters, which can only be a helper. */
  #call(node: { path: hbs.AST.Node; params: hbs.AST.Expression[]; loc: hbs.AST.SourceLocation }): void {
    if (node.params.length === 0 || node.path.type !== 'PathExpression') return;
    this.helpers.push({ name: (node.path as hbs.AST.PathExpression).original, loc: node.loc });
  }
}

const BUILT_IN_HELPERS = ['if', 'unless', 'each', 'with', 'lookup', 'log'];

function checkHelpers(file: SourceFile, { helpers }: TemplateNames): void {
  const known = [...BUILT_IN_HELPERS, ...Object.keys(templateHelpers)];
  const unknown = helpers.filter(({ name }) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new DeckError(unknown.map(({ name, loc }) => unknownHelper(file, { name, loc, known })));
}

function unknownHelper(
  source: SourceFile,
  call: { name: string; loc: hbs.AST.SourceLocation; known: readonly string[] },
): Diagnostic {
  const nearest = nearestName(call.name, call.known);
  return createDiagnostic({
    code: 'layout-helper-unknown',
    message: `there is no helper named "${call.name}"`,
    hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Available helpers: ${call.known.join(', ')}.`,
    source,
    offset: offsetOfNode(source, call.loc),
  });
}

function missingPartial(source: SourceFile, name: string, loc: hbs.AST.SourceLocation): Diagnostic {
  return createDiagnostic({
    code: 'layout-partial-missing',
    message: `there is no partial named "${name}"`,
    hint: `Create layouts/partials/${name}.hbs, or remove the call.`,
    source,
    offset: offsetOfNode(source, loc),
  });
}

/** Converts a position to an offset. Handlebars counts lines from 1 and columns from 0. */
function offsetOfNode(source: SourceFile, loc: hbs.AST.SourceLocation): number {
  return offsetAt(source.text, loc.start.line, loc.start.column + 1);
}

function parseTemplate(source: SourceFile): hbs.AST.Program {
  const excess = findExcess(source.text);
  if (excess) throw syntaxError(source, excess);
  return callPackage(
    () => Handlebars.parse(source.text),
    ({ error, reason }) => {
      const problem = error instanceof Error ? explainSyntaxError(source.text, error.message) : undefined;
      throw syntaxError(source, problem ?? { message: reason, hint: GUIDE, offset: 0 });
    },
  );
}

function syntaxError(source: SourceFile, problem: TemplateProblem): DeckError {
  const message = `the layout can't be read: ${problem.message}`;
  return new DeckError([createDiagnostic({ code: 'layout-syntax', ...problem, message, source })]);
}

function runTemplate(layoutRun: LayoutRun, run: () => string): string {
  const fail = (
    reason: string,
    hint = 'Check the values that the layout passes to helpers and blocks.',
  ): never => {
    const { file: source, start } = layoutRun.location;
    const offset = offsetAt(source.text, start.line, start.column + 1);
    const message = `the layout failed: ${reason}`;
    throw new DeckError([createDiagnostic({ code: 'layout-failed', message, hint, source, offset })]);
  };
  try {
    return callPackage(
      () => layoutRun.start(run),
      ({ reason }) => fail(reason),
    );
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    return fail(error.message, error.hint);
  }
}
