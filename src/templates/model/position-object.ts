/** A position in a file, as templates see it. */
import { positionIn, type SourceFile } from '../../diagnostics.ts';
import { RowObject } from './members.ts';

/** `.Position`: prints as a quoted `file:line:column`. */
export class PositionObject extends RowObject {
  readonly typeName = 'text.Position';
  readonly #file: string;
  readonly #position: { readonly line: number; readonly column: number };
  readonly #offset: number;

  constructor(source: SourceFile, offset: number) {
    super();
    this.#file = source.path;
    this.#offset = offset;
    this.#position = positionIn(source, offset);
  }

  override toString(): string {
    return `"${this.#file}:${this.#position.line}:${this.#position.column}"`;
  }

  protected override read(name: string): unknown {
    const values: Readonly<Record<string, unknown>> = {
      Filename: this.#file,
      Offset: this.#offset,
      LineNumber: this.#position.line,
      ColumnNumber: this.#position.column,
    };
    return values[name];
  }
}
