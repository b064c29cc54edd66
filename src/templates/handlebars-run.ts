/** Runs layouts in Handlebars within a budget, and knows where in which file a run is. */
import Handlebars from 'handlebars';
import type { SourceFile } from '../diagnostics.ts';
import type { Budget } from './gotemplate/budget.ts';
import { TemplateFailure } from './gotemplate/values.ts';

/** Partials that call each other deeper than this never end, whatever the data of a page is. */
const MAX_DEPTH = 250;

/** Where a run is: the file, and the position of the last helper in it that was called. */
export interface RunLocation {
  readonly file: SourceFile;
  /** As Handlebars counts: lines from 1, columns from 0. */
  readonly start: { readonly line: number; readonly column: number };
}

/** The part of Handlebars's options that every helper and partial gets. */
interface CallOptions {
  readonly name: string;
  readonly loc?: hbs.AST.SourceLocation;
  fn?: Block;
  inverse?: Block;
}

type Block = (context: unknown, options?: unknown) => string;
type Instance = ReturnType<typeof Handlebars.create>;
type InvokePartial = (this: unknown, partial: unknown, context: unknown, options: CallOptions) => unknown;

const START = { line: 1, column: 0 };

/** The runs of one layout. */
export class LayoutRun {
  readonly #budget: Budget;
  readonly #source: SourceFile;
  readonly #findFile: (partial: string) => SourceFile | undefined;
  #location: RunLocation;
  #depth = 0;
  /** Characters that blocks have written. */
  #written = 0;

  /** `findFile` finds the file of a partial by its name. */
  constructor(budget: Budget, source: SourceFile, findFile: (partial: string) => SourceFile | undefined) {
    this.#budget = budget;
    this.#source = source;
    this.#findFile = findFile;
    this.#location = { file: source, start: START };
  }

  /** Where the run is, or where it has failed. */
  get location(): RunLocation {
    return this.#location;
  }

  /** Lets an instance of Handlebars count what its templates do. Helpers have to be registered before. */
  attach(instance: Instance): void {
    for (const [name, registered] of Object.entries(instance.helpers)) {
      const helper = registered as (...values: unknown[]) => unknown;
      const call = (self: unknown, values: unknown[]): unknown =>
        this.#callHelper(() => helper.apply(self, values), values);
      instance.registerHelper(name, function (this: unknown, ...values: unknown[]) {
        return call(this, values);
      });
    }
    const callPartial = (name: string, call: () => unknown): unknown => this.#callPartial(name, call);
    const runtime = instance.VM as unknown as { readonly invokePartial: InvokePartial };
    const invokePartial: InvokePartial = function (partial, context, options) {
      return callPartial(options.name, () => runtime.invokePartial.call(this, partial, context, options));
    };
    Object.assign(instance, { VM: { ...runtime, invokePartial } });
  }

  /** Runs a template from its start. */
  start(run: () => string): string {
    this.#location = { file: this.#source, start: START };
    this.#depth = 0;
    this.#written = 0;
    return this.#budget.within(() => this.#count(run));
  }

  #callHelper(call: () => unknown, values: readonly unknown[]): unknown {
    const options = values.at(-1) as CallOptions;
    const outer = this.#location;
    if (options.loc) this.#location = { file: outer.file, start: options.loc.start };
    this.#budget.step();
    for (const part of ['fn', 'inverse'] as const) {
      const block = options[part];
      // Handlebars keeps the names of block parameters on the function.
      if (block) options[part] = Object.assign(this.#countBlock(block), block);
    }
    const result = call();
    this.#budget.check(result instanceof Handlebars.SafeString ? result.toString() : result);
    this.#location = outer;
    return result;
  }

  #callPartial(name: string, call: () => unknown): unknown {
    const outer = this.#location;
    if (this.#depth >= MAX_DEPTH)
      throw new TemplateFailure(
        `partials call each other more than ${MAX_DEPTH} levels deep`,
        'The partial calls itself endlessly: guard the call with {{#if}}.',
      );
    this.#depth++;
    this.#budget.step();
    this.#location = { file: this.#findFile(name) ?? outer.file, start: START };
    const result = call();
    this.#location = outer;
    this.#depth--;
    return result;
  }

  #countBlock(block: Block): Block {
    return (context, options) => {
      this.#budget.step();
      return this.#count(() => block(context, options));
    };
  }

  /** Counts what a block writes, without what the blocks in it have counted. */
  #count(run: () => string): string {
    const before = this.#written;
    const text = run();
    const own = Math.max(0, text.length - (this.#written - before));
    this.#written += own;
    this.#budget.write(own);
    return text;
  }
}
