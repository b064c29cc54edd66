/** Makes a site: all that will be written, while nothing is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attempt, createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { SitePipeline } from '../pipeline.ts';
import type { Client, Output, PublishedAsset, ReadyDeck, StaticFile } from '../types.ts';
import { type BundledClient, provideClient } from './client/client-cache.ts';
import { requestOf } from './client/client-modules.ts';
import { writeSearchIndex } from './client/search-index.ts';
import { OFFLINE_WORKER, offlineWorker } from './client/offline.ts';
import { isMinified, minifyPages } from './minify.ts';
import { failureOf, findingsOf, type OpenSite, renderDecks, sorted, stopsBuild } from './open-site.ts';
import { clientPackages } from './packages.ts';
import { styleName } from './styles/looks.ts';

/** What a site is made with; all of it is off by default. */
export interface MakeOptions {
  /** Warnings fail, as errors do. */
  readonly strict?: boolean;
  /** Takes out of pages what no reader sees. `minify.minifyOutput` of the configuration asks for it, too. */
  readonly minify?: boolean;
  /** Where bundles are kept; beside the packages that they are made from by default. */
  readonly cacheDir?: string;
  /** Warns of the site's own templates that no page has used. */
  readonly printUnusedTemplates?: boolean;
  /** Is told what the build does now. */
  readonly onStep?: (step: BuildStep) => void;
}

/** What a build does, one after the other. */
export type BuildStep = 'read' | 'render' | 'bundle' | 'write';

/** A site as it will be written. All paths are below its destination. @internal */
export interface MadeSite {
  readonly decks: readonly ReadyDeck[];
  readonly warnings: readonly Diagnostic[];
  readonly pages: readonly Output[];
  readonly assets: readonly PublishedAsset[];
  /** Files that are copied as they are; their sources are below the root of the site. */
  readonly statics: readonly StaticFile[];
  readonly bundled: BundledClient;
  /** Pages that are left to a theme; paths below the site's root. */
  readonly leftAlone: readonly string[];
}

/**
 * Makes all that is written for a site, and writes none of it.
 * @internal
 * @throws {DeckError} with the mistakes of all decks; under `strict` with the warnings too
 */
export async function makeSite(open: OpenSite, options: MakeOptions = {}): Promise<MadeSite> {
  const { strict = false, onStep: step = () => undefined } = options;
  step('render');
  const decks = renderDecks(open);
  const inDecks = findingsOf(open, decks);
  if (stopsBuild(inDecks, strict)) throw failureOf(open, decks, inDecks);
  step('bundle');
  const provided = await provideBundle(open, decks, options.cacheDir);
  const client = clientOf(provided, open.site.config.relativeURLs);
  const faults: Diagnostic[] = [];
  const deckPages = decks.flatMap(
    (deck) =>
      attempt(
        () => open.pipeline.publish(deck, client),
        (fault) => faults.push(fault),
      ) ?? [],
  );
  const others = open.pipeline.publishPages(client, () => decks);
  const beside = [
    ...others.diagnostics,
    ...(options.printUnusedTemplates ? unusedTemplates(open.pipeline) : []),
  ];
  const found = [...inDecks, ...faults, ...beside];
  if (stopsBuild(found, strict)) throw failureOf(open, decks, found);
  const warnings = sorted(found);
  const assets = [...decks.flatMap(({ files }) => files.published), ...open.pipeline.assets()];
  const own = [...deckPages, ...others.outputs];
  const written = isMinified(open.site.config, options.minify) ? await minifyPages(own) : own;
  const bundled = withoutUnused(provided, own);
  const pages = [...written, ...workerOf(open, decks, bundled, [...written, ...assets])];
  const leftAlone = others.leftAlone.map(({ source }) => source.path);
  const statics = staticsBeside(open, [...pages, ...assets]);
  return { decks, warnings, pages, assets, statics, bundled, leftAlone };
}

/** A page wins over a static file of its name. */
function staticsBeside(
  { site }: OpenSite,
  made: readonly { readonly path: string }[],
): readonly StaticFile[] {
  const paths = new Set(made.map((one) => one.path));
  return site.staticFiles.filter(({ outputPath }) => !paths.has(outputPath));
}

function provideBundle(
  { root, site }: OpenSite,
  decks: readonly ReadyDeck[],
  cacheDir?: string,
): Promise<BundledClient> {
  const isForDisk = site.config.relativeURLs;
  return provideClient({ ...requestOf(decks, clientPackages(root)), isForDisk }, cacheDir);
}

function unusedTemplates(pipeline: SitePipeline): readonly Diagnostic[] {
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
  ready: readonly ReadyDeck[],
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
  const listed = new Set(site.listedDecks);
  const decks = ready.filter(({ rendered }) => listed.has(rendered.deck)).map(({ rendered }) => rendered);
  return offlineWorker({ decks, pages, bundled: files, config: site.config, read });
}

/** A site may have a page of its own where the list of the decks would be, or a list that needs no script. */
function withoutUnused(bundled: BundledClient, pages: readonly Output[]): BundledClient {
  const isUnused = (file: string): boolean => !pages.some(({ text }) => text.includes(path.basename(file)));
  const unused = bundled.list?.files.filter(({ namedBy }) => isUnused(namedBy)).map(({ file }) => file) ?? [];
  return { ...bundled, files: bundled.files.filter((file) => !unused.includes(file)) };
}

function clientOf(bundled: BundledClient, isForDisk: boolean): Client {
  const { script, classic, styles, firstPaints, list } = bundled;
  return {
    scripts: script === undefined ? [] : [script],
    ...(classic && { classic: classicOf(classic, isForDisk) }),
    style(request) {
      const sheet = styles[styleName(request)];
      if (!sheet) throw new Error(`the client has no stylesheet ${styleName(request)}`);
      return sheet;
    },
    firstPaint: ({ theme, isPainted = false }) => (isPainted ? firstPaints[theme] : undefined),
    ...(list && {
      list: { ...list, isModule: !isForDisk, writeIndex: (decks) => writeSearchIndex(decks, isForDisk) },
    }),
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

/** How a page at `outputPath` writes the address of another file of the output. */
function relativeAddress(file: string, outputPath: string): string {
  return path.posix.relative(path.posix.dirname(outputPath), file);
}
