/** The build: everything is made before anything is written, so that a mistake leaves the last output as it was. */
import type { Diagnostic } from '../diagnostics.ts';
import { countSlides, type SlideCounts } from '../pipeline.ts';
import { checkCleanable, cleanDestination } from './clean-destination.ts';
import { ASSETS_FOLDER } from './client/client-build.ts';
import { deleteOtherClients } from './client/client-cache.ts';
import { type BuiltSite, makeSite, type MakeOptions } from './make-site.ts';
import { type DeckwrightOptions, openSite, type OpenSite } from './open-site.ts';
import { copyFiles, sumSizes, deleteStaleAssets, writeAssets, writeTexts } from './output.ts';

export type { BuildStep } from './make-site.ts';

/** What a build does besides building; all of it is off by default. */
export interface BuildOptions extends DeckwrightOptions, Omit<MakeOptions, 'strict'> {
  /** Deletes what this build has not written from the destination, but for names that begin with a dot. */
  readonly cleanDestinationDir?: boolean;
  /** Deletes bundles from the cache that this build has not used. */
  readonly gc?: boolean;
}

/** What a build has done. */
export interface BuildResult extends SlideCounts {
  /** Where the site is; absolute. */
  readonly destination: string;
  /** The files beside the pages: of the bundle, of the site, and made for a page. */
  readonly assets: number;
  /** Of all files of the site. */
  readonly bytes: number;
  readonly warnings: readonly Diagnostic[];
  /** Pages that are no decks and for which the site has no layout in `layoutDir`; paths below the site's root. */
  readonly leftAlone: readonly string[];
  readonly layoutDir: string;
  /** What `cleanDestinationDir` has deleted, as paths below the destination. */
  readonly deleted: readonly string[];
  /** How many bundles `gc` has deleted. */
  readonly forgotten: number;
  readonly milliseconds: number;
}

/**
 * Builds a site. Nothing is printed.
 * @throws {DeckError} with the mistakes of all decks; the last good output is left as it was
 * @example
 * const { warnings } = await build({ source: 'talks', baseURL: 'https://example.org/talks/' });
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
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
