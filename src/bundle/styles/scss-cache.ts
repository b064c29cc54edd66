/** The cache of compiled stylesheets: each is compiled once for all decks, until one of its files changes. */
import { DeckError, type Diagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import type { CompiledScss, ScssCompiler } from './scss.ts';

interface CacheEntry {
  readonly compiled: CompiledScss;
  readonly warnings: readonly Diagnostic[];
  /** The paths and texts of the files that were compiled. */
  readonly texts: readonly (readonly [string, string | undefined])[];
}

/** Caches the results of a compiler for one state of a site. */
type CacheResults = (compiler: ScssCompiler, site: object) => ScssCompiler;

/** Creates a cache that the compilers of one site share. */
export function cacheCompiled(files: Files): CacheResults {
  const cache = new Map<string, CacheEntry>();
  const withFailures = cacheFailures();
  return (compiler, site) => ({
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
        const compiled = withFailures(compiler, site).compile(input, options, (one) => warnings.push(one));
        const texts = compiled.usedFiles.map((file) => [file, files.read(file)] as const);
        return { compiled, warnings, texts };
      }
    },
  });
}

/**
 * Creates a cache of failures only: a stylesheet that takes too long does so once for all decks. What an import finds
 * may change with any file, so a failure is forgotten with the state of its site.
 */
export function cacheFailures(): CacheResults {
  const failures = new WeakMap<object, Map<string, DeckError>>();
  return (compiler, site) => ({
    compile(input, options, report) {
      const ofSite = failures.get(site) ?? new Map<string, DeckError>();
      failures.set(site, ofSite);
      const key = JSON.stringify([input.source, input.syntax, options]);
      const known = ofSite.get(key);
      if (known) throw known;
      try {
        return compiler.compile(input, options, report);
      } catch (error) {
        // A package that is missing is reported at the option of each deck.
        if (error instanceof DeckError && error.diagnostics.every(({ code }) => code === 'scss-invalid'))
          ofSite.set(key, error);
        throw error;
      }
    },
  });
}
