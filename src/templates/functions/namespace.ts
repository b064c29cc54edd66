/** A namespace of functions, such as `strings` in `strings.HasSuffix`. */
import { type GoFunction, GoObject } from '../gotemplate/values.ts';

export class Namespace extends GoObject {
  readonly typeName: string;
  readonly #functions: Readonly<Record<string, GoFunction>>;

  constructor(name: string, functions: Readonly<Record<string, GoFunction>>) {
    super();
    this.typeName = `${name}.Namespace`;
    this.#functions = functions;
  }

  override memberNames(): readonly string[] {
    return Object.keys(this.#functions);
  }

  member(name: string): unknown {
    return Object.hasOwn(this.#functions, name) ? this.#functions[name] : undefined;
  }
}
