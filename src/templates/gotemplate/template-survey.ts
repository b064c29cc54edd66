/** Lists the names that a template uses, without running it. */
import type { ParsedTemplate } from './parser.ts';
import type { Command, Expression, Pipe, TemplateNode } from './nodes.ts';
import type { Float } from './values.ts';

/** A name and its offset. */
export interface Mention {
  readonly name: string;
  readonly offset: number;
}

/** `{{ $x := "constant" }}` */
export interface ConstantVariable extends Mention {
  readonly value: string | number | boolean | Float;
}

export interface Survey {
  /** Functions with their namespace: `strings.HasSuffix`. */
  readonly functions: readonly Mention[];
  /** Fields and methods without their first dot: `Page.Title`; also those of `$` and of variables. */
  readonly fields: readonly Mention[];
  /** Templates and partials called by a constant name. */
  readonly templates: readonly Mention[];
  /** Variables set to a constant; the names include the `$`. */
  readonly variables: readonly ConstantVariable[];
}

interface Findings {
  readonly functions: Mention[];
  readonly fields: Mention[];
  readonly templates: Mention[];
  readonly variables: ConstantVariable[];
}

const PARTIALS: ReadonlySet<string> = new Set([
  'partial',
  'partialCached',
  'partials.Include',
  'partials.IncludeCached',
]);

/** Surveys a whole file. */
export function surveyTemplate({ list, defines }: ParsedTemplate): Survey {
  const found: Findings = { functions: [], fields: [], templates: [], variables: [] };
  for (const nodes of [list, ...defines.values()]) surveyList(nodes, found);
  return found;
}

function surveyList(list: readonly TemplateNode[], found: Findings): void {
  for (const node of list) {
    if (node.type === 'template') found.templates.push({ name: node.name, offset: node.offset });
    if ('pipe' in node && node.pipe) surveyPipe(node.pipe, found);
    if (!('list' in node)) continue;
    surveyList(node.list, found);
    surveyList(node.elseList ?? [], found);
  }
}

function surveyPipe({ variables: [name], commands, offset }: Pipe, found: Findings): void {
  const [command, ...others] = commands;
  if (name !== undefined && command && others.length === 0 && command.args.length === 1) {
    const [value] = command.args;
    if (value.type === 'string' || value.type === 'number' || value.type === 'bool') {
      found.variables.push({ name, value: value.value, offset });
    }
  }
  for (const each of commands) surveyCommand(each, found);
}

function surveyCommand({ args }: Command, found: Findings): void {
  const [first, name] = args;
  const called = functionName(first);
  if (called !== undefined && PARTIALS.has(called) && name?.type === 'string') {
    found.templates.push({ name: name.value, offset: name.offset });
  }
  for (const argument of args) surveyExpression(argument, found);
}

/** Reads the name of a function, with its namespace. */
function functionName(expression: Expression): string | undefined {
  if (expression.type === 'identifier') return expression.name;
  if (expression.type !== 'chain' || expression.base.type !== 'identifier') return undefined;
  return `${expression.base.name}.${expression.fields[0]}`;
}

function surveyExpression(expression: Expression, found: Findings): void {
  const { offset } = expression;
  const name = functionName(expression);
  if (name !== undefined) found.functions.push({ name, offset });
  if (expression.type === 'pipe') surveyPipe(expression, found);
  if (expression.type === 'chain' && name === undefined) surveyExpression(expression.base, found);
  // The first field of a namespace is its function.
  const fields = 'fields' in expression ? expression.fields.slice(name === undefined ? 0 : 1) : [];
  if (fields.length > 0) found.fields.push({ name: fields.join('.'), offset });
}
