/** Limits what a run of a template may cost, so that an endless loop ends with its line. */
import { SafeText, TemplateFailure } from './values.ts';

/** The limits of a run, with all templates that it runs. */
export interface Limits {
  /** Actions, commands and rounds of loops. */
  readonly steps: number;
  /** UTF-16 code units of all output. */
  readonly output: number;
  /** UTF-16 code units of a text, and elements of a list times eight. */
  readonly value: number;
  /** In milliseconds: the default of Hugo's `timeout`. */
  readonly time: number;
}

const defaults = {
  steps: 10_000_000,
  output: 100_000_000,
  value: 100_000_000,
  time: 30_000,
} satisfies Limits;

/** Steps between two looks at the clock. */
const INTERVAL = 1024;

/** Bytes that an element of a list takes. */
const ELEMENT = 8;

const HINT = 'Check its loops and the templates that call themselves.';

/** The budget of the templates of a site. It starts anew with each template that no other one runs. */
export class Budget {
  readonly #limits: Limits;
  readonly #now: () => number;
  #runs = 0;
  #steps = 0;
  #output = 0;
  #deadline = 0;

  constructor(limits: Partial<Limits> = {}, now: () => number = () => performance.now()) {
    this.#limits = { ...defaults, ...limits };
    this.#now = now;
  }

  /** Runs a template; one that it runs in turn shares its budget. */
  within<T>(run: () => T): T {
    if (this.#runs === 0) {
      [this.#steps, this.#output] = [0, 0];
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
   * Checks the size of a value.
   * @throws {TemplateFailure} if it is too large
   */
  check(value: unknown): void {
    const size = Array.isArray(value) ? value.length * ELEMENT : textLength(value);
    if (size > this.#limits.value)
      throw new TemplateFailure('the value is too large', 'Check the loop in which it grows.');
  }
}

/** The length of a value that is a text; 0 for others. */
export function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return value instanceof SafeText ? value.text.length : 0;
}
