/** Sass for templates of authors: what Hugo's `toCSS` does for a resource. */
import type { Files } from '../../files.ts';
import type { PipelineOptions, Site } from '../../pipeline.ts';
import type { Table } from '../../types.ts';
import { normalizeScssOptions } from './scss-options.ts';
import { createScssCompiler } from './scss.ts';
import { createSiteFiles } from '../site-files.ts';

type CompileSass = NonNullable<PipelineOptions['compileSass']>;

/** Compiles for the templates of the site at `root`; `site` is asked when one of them runs. */
export function createTemplateSass(root: string, files: Files, site: () => Site): CompileSass {
  return (asset, options: Table) => {
    const siteFiles = createSiteFiles(files, site());
    const compiler = createScssCompiler(root, siteFiles);
    const text = new TextDecoder().decode(asset.read());
    const { origin = asset.name } = asset;
    const source = { path: siteFiles.find(origin) ?? origin, text };
    const input = { name: origin, source, location: {} };
    // A template minifies with a function of its own.
    const normalized = normalizeScssOptions({ outputStyle: 'expanded', ...options });
    return compiler.compile(input, normalized, () => undefined).css;
  };
}
