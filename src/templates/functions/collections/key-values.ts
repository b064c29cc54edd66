/** `keyVals`: a key and its values, an argument of other functions of Hugo. */
import { formatValue } from '../../gotemplate/print.ts';
import { GoObject } from '../../gotemplate/values.ts';

export class KeyValues extends GoObject {
  readonly typeName = 'types.KeyValues';
  readonly #key: unknown;
  readonly #values: readonly unknown[];

  constructor(key: unknown, values: readonly unknown[]) {
    super();
    this.#key = key;
    this.#values = values;
  }

  member(name: string): unknown {
    if (name === 'Key') return this.#key;
    return name === 'Values' ? this.#values : undefined;
  }

  override toString(): string {
    return `${formatValue(this.#key)}: ${formatValue(this.#values)}`;
  }
}
