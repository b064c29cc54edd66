/** The build: everything is rendered before anything is written, so an error leaves the last output unchanged. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { countSlides, type SlideCounts } from '../pipeline.ts';
import { withFailureSummary } from './build-failure.ts';
import { writeSite, type SiteFile } from '../write/write-site.ts';
import { checkCleanable } from './clean-destination.ts';
import { ASSETS_FOLDER } from './client/client-manifest.ts';
import { deleteOtherClients, findBuildRecord } from './client/client-cache.ts';
import { type BuildStep, type BuiltSite, makeSite, type MakeOptions } from './make-site.ts';
import { type DeckwrightOptions, openSite, type OpenSite } from './open-site.ts';
import { bundleFolder } from './package-folder.ts';

export type { BuildStep };

/** Options of a build; all are off by default. */
export interface BuildOptions extends DeckwrightOptions, Omit<MakeOptions, 'strict'> {
  /** Deletes files that this build did not write from the destination, except dotfiles. */
  readonly cleanDestinationDir?: boolean;
  /** Deletes bundles that this build did not use from the cache. */
  readonly gc?: boolean;
  /** Called once if the build waits long for another one, with a line that says for which one and how to end it. */
  readonly onLongWait?: (notice: string) => void;
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
  /** Decks that are not published, with the reason; paths relative to the site's root. */
  readonly hidden: readonly { readonly page: string; readonly reason: 'draft' | 'future' | 'expired' }[];
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
  let isChanging = false;
  const onCommit = (): void => void (isChanging = true);
  return withFailureSummary(
    () => buildSite(options, onCommit),
    () => isChanging,
  );
}

async function buildSite(options: BuildOptions, onCommit: () => void): Promise<BuildResult> {
  const startedAt = performance.now();
  options.onStep?.('read');
  const open = openSite(options);
  const { destination, site } = open;
  if (options.cleanDestinationDir) checkCleanable(open);
  const output = await makeSite(open, options);
  options.onStep?.('write');
  const files = listFiles(open, output);
  const written = [...new Set(files.map((file) => file.path))];
  const deleted = await writeSite(destination, files, {
    bundle: ASSETS_FOLDER,
    isCleaned: options.cleanDestinationDir ?? false,
    buildRecord: findBuildRecord(output.bundled, destination),
    finishScript: path.join(bundleFolder(), '..', 'finish-build.js'),
    onWait: () => options.onStep?.('wait'),
    ...(options.onLongWait && { onLongWait: options.onLongWait }),
    onCommit,
  });
  const forgotten = options.gc ? deleteOtherClients(output.bundled) : 0;
  return {
    destination,
    ...countSlides(output.decks.map(({ rendered }) => rendered)),
    assets: written.length - new Set(output.pages.map((page) => page.path)).size,
    bytes: sumSizes(destination, written),
    warnings: output.warnings,
    leftAlone: output.leftAlone,
    hidden: site.hiddenDecks.map(({ page, reason }) => ({ page: page.source.path, reason })),
    layoutDir: site.config.layoutDir,
    deleted,
    forgotten,
    milliseconds: performance.now() - startedAt,
  };
}

/** Lists all files of a site: each comes after those that it names, so that no page appears before its stylesheet. */
function listFiles(
  { root }: OpenSite,
  { pages, assets, staticFiles, bundled, findOwner }: BuiltSite,
): readonly SiteFile[] {
  const { folder, files } = bundled;
  const all = [
    ...files.map((file) => ({ path: file, content: { copyOf: path.join(folder, file) } })),
    ...staticFiles.map(({ source, outputPath }) => ({
      path: outputPath,
      content: { copyOf: path.join(root, source) },
    })),
    ...assets.map((asset) => ({ path: asset.path, content: asset.bytes })),
    ...pages.map((page) => ({ path: page.path, content: page.text })),
  ];
  return all.map((file) => {
    const origin = findOwner(file.path);
    return origin ? { ...file, origin } : file;
  });
}

/** The total size of files in bytes; `files` are paths relative to the destination. */
function sumSizes(destination: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(path.join(destination, file)).size, 0);
}
