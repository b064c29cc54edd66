/** Go's template language: compiles a file, lists the names that it uses, and runs it. */
import { Budget } from './budget.ts';
import { createDiagnostic, DeckError, type Diagnostic, type SourceFile } from '../../diagnostics.ts';
import { builtins } from './builtins.ts';
import { createEscapingWriter } from './escape/writer.ts';
import { Evaluator } from './evaluator.ts';
import { findUnknownFunctions } from './known-functions.ts';
import type { TemplateNode } from './nodes.ts';
import { type ParsedTemplate, parseTemplate } from './parser.ts';
import { type Survey, surveyTemplate } from './template-survey.ts';
import { SyntaxFailure } from './syntax-failure.ts';
import { type FunctionTable, TemplateFailure } from './values.ts';
import { createPlainWriter, type Missing, type Writer } from './writer.ts';

export type { Survey } from './template-survey.ts';

/** A compiled template. */
export interface GoTemplate {
  readonly source: SourceFile;
  /** The path of its file, or the name of its definition. */
  readonly name: string;
  /** The definitions of its file, by `{{ define }}` and `{{ block }}`. */
  readonly defines: ReadonlyMap<string, GoTemplate>;
  /** The names that its file uses. */
  readonly survey: Survey;
  /** The tree of the template. */
  readonly list: readonly TemplateNode[];
}

/** The settings of a run. */
export interface Execution {
  readonly functions: FunctionTable;
  /** Finds a template that `{{ template }}` calls and the file does not define. */
  find(name: string): GoTemplate | undefined;
  /** Whether values are escaped by their context, as HTML requires. */
  readonly escape: boolean;
  /** The output for a missing value: nothing, or `<no value>`. */
  readonly missing: Missing;
  /** Limits what the run costs; by default, a budget of its own. */
  readonly budget?: Budget;
}

/** The result of a run. */
export interface ExecutionResult {
  readonly text: string;
  /** The value of Hugo's `{{ return }}`. */
  readonly returned: unknown;
  readonly hasReturned: boolean;
  /** Warns of HTML that ends inside of a tag or script, which Go refuses. */
  readonly warning?: Diagnostic;
}

/**
 * Compiles a template.
 * @param functions the table for its run, or one with the same names
 * @throws {DeckError} `template-syntax` with one diagnostic, or `template-function-unknown` with one per function
 */
export function compileGoTemplate(source: SourceFile, functions: FunctionTable): GoTemplate {
  const parsed = parseSource(source);
  const survey = surveyTemplate(parsed);
  const unknown = findUnknownFunctions(source, survey, functions);
  if (unknown.length > 0) throw new DeckError(unknown);
  // The templates of a file can call each other, so they share one map, which is complete before anyone reads it.
  const defines = new Map<string, GoTemplate>();
  for (const [name, list] of parsed.defines) defines.set(name, { source, name, defines, survey, list });
  return { source, name: source.path, defines, survey, list: parsed.list };
}

function parseSource(source: SourceFile): ParsedTemplate {
  try {
    return parseTemplate(source.text);
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    throw new DeckError([
      createDiagnostic({
        code: 'template-syntax',
        message: `the template can't be read: ${error.message}`,
        hint: error.hint ?? 'See https://gohugo.io/templates/introduction/ for the syntax of templates.',
        source,
        offset: error.offset,
      }),
    ]);
  }
}

/**
 * Runs a template.
 * @throws {DeckError} `template-failed` at the action that failed; errors of templates run by functions pass unchanged
 */
export function executeGoTemplate(
  template: GoTemplate,
  data: unknown,
  execution: Execution,
): ExecutionResult {
  const { functions, escape, missing, budget = new Budget() } = execution;
  const writer: Writer = escape ? createEscapingWriter(missing) : createPlainWriter(missing);
  const evaluator = new Evaluator({
    writer,
    budget,
    find: (name, from) => template.defines.get(name) ?? from.defines.get(name) ?? execution.find(name),
    findFunction: (name) => (Object.hasOwn(functions, name) ? functions[name] : builtins[name]),
  });
  try {
    budget.within(() => evaluator.run(template, data));
  } catch (error) {
    throw new DeckError([failureOf(error, evaluator)]);
  }
  const { unfinished } = writer;
  const warning = unfinished !== undefined && !evaluator.result.hasReturned;
  return {
    text: writer.written,
    ...evaluator.result,
    ...(warning && { warning: unfinishedOutput(template, unfinished) }),
  };
}

function unfinishedOutput({ source, name, defines }: GoTemplate, where: string): Diagnostic {
  const what = defines.get(name)?.source === source ? `the template "${name}"` : 'the template';
  return createDiagnostic({
    code: 'template-unfinished',
    severity: 'warning',
    message: `${what} ends in a non-text context, ${where}, which Hugo refuses`,
    hint: 'Close the tag, the quotation mark, the comment or the element that it opens.',
    source,
    offset: source.text.trimEnd().length,
  });
}

/** Creates the diagnostic of a failure, and rethrows other errors. */
function failureOf(error: unknown, { location }: Evaluator): ReturnType<typeof createDiagnostic> {
  const failure = asFailure(error);
  if (!failure) throw error;
  return createDiagnostic({
    code: 'template-failed',
    message: `the template failed at <${shorten(location.text)}>: ${failure.message}`,
    hint: failure.hint ?? 'Check the values used here.',
    ...(location.source && { source: location.source, offset: location.offset }),
  });
}

const LONGEST = 60;

/** Shortens an action: raw strings can be long and have several lines. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const STACK_ENDS = ['Maximum call stack size exceeded', 'Stack overflow'];

/** Converts a stack overflow, which templates that call each other cause before they reach MAX_DEPTH. */
function asFailure(error: unknown): TemplateFailure | undefined {
  if (error instanceof TemplateFailure) return error;
  // At the end of the stack, not even a regular expression can be compiled.
  if (!(error instanceof Error) || !STACK_ENDS.some((words) => error.message.endsWith(words)))
    return asSizeFailure(error);
  const hint = 'The template calls itself endlessly: guard the call with {{ if }}.';
  return new TemplateFailure('exceeded maximum template depth', hint);
}

/** Converts the error of a text, list or number that is larger than JavaScript allows. */
function asSizeFailure(error: unknown): TemplateFailure | undefined {
  if (!(error instanceof RangeError)) return undefined;
  return new TemplateFailure(`a value is too large: ${error.message}`, 'Check the sizes given here.');
}

/**
 * Combines a template with its base template. As in Hugo, the definitions of `defining` replace the blocks of `base`.
 */
export function combineTemplates(base: GoTemplate, defining: GoTemplate): GoTemplate {
  return { ...base, defines: new Map([...base.defines, ...defining.defines]) };
}
