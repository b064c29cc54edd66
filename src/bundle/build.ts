/** The build: everything is rendered before anything is written, so an error leaves the last output unchanged. */
import type { Diagnostic } from '../diagnostics.ts';
import { countSlides, type SlideCounts } from '../pipeline.ts';
import { withFailureSummary } from './build-failure.ts';
import { checkCleanable, cleanDestination } from './clean-destination.ts';
import { ASSETS_FOLDER } from './client/client-build.ts';
import { deleteOtherClients } from './client/client-cache.ts';
import { type BuildStep, type BuiltSite, makeSite, type MakeOptions } from './make-site.ts';
import { type DeckwrightOptions, openSite, type OpenSite } from './open-site.ts';
import { copyFiles, sumSizes, deleteStaleAssets, writeAssets, writeTexts } from './output.ts';

export type { BuildStep };

/** Options of a build; all are off by default. */
export interface BuildOptions extends DeckwrightOptions, Omit<MakeOptions, 'strict'> {
  /** Deletes files that this build did not write from the destination, except dotfiles. */
  readonly cleanDestinationDir?: boolean;
  /** Deletes bundles that this build did not use from the cache. */
  readonly gc?: boolean;
}

/** The result of a build. */
export interface BuildResult extends SlideCounts {
  /** The folder that the site was written to; absolute. */
  readonly destination: string;
  /** How many files were written besides pages: the bundle, static files, and assets of pages. */
  readonly assets: number;
  /** The size of all written files. */
  readonly bytes: number;
  readonly warnings: readonly Diagnostic[];
  /** Pages that are not decks and have no layout in `layoutDir`; paths relative to the site's root. */
  readonly leftAlone: readonly string[];
  readonly layoutDir: string;
  /** What `cleanDestinationDir` deleted; paths relative to the destination. */
  readonly deleted: readonly string[];
  /** How many bundles `gc` deleted. */
  readonly forgotten: number;
  readonly milliseconds: number;
}

/**
 * Builds a site. Nothing is printed.
 * @throws {DeckError} with the errors of all decks; the last good output is unchanged
 * @example
 * const { warnings } = await build({ source: 'talks', baseURL: 'https://example.org/talks/' });
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  let current: BuildStep = 'read';
  const onStep = (step: BuildStep): void => {
    current = step;
    options.onStep?.(step);
  };
  return withFailureSummary(
    () => buildSite({ ...options, onStep }),
    () => current === 'write',
  );
}

async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const startedAt = performance.now();
  options.onStep?.('read');
  const open = openSite(options);
  const { destination, site } = open;
  if (options.cleanDestinationDir) checkCleanable(open);
  const output = await makeSite(open, options);
  options.onStep?.('write');
  const written = writeFiles(open, output);
  const deleted = options.cleanDestinationDir ? cleanDestination(destination, written) : [];
  const forgotten = options.gc ? deleteOtherClients(output.bundled) : 0;
  return {
    destination,
    ...countSlides(output.decks.map(({ rendered }) => rendered)),
    assets: written.length - new Set(output.pages.map((page) => page.path)).size,
    bytes: sumSizes(destination, written),
    warnings: output.warnings,
    leftAlone: output.leftAlone,
    layoutDir: site.config.layoutDir,
    deleted,
    forgotten,
    milliseconds: performance.now() - startedAt,
  };
}

/** @returns the paths of all files of the site, the pages first */
function writeFiles(
  { root, destination }: OpenSite,
  { pages, assets, staticFiles, bundled }: BuiltSite,
): readonly string[] {
  const { folder, files } = bundled;
  const bundle = files.map((file) => ({ source: file, outputPath: file }));
  writeTexts(destination, pages);
  writeAssets(destination, assets);
  copyFiles(root, destination, staticFiles);
  copyFiles(folder, destination, bundle);
  const own = [...pages, ...assets].map((output) => output.path);
  const written = [...new Set([...own, ...[...staticFiles, ...bundle].map(({ outputPath }) => outputPath)])];
  deleteStaleAssets(destination, ASSETS_FOLDER, written);
  return written;
}
