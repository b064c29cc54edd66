/** Evaluates pipes, commands and arguments. */
import { DeckError, type SourceFile } from '../../diagnostics.ts';
import type { Budget } from './budget.ts';
import {
  type ChainExpression,
  type Command,
  type Expression,
  formatCommand,
  formatExpression,
  type Pipe,
} from './nodes.ts';
import type { Scope } from './scope.ts';
import { TryValue } from './try.ts';
import { unknownField } from './unknown-field.ts';
import { type GoFunction, GoObject, isMap, isTrue, TemplateFailure } from './values.ts';

/** Finds a function by name. */
export type FindFunction = (name: string) => GoFunction | undefined;

/** The input of a command besides its own arguments: the value of the previous command. */
interface Input {
  readonly args: readonly Expression[];
  readonly final: readonly unknown[];
}

const NOTHING: Input = { args: [], final: [] };

export class ExpressionEvaluator {
  readonly #findFunction: FindFunction;
  readonly #budget: Budget;
  #source: SourceFile | undefined;
  #offset = 0;
  #text = '';

  constructor(findFunction: FindFunction, budget: Budget) {
    this.#findFunction = findFunction;
    this.#budget = budget;
  }

  /** The location of the last evaluated expression. */
  get location(): {
    readonly source: SourceFile | undefined;
    readonly offset: number;
    readonly text: string;
  } {
    return { source: this.#source, offset: this.#offset, text: this.#text };
  }

  /**
   * Switches to another file.
   * @returns the previous one
   */
  enter(source: SourceFile | undefined): SourceFile | undefined {
    const outer = this.#source;
    this.#source = source;
    return outer;
  }

  moveTo(offset: number, text: string): void {
    this.#offset = offset;
    this.#text = text;
  }

  /** Evaluates a pipe, and sets its variables. */
  pipe(pipe: Pipe, scope: Scope): unknown {
    const value = this.#commands(pipe.commands, scope);
    for (const name of pipe.variables) {
      if (pipe.isAssignment) scope.assign(name, value);
      else scope.declare(name, value);
    }
    return value;
  }

  /** Evaluates a pipe that may be a bare nil. */
  optional(pipe: Pipe, scope: Scope): unknown {
    const [command, ...others] = pipe.commands;
    const isNil = others.length === 0 && command?.args.length === 1 && command.args[0].type === 'nil';
    return isNil ? undefined : this.pipe(pipe, scope);
  }

  /** Evaluates the single argument of the last command of a pipe. */
  withoutLast({ commands }: Pipe, scope: Scope): unknown {
    const argument = commands.at(-1)?.args[1];
    return argument ? this.#argument(argument, scope) : this.#commands(commands.slice(0, -1), scope);
  }

  #commands(commands: readonly Command[], scope: Scope): unknown {
    let final: readonly unknown[] = [];
    for (const command of commands) {
      // After a pipe, a nil is no longer a pointer whose fields could be read.
      final = [this.#command(command, scope, final) ?? undefined];
    }
    return final[0];
  }

  #command(command: Command, scope: Scope, final: readonly unknown[]): unknown {
    const [first, ...args] = command.args;
    this.moveTo(first.offset, formatCommand(command));
    this.#budget.step();
    if (first.type === 'nil')
      throw new TemplateFailure('nil is not a command', 'Compare a value with nil, or remove it.');
    return this.#value(first, scope, { args, final });
  }

