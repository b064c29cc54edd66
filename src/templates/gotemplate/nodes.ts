/** The tree of a template. Offsets refer to its file. */
import type { Float } from './values.ts';

/** An expression that has a value. */
export type Expression =
  | { readonly type: 'bool'; readonly offset: number; readonly value: boolean }
  | {
      readonly type: 'number';
      readonly offset: number;
      readonly value: number | Float;
      readonly text: string;
    }
  | { readonly type: 'string'; readonly offset: number; readonly value: string; readonly text: string }
  | { readonly type: 'nil'; readonly offset: number }
  | { readonly type: 'dot'; readonly offset: number }
  | { readonly type: 'identifier'; readonly offset: number; readonly name: string }
  | FieldExpression
  | VariableExpression
  | ChainExpression
  | Pipe;

/** `.Page.Title` */
export interface FieldExpression {
  readonly type: 'field';
  readonly offset: number;
  readonly fields: readonly string[];
}

/** `$x`, `$x.Title`; the name includes the `$`. */
export interface VariableExpression {
  readonly type: 'variable';
  readonly offset: number;
  readonly name: string;
  readonly fields: readonly string[];
}

/** `(index . 0).Title`, `strings.HasSuffix` */
export interface ChainExpression {
  readonly type: 'chain';
  readonly offset: number;
  readonly base: Expression;
  readonly fields: readonly string[];
}

/** A value with its arguments. */
export interface Command {
  readonly offset: number;
  readonly args: readonly [Expression, ...Expression[]];
}

/** Commands, each of which passes its value to the next one, and the variables that are set to the last value. */
export interface Pipe {
  readonly type: 'pipe';
  readonly offset: number;
  readonly variables: readonly string[];
  /** Whether the variables exist already: `=` instead of `:=`. */
  readonly isAssignment: boolean;
  readonly commands: readonly Command[];
}

export interface TextNode {
  readonly type: 'text';
  readonly offset: number;
  readonly text: string;
}

export interface ActionNode {
  readonly type: 'action';
  readonly offset: number;
  readonly pipe: Pipe;
}

export interface BranchNode {
  readonly type: 'if' | 'with' | 'range';
  readonly offset: number;
  readonly pipe: Pipe;
  readonly list: readonly TemplateNode[];
  readonly elseList?: readonly TemplateNode[];
}

/** `{{ template "name" . }}`, also created for a `{{ block }}`. */
export interface CallNode {
  readonly type: 'template';
  readonly offset: number;
  readonly name: string;
  readonly pipe?: Pipe;
}

export interface JumpNode {
  readonly type: 'break' | 'continue';
  readonly offset: number;
}

/** Hugo's `{{ return value }}`. */
export interface ReturnNode {
  readonly type: 'return';
  readonly offset: number;
  readonly pipe?: Pipe;
}

export type TemplateNode = TextNode | ActionNode | BranchNode | CallNode | JumpNode | ReturnNode;

/** Formats an expression as an author would write it, for messages. */
export function formatExpression(expression: Expression): string {
  switch (expression.type) {
    case 'bool':
      return String(expression.value);
    case 'number':
    case 'string':
      return expression.text;
    case 'nil':
      return 'nil';
    case 'dot':
      return '.';
    case 'identifier':
      return expression.name;
    case 'field':
      return formatFields(expression.fields);
    case 'variable':
      return expression.name + formatFields(expression.fields);
    case 'chain':
      return formatArgument(expression.base) + formatFields(expression.fields);
    case 'pipe':
      break;
  }
  return formatPipe(expression);
}

function formatFields(fields: readonly string[]): string {
  return fields.map((field) => `.${field}`).join('');
}

function formatArgument(expression: Expression): string {
  const text = formatExpression(expression);
  return expression.type === 'pipe' ? `(${text})` : text;
}

/** Formats a command as an author would write it. */
export function formatCommand({ args }: Command): string {
  return args.map(formatArgument).join(' ');
}

function formatPipe({ variables, isAssignment, commands }: Pipe): string {
  const declared = variables.length > 0 ? `${variables.join(', ')} ${isAssignment ? '=' : ':='} ` : '';
  return declared + commands.map(formatCommand).join(' | ');
}
