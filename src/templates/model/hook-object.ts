/** The dot of a render hook: the facts of a Markdown element by Hugo's names, and its page. */
import { GoObject, SafeText } from '../gotemplate/values.ts';
import type { TableCell, TableHook } from '../../types.ts';
import type { PageObject } from './page-object.ts';
import { PositionObject } from './position-object.ts';

/** Fields that contain HTML. */
const HTML: ReadonlySet<string> = new Set(['Text', 'AlertTitle']);

export class HookObject extends GoObject {
  readonly typeName = 'hooks.Context';
  readonly #fields: Readonly<Record<string, unknown>>;

  /** Creates the dot; `element` is one of the hooks of `RenderHooks`, whose fields become members. */
  constructor(element: object, page: PageObject) {
    super();
    const fields = Object.entries(element).map(([name, value]: [string, unknown]) => [
      name,
      valueOf(name, value, page),
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

  override memberNames(): readonly string[] {
    return Object.keys(this.#fields);
  }

  override member(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }
}

function valueOf(name: string, value: unknown, { page }: PageObject): unknown {
  if (HTML.has(name)) return new SafeText('html', String(value));
  if (name === 'Position') return new PositionObject(page.source, Number(value));
  return name === 'THead' || name === 'TBody' ? (value as TableHook['THead']).map(rowOf) : value;
}

/** Creates a row; the text of cells is HTML, too. */
const rowOf = (cells: readonly TableCell[]): unknown =>
  cells.map((cell) => ({ ...cell, Text: new SafeText('html', cell.Text) }));