  #argument(expression: Expression, scope: Scope): unknown {
    return expression.type === 'nil' ? null : this.#value(expression, scope, NOTHING);
  }

  #value(expression: Expression, scope: Scope, input: Input): unknown {
    switch (expression.type) {
      case 'identifier':
        return this.#function(expression.name, expression, scope, input);
      case 'field':
        return this.#fields(scope.dot, { fields: expression.fields, expression }, scope, input);
      case 'variable': {
        const value = scope.read(expression.name);
        if (expression.fields.length === 0) return this.#plain(value, expression, input);
        return this.#fields(value, { fields: expression.fields, expression }, scope, input);
      }
      case 'chain':
        return this.#chain(expression, scope, input);
      case 'pipe':
        return this.#plain(this.pipe(expression, scope), expression, input);
      case 'dot':
        return this.#plain(scope.dot, expression, input);
      case 'nil':
        return this.#plain(null, expression, input);
      case 'bool':
      case 'number':
      case 'string':
        break;
    }
    return this.#plain(expression.value, expression, input);
  }

  #plain(value: unknown, expression: Expression, { args, final }: Input): unknown {
    if (args.length === 0 && final.length === 0) return value;
    const hint = 'Only functions and methods take arguments.';
    throw new TemplateFailure(`can't give argument to non-function ${formatExpression(expression)}`, hint);
  }

  #chain(expression: ChainExpression, scope: Scope, input: Input): unknown {
    const { base, fields } = expression;
    if (base.type === 'nil')
      throw new TemplateFailure(`indirection through explicit nil in ${formatExpression(expression)}`);
    const value = this.#argument(base, scope);
    this.moveTo(expression.offset, formatExpression(expression));
    return this.#fields(value, { fields, expression }, scope, input);
  }

  /** Evaluates `.X.Y.Z`, of which the last one gets the arguments. */
  #fields(
    receiver: unknown,
    { fields, expression }: { readonly fields: readonly string[]; readonly expression: Expression },
    scope: Scope,
    input: Input,
  ): unknown {
    let value = receiver;
    for (const [n, name] of fields.entries()) {
      const isLast = n === fields.length - 1;
      value = this.#field(value, { name, expression }, scope, isLast ? input : NOTHING);
    }
    return value;
  }

  #field(
    receiver: unknown,
    { name, expression }: { readonly name: string; readonly expression: Expression },
    scope: Scope,
    input: Input,
  ): unknown {
    // An untyped nil has no fields; a typed nil is a missing object.
    if (receiver === undefined) return undefined;
    if (receiver === null) {
      const hint = `The value before .${name} is nil: check it with {{ with }} first.`;
      throw new TemplateFailure(`nil pointer evaluating interface {}.${name}`, hint);
    }
    const hasInput = input.args.length > 0 || input.final.length > 0;
    if (receiver instanceof GoObject || Array.isArray(receiver)) {
      const member = receiver instanceof GoObject ? receiver.member(name) : listMember(receiver, name);
      if (typeof member === 'function') {
        const called = expression.type === 'chain' ? formatExpression(expression) : name;
        return this.#call(called, member as GoFunction, scope, input);
      }
      if (member === undefined) throw unknownField(name, receiver);
      // The element type of an empty list is unknown, so all methods of lists return an empty one.
      const isEmpty = Array.isArray(receiver) && receiver.length === 0;
      if (hasInput && !isEmpty)
        throw new TemplateFailure(`${name} has arguments but cannot be invoked as function`);
      return member;
    }
    if (!isMap(receiver)) throw unknownField(name, receiver);
    if (hasInput) throw new TemplateFailure(`${name} is not a method but has arguments`);
    return readKey(receiver, name);
  }

  #function(name: string, expression: Expression, scope: Scope, input: Input): unknown {
    if (name === 'and' || name === 'or') return this.#shortCircuit(name, scope, input);
    if (name === 'try') return this.#try(scope, input);
    const target = this.#findFunction(name);
    if (!target) throw new TemplateFailure(`function ${formatExpression(expression)} not defined`);
    return this.#call(name, target, scope, input);
  }

  /** Evaluates the arguments of `and` or `or` up to the one that decides. */
  #shortCircuit(name: 'and' | 'or', scope: Scope, { args, final }: Input): unknown {
    if (args.length + final.length === 0)
      throw new TemplateFailure(`wrong number of args for ${name}: want at least 1 got 0`);
    let value: unknown;
    for (const argument of args) {
      value = this.#argument(argument, scope);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return final.length > 0 ? final[0] : value;
  }

  #try(scope: Scope, { args: [argument], final }: Input): unknown {
    const { source, offset, text } = this.location;
    try {
      return new TryValue(argument ? this.#argument(argument, scope) : final[0]);
    } catch (error) {
      this.enter(source);
      this.moveTo(offset, text);
      if (error instanceof TemplateFailure) return new TryValue(undefined, error.message);
      if (!(error instanceof DeckError)) throw error;
      return new TryValue(undefined, error.diagnostics.map(({ message }) => message).join('\n'));
    }
  }

  #call(name: string, target: GoFunction, scope: Scope, { args, final }: Input): unknown {
    const { offset, text } = this.location;
    const values = args.map((argument) => this.#argument(argument, scope));
    this.moveTo(offset, text);
    try {
      const value = target(...values, ...final);
      this.#budget.check(value);
      return value;
    } catch (error) {
      if (!(error instanceof TemplateFailure)) throw error;
      throw new TemplateFailure(`error calling ${name}: ${error.message}`, error.hint);
    }
  }
}

/**
 * Finds a method of a list, such as `.Pages.ByWeight`: the elements know the methods of lists of their kind, and an
 * empty list has them all.
 */
function listMember(list: readonly unknown[], name: string): unknown {
  const [first] = list;
  if (list.length === 0) return name === 'Len' ? 0 : list;
  if (first instanceof GoObject) return first.listMember(list, name);
  // Groups of pages are maps with two methods.
  const isOfGroups = isMap(first) && 'Key' in first && 'Pages' in first;
  return isOfGroups ? { Reverse: list.toReversed(), Len: list.length }[name] : undefined;
}

/** Reads a key of a map. Hugo stores the keys of params in lower case and finds them in any case. */
function readKey(map: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(map, name)) return map[name];
  const lower = name.toLowerCase();
  return Object.hasOwn(map, lower) ? map[lower] : undefined;
}
