/** The dot of a render hook: what Markdown says of the element, by Hugo's names, and its page. */
import { GoObject, SafeText } from '../gotemplate/values.ts';
import type { PageObject } from './page-object.ts';

/** Fields that are HTML already. */
const HTML: ReadonlySet<string> = new Set(['Text', 'AlertTitle']);

export class HookObject extends GoObject {
  readonly typeName = 'hooks.Context';
  readonly #fields: Readonly<Record<string, unknown>>;

  /** `element` is one of the hooks of `RenderHooks`, taken as its fields. */
  constructor(element: object, page: PageObject) {
    super();
    const fields = Object.entries(element).map(([name, value]: [string, unknown]) => [
      name,
      HTML.has(name) ? new SafeText('html', String(value)) : value,
    ]);
    this.#fields = {
      Ordinal: 0,
      Attributes: {},
      Options: {},
      ...Object.fromEntries(fields),
      Page: page,
      PageInner: page,
    };
  }

  override member(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }
}
