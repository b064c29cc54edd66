/** Template objects as tables of members: one row per field or method, with Hugo's name. */
import { GoObject } from '../gotemplate/values.ts';

/** Computes each member of an object: a value, or a function for a method with arguments. */
export type MemberRows<T> = Readonly<Record<string, (object: T) => unknown>>;

/** An object whose members are rows; values are cached, so that each is computed only once. */
export abstract class RowObject extends GoObject {
  readonly #known = new Map<string, unknown>();

  protected abstract read(name: string): unknown;

  override member(name: string): unknown {
    if (!this.#known.has(name)) this.#known.set(name, this.read(name));
    return this.#known.get(name);
  }
}

/** Reads a row of a table; `undefined` if there is none, `null` for a nil. */
export function readRow<T>(rows: MemberRows<T>, name: string, object: T): unknown {
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  return row && (row(object) ?? null);
}
