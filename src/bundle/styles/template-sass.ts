/** Sass for templates of authors, as Hugo's `toCSS`. */
import type { Files } from '../../files.ts';
import type { PipelineOptions, Site } from '../../pipeline.ts';
import type { Table } from '../../types.ts';
import { normalizeScssOptions } from './scss-options.ts';
import { cacheFailures } from './scss-cache.ts';
import type { RunScss } from './scss-thread.ts';
import { createScssCompiler } from './scss.ts';
import { createSiteFiles } from '../site-files.ts';

type CompileSass = NonNullable<PipelineOptions['compileSass']>;

/** Creates the compiler for templates of the site at `root`; `site` is called on each compilation. */
export function createTemplateSass(root: string, files: Files, site: () => Site, run: RunScss): CompileSass {
  const withFailures = cacheFailures();
  return (asset, options: Table) => {
    const current = site();
    const siteFiles = createSiteFiles(files, current);
    const compiler = withFailures(createScssCompiler({ root, files: siteFiles, run }), current);
    const text = new TextDecoder().decode(asset.read());
    const { origin = asset.name } = asset;
    const source = { path: siteFiles.find(origin) ?? origin, text };
    const input = { name: origin, source, location: {} };
    // Templates minify with a separate function.
    const normalized = normalizeScssOptions({ outputStyle: 'expanded', ...options });
    return compiler.compile(input, normalized, () => undefined).css;
  };
}
