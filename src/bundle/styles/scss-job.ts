/** Compiles one stylesheet with Sass, on any thread: everything that goes in and out can be sent from one to another. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Sass from 'sass';
import { callPackage } from '../../call-package.ts';
import { createScssImporter, SITE_SCHEME } from './scss-importer.ts';
import { modernizeScss } from './scss-legacy.ts';
import type { ScssFiles, ScssJob, ScssOutcome, ScssWarning } from './scss-types.ts';

/** Loads Sass once for many jobs. */
export type LoadSass = (folder: string) => typeof Sass;

/** Creates the loader of Sass. */
export function createSassLoader(): LoadSass {
  const loaded = new Map<string, typeof Sass>();
  return (folder) => {
    const sass =
      loaded.get(folder) ?? (createRequire(path.join(folder, 'package.json'))(folder) as typeof Sass);
    if (typeof sass.compileString !== 'function') throw new Error('it has no function compileString');
    loaded.set(folder, sass);
    return sass;
  };
}

/** Compiles a stylesheet. */
export function compileScss(job: ScssJob, files: ScssFiles, load: LoadSass): ScssOutcome {
  const warnings: ScssWarning[] = [];
  const sass = callPackage<typeof Sass | string>(
    () => load(job.sass),
    ({ reason }) => reason,
  );
  if (typeof sass === 'string') return { warnings, broken: sass };
  return callPackage<ScssOutcome>(
    () => {
      const { css, sourceMap, loadedUrls } = sass.compileString(
        modernizeScss(job.text),
        sassOptions(job, files, warnings),
      );
      const map = sourceMap && JSON.stringify(sourceMap);
      return { warnings, css, sourceMap: map, urls: loadedUrls.map(String) };
    },
    ({ error, reason }) => {
      if (!(error instanceof sass.Exception)) return { warnings, failure: reason };
      const { span, sassMessage } = error;
      const position = { url: span.url?.href, line: span.start.line, column: span.start.column };
      return { warnings, mistake: sassMessage, position };
    },
  );
}

function sassOptions(
  { name, syntax, options }: ScssJob,
  files: ScssFiles,
  warnings: ScssWarning[],
): Sass.StringOptionsWithImporter<'sync'> {
  const importer = createScssImporter(files, options, path.posix.dirname(name));
  return {
    url: new URL(`${SITE_SCHEME}/${name}`),
    importer,
    importers: [importer],
    syntax,
    style: options.outputStyle,
    sourceMap: options.enableSourceMap,
    sourceMapIncludeSources: options.enableSourceMap,
    // Without this, Sass prints a count of omitted warnings.
    verbose: true,
    logger: {
      // Many themes are older than current Sass, so deprecations are left out.
      warn(message, { deprecation, stack }) {
        if (!deprecation) warnings.push({ message, stack });
      },
      debug: () => undefined,
    },
  };
}
