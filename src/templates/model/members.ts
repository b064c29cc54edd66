/** Objects of templates as tables of members: one row a field or method, named as Hugo names it. */
import { GoObject } from '../gotemplate/values.ts';

/** What an object says when a member is asked for: a value, or a function for a method with arguments. */
export type MemberRows<T> = Readonly<Record<string, (object: T) => unknown>>;

/** An object whose members are rows; what a row gives is kept, so that nothing is worked out twice. */
export abstract class RowObject extends GoObject {
  readonly #known = new Map<string, unknown>();

  /** Reads a row. */
  protected abstract read(name: string): unknown;

  override member(name: string): unknown {
    if (!this.#known.has(name)) this.#known.set(name, this.read(name));
    return this.#known.get(name);
  }
}

/** Reads a row of a table; `undefined` where there is none, `null` for a nil. */
export function readRow<T>(rows: MemberRows<T>, name: string, object: T): unknown {
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  return row && (row(object) ?? null);
}
