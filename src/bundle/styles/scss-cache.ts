/** The cache of compiled stylesheets: each is compiled once for all decks, until one of its files changes. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import type { CompiledScss, ScssCompiler } from './scss.ts';

interface CacheEntry {
  readonly compiled: CompiledScss;
  readonly warnings: readonly Diagnostic[];
  /** The paths and texts of the files that were compiled. */
  readonly texts: readonly (readonly [string, string | undefined])[];
}

/** Creates a cache that the compilers of one site share. */
export function cacheCompiled(files: Files): (compiler: ScssCompiler) => ScssCompiler {
  const cache = new Map<string, CacheEntry>();
  return (compiler) => ({
    compile(input, options, report) {
      const key = JSON.stringify([input.source, input.syntax, options]);
      const known = cache.get(key);
      const isFresh = known?.texts.every(([file, text]) => files.read(file) === text);
      const fresh = known && isFresh ? known : compile();
      cache.set(key, fresh);
      for (const warning of fresh.warnings) report(warning);
      return fresh.compiled;

      function compile(): CacheEntry {
        const warnings: Diagnostic[] = [];
        const compiled = compiler.compile(input, options, (warning) => warnings.push(warning));
        const texts = compiled.usedFiles.map((file) => [file, files.read(file)] as const);
        return { compiled, warnings, texts };
      }
    },
  });
}
