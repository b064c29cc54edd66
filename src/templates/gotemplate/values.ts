/**
 * Go's values in JavaScript. A template sees
 *
 * | Go                  | here                                                            |
 * | ------------------- | --------------------------------------------------------------- |
 * | nil                 | `undefined`, `null`                                             |
 * | bool, string        | boolean, string                                                 |
 * | int                 | a number without a fraction                                     |
 * | float64             | a number with a fraction, or a `Float`                          |
 * | slice, map          | an array, a plain object                                        |
 * | struct with methods | a `GoObject`                                                    |
 * | func                | a JavaScript function, called with the evaluated arguments      |
 * | template.HTML, …    | a `SafeText`, which is not escaped in its own context           |
 */
import { AuthorError } from '../../diagnostics.ts';

/** A float64 with an integral value; a plain number would be an int. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** The contexts for which a text can be declared safe, as in html/template. */
export type SafeKind = 'html' | 'attribute' | 'url' | 'srcset' | 'js' | 'js-string' | 'css';

/** A text that is safe in a context. */
export class SafeText {
  readonly kind: SafeKind;
  readonly text: string;

  constructor(kind: SafeKind, text: string) {
    this.kind = kind;
    this.text = text;
  }
}

/** An object with fields and methods. */
export abstract class GoObject {
  /** The type name in messages: `Page`, `time.Time`. */
  abstract readonly typeName: string;

  /**
   * Returns a field, or a method as a function; `undefined` stops the template, as there is no such member, and `null`
   * is a nil.
   */
  abstract member(name: string): unknown;

  /** Lists the names of members, for "did you mean"; empty if they are unknown. */
  memberNames(): readonly string[] {
    return [];
  }

  /** Lists the methods of lists of such objects. */
  listMemberNames(): readonly string[] {
    return [];
  }

  /** Returns a method of a list of such objects, such as `ByWeight` of pages; `undefined` if there is none. */
  listMember(_list: readonly unknown[], _name: string): unknown {
    return undefined;
  }

  toString(): string {
    return this.typeName;
  }

  /** Lists the entries for `range`; `undefined` if the object can't be ranged over. */
  entries(): Iterable<readonly [unknown, unknown]> | undefined {
    return undefined;
  }

  /** Whether the object is true for `if` and `with`. */
  get isTrue(): boolean {
    return true;
  }
}

/** A function that templates call. It throws a `TemplateFailure` when Go would return an error. */
export type GoFunction = (...values: readonly unknown[]) => unknown;

/** All functions of templates by name. A namespace such as `strings` is a function that returns a `GoObject`. */
export type FunctionTable = Readonly<Record<string, GoFunction>>;

/** A failure of an author's template; the evaluator adds the position. */
export class TemplateFailure extends AuthorError {
  /** What the author can do instead. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'TemplateFailure';
    this.hint = hint;
  }
}

/** Whether a value is a map in Go. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Go's truth: empty strings, maps and slices, zero and nil are false. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof SafeText) return value.text !== '';
  if (value instanceof GoObject) return value.isTrue;
  if (isMap(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}
