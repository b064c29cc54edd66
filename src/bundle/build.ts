/** The build: everything is made before anything is written, so that a mistake leaves the last output as it was. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { countSlides, type Pipeline, type SlideCounts } from '../pipeline.ts';
import type { Client, Output, PublishedAsset } from '../types.ts';
import { relativeAddress } from './addresses.ts';
import { ASSETS_FOLDER } from './client/client-build.ts';
import { type BundledClient, forgetOtherClients, provideClient } from './client/client-cache.ts';
import { requestOf } from './client/client-modules.ts';
import { checkCleaning, cleanDestination } from './clean-destination.ts';
import { isMinified, minifyPages } from './minify.ts';
import { styleName } from './styles/looks.ts';
import { OFFLINE_WORKER, offlineWorker } from './client/offline.ts';
import {
  type DeckwrightOptions,
  onlyWarnings,
  openSite,
  type OpenSite,
  renderSite,
  type RenderedSite,
} from './open-site.ts';
import { copyFiles, sizeOf, sweepAssets, writeAssets, writeTexts } from './output.ts';
import { clientPackages } from './packages.ts';

/** What a build does besides building; all of it is off by default. */
export interface BuildOptions extends DeckwrightOptions {
  /** Takes out of pages what no reader sees. `minify.minifyOutput` of the configuration asks for it, too. */
  readonly minify?: boolean;
  /** Deletes what this build has not written from the destination, but for names that begin with a dot. */
  readonly cleanDestinationDir?: boolean;
  /** Deletes bundles from the cache that this build has not used. */
  readonly gc?: boolean;
  /** Where bundles are kept; beside the packages that they are made from by default. */
  readonly cacheDir?: string;
  /** Warns of the site's own templates that no page has used. */
  readonly printUnusedTemplates?: boolean;
  /** Is told what the build does now. */
  readonly onStep?: (step: BuildStep) => void;
}

/** What a build does, one after the other. */
export type BuildStep = 'read' | 'render' | 'bundle' | 'write';

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
  const step = options.onStep ?? (() => undefined);
  step('read');
  const open = openSite(options);
  const { destination, site } = open;
  if (options.cleanDestinationDir) checkCleaning(open);
  step('render');
  const rendered = renderSite(open, options.strict ?? false);
  step('bundle');
  const bundled = await provideBundle(open, rendered, options.cacheDir);
  const made = await makeFiles({ open, rendered, bundled }, options);
  step('write');
  const written = writeFiles(open, bundled, made);
  const deleted = options.cleanDestinationDir ? cleanDestination(destination, written) : [];
  const forgotten = options.gc ? forgetOtherClients(bundled) : 0;
  return {
    destination,
    ...countSlides(rendered.decks),
    assets: written.length - new Set(made.pages.map((page) => page.path)).size,
    bytes: sizeOf(destination, written),
    warnings: made.warnings,
    leftAlone: made.leftAlone,
    layoutDir: site.config.layoutDir,
    deleted,
    forgotten,
    milliseconds: performance.now() - startedAt,
  };
}

function provideBundle(
  { root, site }: OpenSite,
  { decks }: RenderedSite,
  cacheDir?: string,
): Promise<BundledClient> {
  const isForDisk = site.config.relativeURLs;
  return provideClient({ ...requestOf(decks, clientPackages(root)), isForDisk }, cacheDir);
}

/** What will be written besides files that are copied. */
interface MadeFiles extends Pick<BuildResult, 'warnings' | 'leftAlone'> {
  readonly pages: readonly Output[];
  readonly assets: readonly PublishedAsset[];
}

interface Materials {
  readonly open: OpenSite;
  readonly rendered: RenderedSite;
  readonly bundled: BundledClient;
}

async function makeFiles(
  { open, rendered, bundled }: Materials,
  { minify, strict = false, printUnusedTemplates }: BuildOptions,
): Promise<MadeFiles> {
  const { pipeline, site } = open;
  const client = clientOf(bundled, site.config.relativeURLs);
  const decks = rendered.decks.flatMap((deck) => pipeline.publish(deck, client));
  const others = pipeline.publishPages(client);
  const found = [...others.diagnostics, ...(printUnusedTemplates ? unusedTemplates(pipeline) : [])];
  const warnings = [...rendered.warnings, ...onlyWarnings(found, strict)];
  const assets = [...rendered.decks.flatMap(({ files }) => files.published), ...pipeline.assets()];
  const pages = [...decks, ...others.outputs];
  const written = isMinified(site.config, minify) ? await minifyPages(pages) : pages;
  const worker = workerOf(open, rendered, bundled, [...written, ...assets]);
  return {
    pages: [...written, ...worker],
    assets,
    warnings,
    leftAlone: others.leftAlone.map(({ source }) => source.path),
  };
}

function unusedTemplates(pipeline: Pipeline): readonly Diagnostic[] {
  return pipeline.unusedTemplates().map((file) =>
    createDiagnostic({
      code: 'template-unused',
      severity: 'warning',
      message: 'no deck and no page of this build has used this template',
      hint: 'Delete it, or look at its name and folder if something should have used it.',
      source: { path: file, text: '' },
    }),
  );
}

function workerOf(
  { root, site }: OpenSite,
  { decks }: RenderedSite,
  { files }: BundledClient,
  written: readonly (Output | PublishedAsset)[],
): readonly Output[] {
  const statics = new Map(site.staticFiles.map(({ outputPath, source }) => [outputPath, source]));
  const made = new Map(written.flatMap((one) => ('bytes' in one ? [[one.path, one.bytes] as const] : [])));
  const read = (file: string): Uint8Array | undefined => {
    const source = statics.get(file);
    return made.get(file) ?? (source === undefined ? undefined : readFileSync(path.join(root, source)));
  };
  const pages = written.filter((one) => 'text' in one);
  return offlineWorker({ decks, pages, bundled: files, config: site.config, read });
}

/** @returns the paths of all files of the site, the pages first */
function writeFiles(
  { root, destination, site }: OpenSite,
  { folder, files }: BundledClient,
  { pages, assets }: MadeFiles,
): readonly string[] {
  const own = [...new Set([...pages, ...assets].map((output) => output.path))];
  // A page wins over a static file of its name.
  const statics = site.staticFiles.filter(({ outputPath }) => !own.includes(outputPath));
  const bundle = files.map((file) => ({ source: file, outputPath: file }));
  writeTexts(destination, pages);
  writeAssets(destination, assets);
  copyFiles(root, destination, statics);
  copyFiles(folder, destination, bundle);
  const written = [...new Set([...own, ...[...statics, ...bundle].map(({ outputPath }) => outputPath)])];
  sweepAssets(destination, ASSETS_FOLDER, written);
  return written;
}

function clientOf({ script, classic, styles, firstPaints }: BundledClient, isForDisk: boolean): Client {
  return {
    scripts: script === undefined ? [] : [script],
    ...(classic && { classic: classicOf(classic, isForDisk) }),
    style(request) {
      const sheet = styles[styleName(request)];
      if (!sheet) throw new Error(`the client has no stylesheet ${styleName(request)}`);
      return sheet;
    },
    firstPaint: ({ theme = '', isPainted = false }) => (isPainted ? firstPaints[theme] : undefined),
    offlineWorker: OFFLINE_WORKER,
    address: relativeAddress,
  };
}

function classicOf(
  { script, companion }: NonNullable<BundledClient['classic']>,
  isForDisk: boolean,
): NonNullable<Client['classic']> {
  return isForDisk ? { script, modules: [], behind: [companion] } : { script, modules: [companion] };
}
