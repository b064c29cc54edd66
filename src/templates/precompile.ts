/** Compiles layouts to the module that replaces `precompiled.ts` in `dist/`. Only `vite.config.ts` calls it. */
import Handlebars from 'handlebars';
import type { SourceFile } from '../diagnostics.ts';
import { COMPILE_OPTIONS, surveyTemplate } from './handlebars.ts';

/** Returns the code of a module with the layouts, which exports `precompiledFiles`. */
export function precompile(files: readonly SourceFile[]): string {
  const rows = files.map((file) => {
    const { program, names, partials } = surveyTemplate(file);
    const facts = { names, partials: partials.map(({ name }) => name) };
    // The types of Handlebars say that this is an object, but it is the code of one.
    const template: unknown = Handlebars.precompile(program, COMPILE_OPTIONS);
    return `[${JSON.stringify(file.text)}, { ...${JSON.stringify(facts)}, template: ${String(template)} }]`;
  });
  return `export const precompiledFiles = new Map([\n${rows.join(',\n')}\n]);\n`;
}
