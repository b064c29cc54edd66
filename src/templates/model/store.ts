/** `.Scratch` and `.Store`: where templates store values. */
import { describeValue } from '../functions/values/describe-value.ts';
import { Float, GoObject, isMap, TemplateFailure } from '../gotemplate/values.ts';

/** The store of a page, shortcode or site. */
export class Store extends GoObject {
  readonly typeName = 'Scratch';
  readonly #values = new Map<string, unknown>();

  readonly #methods: Readonly<Record<string, (...values: readonly unknown[]) => unknown>> = {
    Set: (key, value) => this.#set(key, value),
    Get: (key) => this.#values.get(String(key)) ?? null,
    Add: (key, value) => this.#set(key, sum(this.#values.get(String(key)), value)),
    Delete: (key) => {
      this.#values.delete(String(key));
      return '';
    },
    SetInMap: (key, name, value) => this.#set(key, { ...this.#map(key), [String(name)]: value }),
    DeleteInMap: (key, name) =>
      this.#set(
        key,
        Object.fromEntries(Object.entries(this.#map(key)).filter(([other]) => other !== String(name))),
      ),
    GetSortedMapValues: (key) =>
      Object.entries(this.#map(key))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, value]) => value),
    Values: () => Object.fromEntries(this.#values),
  };

  override member(name: string): unknown {
    return this.#methods[name];
  }

  /** Whether a template has set a key to a true value. */
  has(key: string): boolean {
    return Boolean(this.#values.get(key));
  }

  #map(key: unknown): Readonly<Record<string, unknown>> {
    const value = this.#values.get(String(key));
    return isMap(value) ? value : {};
  }

  /** Sets a value; as in Hugo, nothing is printed. */
  #set(key: unknown, value: unknown): string {
    this.#values.set(String(key), value);
    return '';
  }
}

/** Adds two values: lists grow, strings are joined, numbers are added. */
function sum(first: unknown, second: unknown): unknown {
  if (first === undefined || first === null) return second;
  if (Array.isArray(first))
    return [...(first as unknown[]), ...(Array.isArray(second) ? (second as unknown[]) : [second])];
  if (typeof first === 'string') return first + String(second);
  const [a, b] = [numberOf(first), numberOf(second)];
  if (a === undefined || b === undefined)
    throw new TemplateFailure(`can't add ${describeValue(first)} and ${describeValue(second)}`);
  const total = a + b;
  const isFloat = first instanceof Float || second instanceof Float;
  return isFloat && Number.isInteger(total) ? new Float(total) : total;
}

function numberOf(value: unknown): number | undefined {
  if (value instanceof Float) return value.value;
  return typeof value === 'number' ? value : undefined;
}
