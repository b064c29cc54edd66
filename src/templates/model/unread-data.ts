/** Data from a file that can't be read: templates fail only when they use it. */
import { GoObject, TemplateFailure } from '../gotemplate/values.ts';

export class UnreadData extends GoObject {
  readonly typeName = 'map[string]interface {}';
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  member(): never {
    throw this.#failure();
  }

  override entries(): never {
    throw this.#failure();
  }

  override toString(): never {
    throw this.#failure();
  }

  override get isTrue(): never {
    throw this.#failure();
  }

  #failure(): TemplateFailure {
    return new TemplateFailure(`the data in ${this.#file} can't be read`, 'Fix that file.');
  }
}
