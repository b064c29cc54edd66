/** Compiles and runs a template from a string. */
import { DeckError, type Diagnostic } from '../../src/diagnostics.ts';
import {
  compileGoTemplate,
  type Execution,
  type ExecutionResult,
  executeGoTemplate,
} from '../../src/templates/gotemplate/template.ts';
import {
  type FunctionTable,
  GoObject,
  SafeText,
  TemplateFailure,
} from '../../src/templates/gotemplate/values.ts';

/** An object with the members that it is given. */
export class TestObject extends GoObject {
  readonly typeName: string;
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(typeName: string, members: Readonly<Record<string, unknown>>) {
    super();
    this.typeName = typeName;
    this.#members = members;
  }

  member(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }
}

const strings = new TestObject('strings.Namespace', {
  HasSuffix: (text: unknown, end: unknown) => String(text).endsWith(String(end)),
  ToUpper: (text: unknown) => String(text).toUpperCase(),
});

/** A few functions in the way of Hugo's. */
export const testFunctions: FunctionTable = {
  strings: () => strings,
  upper: (text) => String(text).toUpperCase(),
  dict: (...values) =>
    Object.fromEntries(
      values.flatMap((value, n) => (n % 2 === 0 ? [[String(value), values[n + 1]] as const] : [])),
    ),
  list: (...values) => values,
  safeHTML: (text) => new SafeText('html', String(text)),
  fail: () => {
    throw new TemplateFailure('no luck', 'Try another one.');
  },
};

/** Runs a template; values are not escaped unless it is asked for. */
export function runTemplate(
  text: string,
  data: unknown = {},
  options: Partial<Execution> = {},
): ExecutionResult {
  const functions = options.functions ?? testFunctions;
  const template = compileGoTemplate({ path: 'layouts/test.html', text }, functions);
  return executeGoTemplate(template, data, {
    functions,
    find: () => undefined,
    escape: false,
    missing: 'zero',
    ...options,
  });
}

/** What is wrong with a template, or with its run. */
export function findingsOf(
  text: string,
  data: unknown = {},
  options: Partial<Execution> = {},
): readonly Diagnostic[] {
  try {
    runTemplate(text, data, options);
  } catch (error) {
    if (error instanceof DeckError) return error.diagnostics;
    throw error;
  }
  return [];
}
