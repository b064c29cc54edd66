/** `diagrams.*`: ASCII diagrams. */
import { renderGoat } from '../../goat.ts';
import { GoObject, SafeText } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import type { FunctionRow } from './row.ts';

export const diagramsFunctions: readonly FunctionRow[] = [
  { name: 'diagrams.Goat', args: [1, 1], run: ([text]) => new Diagram(toText(text)) },
];

/** A diagram as SVG. */
class Diagram extends GoObject {
  readonly typeName = 'diagrams.SVGDiagram';
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(text: string) {
    super();
    const { inner, width, height } = renderGoat(text);
    const size = `height='${height}' width='${width}'`;
    this.#members = {
      Inner: new SafeText('html', inner),
      Wrapped: new SafeText(
        'html',
        `<svg class='diagram' xmlns='http://www.w3.org/2000/svg' version='1.1' ${size} font-family='Menlo,Lucida Console,monospace'>\n${inner}</svg>\n`,
      ),
      Width: width,
      Height: height,
    };
  }

  member(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }

  override memberNames(): readonly string[] {
    return Object.keys(this.#members);
  }
}
