/** Limits what a run of a template may cost, so that an endless loop ends with its line. */
import { isMap, SafeText, TemplateFailure } from './values.ts';

/** The limits of a run, with all templates that it runs. */
export interface Limits {
  /** Actions, commands and rounds of loops. */
  readonly steps: number;
  /** UTF-16 code units of all output. */
  readonly output: number;
  /** The size of a value: UTF-16 code units of its texts, and a few for each element of its lists and maps. */
  readonly value: number;
  /** The sizes of all values that functions return. */
  readonly values: number;
  /** In milliseconds: the default of Hugo's `timeout`. */
  readonly time: number;
}

const defaults = {
  steps: 10_000_000,
  output: 50_000_000,
  value: 10_000_000,
  values: 200_000_000,
  time: 30_000,
} satisfies Limits;

/** Steps between two looks at the clock. */
const INTERVAL = 1024;

/** What an element of a list counts, and an entry of a map, which takes more space and longer to copy. */
const ELEMENT = 8;
const ENTRY = 32;

const HINT = 'Check its loops and the templates that call themselves.';

/** The budget of the templates of a site. It starts anew with each template that no other one runs. */
export class Budget {
  readonly #limits: Limits;
  readonly #now: () => number;
  /** The sizes of lists and maps. */
  readonly #sizes = new WeakMap<object, number>();
  #runs = 0;
  #steps = 0;
  #output = 0;
  #values = 0;
  #deadline = 0;

  constructor(limits: Partial<Limits> = {}, now: () => number = () => performance.now()) {
    this.#limits = { ...defaults, ...limits };
    this.#now = now;
  }

  /** Runs a template; one that it runs in turn shares its budget. */
  within<T>(run: () => T): T {
    if (this.#runs === 0) {
      [this.#steps, this.#output, this.#values] = [0, 0, 0];
      this.#deadline = this.#now() + this.#limits.time;
    }
    this.#runs++;
    try {
      return run();
    } finally {
      this.#runs--;
    }
  }

  /**
   * Counts a step.
   * @throws {TemplateFailure} if the run takes too many steps or too long
   */
  step(): void {
    const steps = ++this.#steps;
    if (steps > this.#limits.steps)
      throw new TemplateFailure(`the template takes more than ${this.#limits.steps} steps`, HINT);
    if (steps % INTERVAL === 0 && this.#now() > this.#deadline)
      throw new TemplateFailure(`the template takes longer than ${this.#limits.time / 1000} seconds`, HINT);
  }

  /**
   * Counts output.
   * @throws {TemplateFailure} if the run writes too much
   */
  write(length: number): void {
    this.#output += length;
    if (this.#output > this.#limits.output)
      throw new TemplateFailure(`the template writes more than ${this.#limits.output} characters`, HINT);
  }

  /**
   * Checks the size of a value that a function returns.
   * @throws {TemplateFailure} if it is too large, or if the run creates too many values
   */
  check(value: unknown): void {
    const isKnown = typeof value === 'object' && value !== null && this.#sizes.has(value);
    const size = this.#measure(value);
    if (size > this.#limits.value)
      throw new TemplateFailure('the value is too large', 'Check the loop in which it grows.');
    if (!isKnown) this.#values += size;
    if (this.#values > this.#limits.values)
      throw new TemplateFailure(`the template creates more than ${this.#limits.values} characters`, HINT);
  }

  /**
   * Measures a value as it is printed: what it has twice counts twice. Each list and map is measured once, so that this
   * stays fast for lists of lists that grow with each round of a loop.
   */
  #measure(value: unknown): number {
    if (!Array.isArray(value) && !isMap(value)) return textLength(value);
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    // A value inside of itself counts nothing there.
    this.#sizes.set(value, 0);
    let size = 0;
    const each = Array.isArray(value) ? ELEMENT : ENTRY;
    for (const child of Array.isArray(value) ? value : Object.values(value))
      size += each + this.#measure(child);
    this.#sizes.set(value, size);
    return size;
  }
}

/** The length of a value that is a text; 0 for others. */
export function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return value instanceof SafeText ? value.text.length : 0;
}
