/** A stylesheet is compiled once, for all decks that ask for it, until one of its files has changed. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import type { CompiledScss, ScssCompiler } from './scss.ts';

interface Kept {
  readonly compiled: CompiledScss;
  readonly warnings: readonly Diagnostic[];
  /** The files that it was made from, as they were. */
  readonly texts: readonly (readonly [string, string | undefined])[];
}

/** Lets compilers of one site share what they have compiled. */
export function rememberCompiled(files: Files): (compiler: ScssCompiler) => ScssCompiler {
  const kept = new Map<string, Kept>();
  return (compiler) => ({
    compile(input, options, report) {
      const key = JSON.stringify([input.source, input.syntax, options]);
      const known = kept.get(key);
      const isFresh = known?.texts.every(([file, text]) => files.read(file) === text);
      const fresh = known && isFresh ? known : compile();
      kept.set(key, fresh);
      for (const warning of fresh.warnings) report(warning);
      return fresh.compiled;

      function compile(): Kept {
        const warnings: Diagnostic[] = [];
        const compiled = compiler.compile(input, options, (warning) => warnings.push(warning));
        const texts = compiled.usedFiles.map((file) => [file, files.read(file)] as const);
        return { compiled, warnings, texts };
      }
    },
  });
}
