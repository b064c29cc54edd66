/** Go's named integer types with methods: durations, months, weekdays. */
import { GoObject } from '../../gotemplate/values.ts';

export abstract class GoInteger extends GoObject {
  abstract readonly value: number;

  override valueOf(): number {
    return this.value;
  }

  override get isTrue(): boolean {
    return this.value !== 0;
  }
}

/** A month or a day of the week. */
export class NamedInteger extends GoInteger {
  readonly typeName: string;
  readonly value: number;
  readonly #name: string;

  constructor(typeName: string, value: number, name: string) {
    super();
    this.typeName = typeName;
    this.value = value;
    this.#name = name;
  }

  member(name: string): unknown {
    return name === 'String' ? () => this.#name : undefined;
  }

  override toString(): string {
    return this.#name;
  }
}
