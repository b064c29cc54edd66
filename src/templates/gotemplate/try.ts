/** Hugo's `try`: a value, or the error. */
import { GoObject } from './values.ts';

/** The result of `try`: `.Value` and `.Err`. */
export class TryValue extends GoObject {
  readonly typeName = 'hugo.TryValue';
  readonly #value: unknown;
  readonly #error: TryError | null;

  constructor(value: unknown, error?: string) {
    super();
    this.#value = value;
    this.#error = error === undefined ? null : new TryError(error);
  }

  member(name: string): unknown {
    if (name === 'Value') return this.#value ?? null;
    return name === 'Err' ? this.#error : undefined;
  }
}

class TryError extends GoObject {
  readonly typeName = '*tpl.TryError';
  readonly #message: string;

  constructor(message: string) {
    super();
    this.#message = message;
  }

  member(name: string): unknown {
    if (name === 'Message' || name === 'Error') return () => this.#message;
    return name === 'Cause' ? () => null : undefined;
  }

  override toString(): string {
    return this.#message;
  }
}
