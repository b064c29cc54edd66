/** Runs the tree of a template: control structures and variables. `expressions.ts` evaluates values. */
import type { SourceFile } from '../../diagnostics.ts';
import { type Budget, textLength } from './budget.ts';
import { ExpressionEvaluator, type FindFunction } from './expressions.ts';
import type { ActionNode, BranchNode, CallNode, Pipe, TemplateNode } from './nodes.ts';
import { isInt } from './numbers.ts';
import { Scope } from './scope.ts';
import { typeName } from './type-names.ts';
import { GoObject, isMap, isTrue, TemplateFailure } from './values.ts';
import { sortedKeys } from './verbs.ts';
import type { PredefinedEscaper, Writer } from './writer.ts';

/** A template that another one can run. */
export interface Runnable {
  readonly source: SourceFile;
  readonly list: readonly TemplateNode[];
  /** The templates defined in its file. */
  readonly defines: ReadonlyMap<string, Runnable>;
}

/** How a list of nodes ended. */
type Ending = 'done' | 'break' | 'continue' | 'return';

/** Deep enough for every tree of pages; endless recursion reaches it before the stack overflows. */
const MAX_DEPTH = 1000;

export interface EvaluatorOptions {
  readonly writer: Writer;
  readonly findFunction: FindFunction;
  readonly budget: Budget;
  /** Finds the template that `{{ template }}` calls. */
  find(name: string, from: Runnable): Runnable | undefined;
}

export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #expressions: ExpressionEvaluator;
  #template: Runnable | undefined;
  #depth = 0;
  #returned: unknown;
  #hasReturned = false;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
    this.#expressions = new ExpressionEvaluator(options.findFunction, options.budget);
  }

  /** The value of `{{ return }}`, and whether there was one. */
  get result(): { readonly returned: unknown; readonly hasReturned: boolean } {
    return { returned: this.#returned, hasReturned: this.#hasReturned };
  }

  /** The current location; after a failure, where it happened. */
  get location(): {
    readonly source: SourceFile | undefined;
    readonly offset: number;
    readonly text: string;
  } {
    return this.#expressions.location;
  }

  /** Runs a template, the main one or one that it calls. */
  run(template: Runnable, data: unknown): Ending {
    const outer = this.#expressions.enter(template.source);
    const caller = this.#template;
    this.#template = template;
    const ending = this.#walkList(template.list, new Scope(data));
    // After a failure, this keeps the template in which it happened.
    this.#template = caller;
    this.#expressions.enter(outer);
    return ending;
  }

  #walkList(list: readonly TemplateNode[], scope: Scope): Ending {
    for (const node of list) {
      const ending = this.#walk(node, scope);
      if (ending !== 'done') return ending;
    }
    return 'done';
  }

  #walk(node: TemplateNode, scope: Scope): Ending {
    switch (node.type) {
      case 'text':
        this.#options.budget.write(node.text.length);
        this.#options.writer.text(node.text);
        return 'done';
      case 'action':
        this.#walkAction(node, scope);
        return 'done';
      case 'if':
      case 'with':
      case 'range':
        return this.#walkBranch(node, scope);
      case 'template':
        return this.#walkCall(node, scope);
      case 'return':
        this.#returned = node.pipe && this.#expressions.optional(node.pipe, scope);
        this.#hasReturned = true;
        return 'return';
      case 'break':
      case 'continue':
        break;
    }
    return node.type;
  }

  #walkAction({ pipe }: ActionNode, scope: Scope): void {
    const predefined = predefinedOf(pipe);
    if (!predefined) {
      const value = this.#expressions.pipe(pipe, scope);
      if (pipe.variables.length > 0) return;
      if (typeof value === 'function') throw new TemplateFailure(`can't print a ${typeName(value)}`);
      this.#options.budget.write(textLength(value));
      this.#options.writer.value(value);
      return;
    }
    this.#options.writer.value(this.#expressions.withoutLast(pipe, scope), predefined);
  }

  #walkBranch(node: BranchNode, scope: Scope): Ending {
    const mark = scope.mark();
    const ending = node.type === 'range' ? this.#walkRange(node, scope) : this.#walkCondition(node, scope);
    scope.pop(mark);
    return ending;
  }

  #walkCondition({ type, pipe, list, elseList }: BranchNode, scope: Scope): Ending {
    const value = this.#expressions.pipe(pipe, scope);
    if (isTrue(value)) return this.#walkList(list, type === 'with' ? scope.at(value) : scope);
    return elseList ? this.#walkList(elseList, scope) : 'done';
  }

  #walkRange(node: BranchNode, scope: Scope): Ending {
    const value = this.#expressions.pipe(node.pipe, scope);
    const { variables, isAssignment } = node.pipe;
    const names = variables.length === 2 ? variables : [undefined, variables[0]];
    let isEmpty = true;
    for (const [key, element] of this.#entries(value, variables.length)) {
      isEmpty = false;
      this.#options.budget.step();
      const mark = scope.mark();
      for (const [name, part] of [[names[0], key] as const, [names[1], element] as const]) {
        if (name === undefined) continue;
        if (isAssignment) scope.assign(name, part);
        else scope.declare(name, part);
      }
      const ending = this.#walkList(node.list, scope.at(element));
      scope.pop(mark);
      if (ending === 'break') break;
      if (ending === 'return') return ending;
    }
    return isEmpty && node.elseList ? this.#walkList(node.elseList, scope) : 'done';
  }

  /** Lists keys with their values, in Go's order. */
  #entries(value: unknown, variables: number): Iterable<readonly [unknown, unknown]> {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.entries();
    if (isMap(value)) return sortedKeys(value).map((key) => [key, value[key]] as const);
    if (isInt(value)) {
      if (variables > 1)
        throw new TemplateFailure(`can't use ${value} to iterate over more than one variable`);
      return countTo(value);
    }
    const entries = value instanceof GoObject ? value.entries() : undefined;
    if (entries) return entries;
    const hint = 'range accepts lists, maps and integers.';
    throw new TemplateFailure(`range can't iterate over a value of type ${typeName(value)}`, hint);
  }

  #walkCall({ name, pipe, offset }: CallNode, scope: Scope): Ending {
    this.#expressions.moveTo(offset, `template "${name}"`);
    const template = this.#template && this.#options.find(name, this.#template);
    if (!template) {
      const hint = 'Define it with {{ define }}, or call a file in layouts/partials with {{ partial }}.';
      throw new TemplateFailure(`template "${name}" not defined`, hint);
    }
    if (this.#depth >= MAX_DEPTH) {
      const hint = 'The template calls itself endlessly: guard the call with {{ if }}.';
      throw new TemplateFailure(`exceeded maximum template depth (${MAX_DEPTH})`, hint);
    }
    const data = pipe && this.#expressions.pipe(pipe, scope);
    this.#depth++;
    const ending = this.run(template, data);
    this.#depth--;
    return ending === 'return' ? ending : 'done';
  }
}

/**
 * Counts from 0, without a list of all the numbers.
 * @yields each number, as its key and value
 */
function* countTo(end: number): Generator<readonly [number, number]> {
  for (let n = 0; n < end; n++) yield [n, n];
}

/** Finds the escaper at the end of a pipe, if the pipe passes it only one value. */
function predefinedOf({ commands, variables }: Pipe): PredefinedEscaper | undefined {
  const [first, ...args] = commands.at(-1)?.args ?? [];
  const values = commands.length > 1 ? 1 + args.length : args.length;
  if (first?.type !== 'identifier' || values !== 1 || variables.length > 0) return undefined;
  return first.name === 'html' || first.name === 'urlquery' ? first.name : undefined;
}
