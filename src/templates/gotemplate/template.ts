/** Go's template language: compiles a file, tells what it speaks of, and runs it. */
import { createDiagnostic, DeckError, type SourceFile } from '../../diagnostics.ts';
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
  /** The path of its file, or the name that it is defined by. */
  readonly name: string;
  /** What its file defines by `{{ define }}` and `{{ block }}`. */
  readonly defines: ReadonlyMap<string, GoTemplate>;
  /** What its file speaks of. */
  readonly survey: Survey;
  /** Its tree. */
  readonly list: readonly TemplateNode[];
}

/** What a template is run with. */
export interface Execution {
  readonly functions: FunctionTable;
  /** Finds what `{{ template }}` names and the file itself does not define. */
  find(name: string): GoTemplate | undefined;
  /** Whether values are escaped by the place in which they stand, as in HTML they have to be. */
  readonly escape: boolean;
  /** What is printed for a value that is not there: nothing, or `<no value>`. */
  readonly missing: Missing;
}

/** What a run gives. */
export interface ExecutionResult {
  readonly text: string;
  /** The value of Hugo's `{{ return }}`. */
  readonly returned: unknown;
  readonly hasReturned: boolean;
}

/**
 * Compiles a template.
 * @param functions the table that it will be run with, or one with the same names
 * @throws {DeckError} `template-syntax` with one diagnostic, or `template-function-unknown` with one for each function
 */
export function compileGoTemplate(source: SourceFile, functions: FunctionTable): GoTemplate {
  const parsed = parseSource(source);
  const survey = surveyTemplate(parsed);
  const unknown = findUnknownFunctions(source, survey, functions);
  if (unknown.length > 0) throw new DeckError(unknown);
  // The templates of a file know each other, so they share one map, which is complete before anybody sees it.
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
        hint: error.hint ?? 'Look at the action around this place; the language is the one of Go and Hugo.',
        source,
        offset: error.offset,
      }),
    ]);
  }
}

/**
 * Runs a template.
 * @throws {DeckError} `template-failed` at the action that failed; those of templates that functions run pass untouched
 */
export function executeGoTemplate(
  template: GoTemplate,
  data: unknown,
  execution: Execution,
): ExecutionResult {
  const { functions, escape, missing } = execution;
  const writer: Writer = escape ? createEscapingWriter(missing) : createPlainWriter(missing);
  const evaluator = new Evaluator({
    writer,
    find: (name, from) => template.defines.get(name) ?? from.defines.get(name) ?? execution.find(name),
    findFunction: (name) => (Object.hasOwn(functions, name) ? functions[name] : builtins[name]),
  });
  try {
    evaluator.run(template, data);
  } catch (error) {
    throw new DeckError([failureOf(error, evaluator)]);
  }
  return { text: writer.written, ...evaluator.result };
}

/** The diagnostic of a failure; anything that is none is thrown on. */
function failureOf(error: unknown, { place }: Evaluator): ReturnType<typeof createDiagnostic> {
  const failure = asFailure(error);
  if (!failure) throw error;
  return createDiagnostic({
    code: 'template-failed',
    message: `the template failed at <${shorten(place.text)}>: ${failure.message}`,
    hint: failure.hint ?? 'Look at the values that it uses here.',
    ...(place.source && { source: place.source, offset: place.offset }),
  });
}

const LONGEST = 60;

/** Raw strings can be long, and have lines. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const STACK_ENDS = ['Maximum call stack size exceeded', 'Stack overflow'];

/** Templates that run each other without an end exhaust the stack before they reach a limit of ours. */
function asFailure(error: unknown): TemplateFailure | undefined {
  if (error instanceof TemplateFailure) return error;
  // Where the stack ends, even a regular expression can't be compiled any more.
  if (!(error instanceof Error) || !STACK_ENDS.some((words) => error.message.endsWith(words)))
    return undefined;
  const hint = 'It runs itself without an end: it needs an {{ if }} around the call.';
  return new TemplateFailure('exceeded maximum template depth', hint);
}

/** A template in its frame, as in Hugo: what `defining` defines goes before the blocks of `base`. */
export function combineTemplates(base: GoTemplate, defining: GoTemplate): GoTemplate {
  return { ...base, defines: new Map([...base.defines, ...defining.defines]) };
}
