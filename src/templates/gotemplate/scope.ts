/** The dot and the visible variables. */

interface Variable {
  readonly name: string;
  value: unknown;
}

/** The scope of a template run. Bodies of `with` and `range` have their own dot, and share the variables. */
export class Scope {
  readonly dot: unknown;
  readonly #variables: Variable[];

  constructor(dot: unknown, variables: Variable[] = [{ name: '$', value: dot }]) {
    this.dot = dot;
    this.#variables = variables;
  }

  /** Creates a scope with another dot and the same variables. */
  at(dot: unknown): Scope {
    return new Scope(dot, this.#variables);
  }

  mark(): number {
    return this.#variables.length;
  }

  pop(mark: number): void {
    this.#variables.length = mark;
  }

  declare(name: string, value: unknown): void {
    this.#variables.push({ name, value });
  }

  assign(name: string, value: unknown): void {
    this.#find(name).value = value;
  }

  read(name: string): unknown {
    return this.#find(name).value;
  }

  #find(name: string): Variable {
    const found = this.#variables.findLast((variable) => variable.name === name);
    if (!found) throw new Error(`undefined variable after parsing: ${name}`);
    return found;
  }
}
