/** The dot and the variables in sight. */

interface Variable {
  readonly name: string;
  value: unknown;
}

/** One run of a template. Bodies of `with` and `range` have a dot of their own, and share the variables. */
export class Scope {
  readonly dot: unknown;
  readonly #variables: Variable[];

  constructor(dot: unknown, variables: Variable[] = [{ name: '$', value: dot }]) {
    this.dot = dot;
    this.#variables = variables;
  }

  /** The same variables with another dot. */
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
    if (!found) throw new Error(`the parser let an undefined variable pass: ${name}`);
    return found;
  }
}
