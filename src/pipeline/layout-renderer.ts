/** Renders layouts in Handlebars; each is compiled once. */
import type { Layouts } from '../render/layouts.ts';
import type { Budget } from '../templates/gotemplate/budget.ts';
import { compileTemplate, type Template } from '../templates/handlebars.ts';
import type { Table } from '../types.ts';

/** Renders layouts by their paths. */
export interface LayoutRenderer {
  /** Returns a compiled layout; `undefined` if there is none. */
  readonly compile: (path: string) => Template | undefined;
  /**
   * Renders a layout that always exists, because we ship one.
   * @throws {DeckError} when the layout fails
   */
  readonly renderLayout: (path: string, data: Table) => string;
}

export function createLayoutRenderer(layouts: Layouts, budget: Budget): LayoutRenderer {
  const templates = new Map<string, Template | undefined>();
  const compile = (path: string): Template | undefined => {
    if (!templates.has(path)) {
      const source = layouts.find(path);
      templates.set(
        path,
        source &&
          compileTemplate(source, {
            findPartial: (name) => layouts.find(`partials/${name}`),
            budget,
          }),
      );
    }
    return templates.get(path);
  };
  return {
    compile,
    renderLayout(path, data) {
      const template = compile(path);
      if (!template) throw new Error(`the built-in layout ${path} is missing`);
      return template.render(data);
    },
  };
}
