/** Makes all files of a site without writing any. */
import path from 'node:path';
import { applyLevels } from '../check-levels.ts';
import { attempt, createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import { readWhole } from '../files.ts';
import type { OutputClaim, SitePipeline } from '../pipeline.ts';
import type { Client, Deck, Output, PrintedFiles, PublishedAsset, ReadyDeck, StaticFile } from '../types.ts';
import { type BundledClient, provideClient } from './client/client-cache.ts';
import { createClientRequest } from './client/client-modules.ts';
import { NOTICES } from './client/notices.ts';
import { offlineWorker } from './client/offline-worker.ts';
import { isMinified, minifyPages } from './minify.ts';
import { createClient } from './create-client.ts';
import {
  createFailure,
  collectFindings,
  type OpenSite,
  renderDecks,
  sortDiagnostics,
  stopsBuild,
} from './open-site.ts';
import { clientPackages } from './packages.ts';
import { settleFiles } from './settle-files.ts';

/** How a site is made; all options are off by default. */
export interface MakeOptions {
  /** Treats warnings as errors. */
  readonly strict?: boolean;
  /** Removes comments and extra whitespace from pages, as `minify.minifyOutput` in the configuration does. */
  readonly minify?: boolean;
  /** The folder of the bundle cache; `node_modules/.cache` by default. */
  readonly cacheDir?: string;
  /** Warns about templates of the site that no page uses. */
  readonly printUnusedTemplates?: boolean;
  /** Makes the files that a browser prints of decks; without it, none are published. */
  readonly print?: PrintDecks;
  /** The decks that are needed, all by default. Others with errors are left out, and their errors are warnings. */
  readonly needed?: readonly Deck[];
  /** Called when a step of the build begins. */
  readonly onStep?: (step: BuildStep) => void;
}

/** The steps of a build, in order; `wait` only while another build writes to the same destination. */
export type BuildStep = 'read' | 'render' | 'print' | 'bundle' | 'write' | 'wait';

/** Makes files from rendered decks in a browser. */
export type PrintDecks = (
  open: OpenSite,
  decks: readonly ReadyDeck[],
  onStart: () => void,
) => Promise<Printed | undefined>;

/** What was printed. */
export interface Printed {
  readonly assets: readonly PublishedAsset[];
  /** The files of decks, by the output paths of those. */
  readonly ofDecks: ReadonlyMap<string, PrintedFiles>;
  readonly warnings: readonly Diagnostic[];
}

const NOTHING_PRINTED: Printed = { assets: [], ofDecks: new Map(), warnings: [] };

/** A site as it will be written. All paths are relative to its destination. @internal */
export interface BuiltSite {
  readonly decks: readonly ReadyDeck[];
  readonly warnings: readonly Diagnostic[];
  readonly pages: readonly Output[];
  readonly assets: readonly PublishedAsset[];
  /** Files that are copied unchanged; their sources are relative to the site's root. */
  readonly staticFiles: readonly StaticFile[];
  readonly bundled: BundledClient;
  /** Pages that are not decks and have no layout; paths relative to the site's root. */
  readonly leftAlone: readonly string[];
  /** Finds what asks for a file. */
  readonly findOwner: (path: string) => OutputClaim | undefined;
}

/**
 * Makes all files of a site without writing any.
 * @internal
 * @throws {DeckError} with the errors of all decks; under `strict` with the warnings too
 */
export async function makeSite(open: OpenSite, options: MakeOptions = {}): Promise<BuiltSite> {
  const { strict = false, onStep: step = () => undefined } = options;
  step('render');
  const { rendered, decks, found: deckDiagnostics, isNeeded } = renderNeeded(open, options);
  if (stopsBuild(deckDiagnostics, strict)) throw createFailure(open, decks, deckDiagnostics);
  const printed = (await options.print?.(open, decks, () => step('print'))) ?? NOTHING_PRINTED;
  step('bundle');
  const provided = await provideBundle(open, decks, options.cacheDir);
  const client: Client = {
    ...createClient(provided, open.site.config.relativeURLs),
    printed: (outputPath) => printed.ofDecks.get(outputPath),
  };
  const { deckPages, others, settled, errors } = publishAll(open, {
    decks,
    isNeeded,
    client,
    provided,
    printed,
  });
  const otherDiagnostics = [
    ...others.diagnostics,
    ...open.pipeline.lint(rendered, others),
    ...applyLevels(
      [
        ...settled.diagnostics,
        ...printed.warnings,
        ...(options.printUnusedTemplates ? unusedTemplates(open.pipeline) : []),
      ],
      open.site.config.checks,
    ),
  ];
  const found = [...deckDiagnostics, ...errors, ...otherDiagnostics];
  if (stopsBuild(found, strict)) throw createFailure(open, decks, found);
  const warnings = sortDiagnostics(found);
  const { assets } = settled;
  const own = [
    ...deckPages.flatMap(({ deck, outputs }) => settled.ofDeck(deck, outputs)),
    ...settled.select(others.outputs),
  ];
  const written = isMinified(open.site.config, options.minify) ? await minifyPages(own) : own;
  const bundled = removeUnusedFiles(provided, own);
  const pages = [...written, ...createOfflineWorker(open, decks, bundled, [...written, ...assets])];
  const leftAlone = others.leftAlone.map(({ source }) => source.path);
  const staticFiles = settled.select(open.site.staticFiles);
  return { decks, warnings, pages, assets, staticFiles, bundled, leftAlone, findOwner: settled.findOwner };
}

/** Renders all decks, and leaves out those with errors that are not needed. */
function renderNeeded(open: OpenSite, { needed, strict = false }: MakeOptions) {
  const rendered = renderDecks(open);
  const isNeeded = (deck: ReadyDeck): boolean => needed?.includes(deck.rendered.deck) ?? true;
  const decks = rendered.filter((deck) => isNeeded(deck) || !stopsBuild(deck.diagnostics, strict));
  const leftOut = rendered.filter((deck) => !decks.includes(deck));
  const found = [
    ...collectFindings(open, decks),
    ...leftOut.flatMap(({ diagnostics }) => diagnostics.map(toWarning)),
  ];
  return { rendered, decks, found, isNeeded };
}

const toWarning = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, severity: 'warning' });

/** What pages are made from. */
interface Publishing {
  readonly decks: readonly ReadyDeck[];
  readonly isNeeded: (deck: ReadyDeck) => boolean;
  readonly client: Client;
  readonly provided: BundledClient;
  readonly printed: Printed;
}

/** Writes the pages of decks and all other pages, and gives each path to one file. */
function publishAll(
  { pipeline, files }: OpenSite,
  { decks, isNeeded, client, provided, printed }: Publishing,
) {
  const errors: Diagnostic[] = [];
  const deckPages = decks.map((deck) => ({
    deck,
    outputs:
      attempt(
        () => pipeline.publish(deck, client),
        (error) => errors.push(isNeeded(deck) ? error : toWarning(error)),
      ) ?? [],
  }));
  const others = pipeline.publishPages(client, () => decks);
  const settled = settleFiles(others, {
    decks,
    bundled: provided.files,
    assets: [...decks.flatMap(({ files }) => files.published), ...pipeline.assets(), ...printed.assets],
    read: (source) => files.readBytes(source),
  });
  return { deckPages, others, settled, errors };
}

function provideBundle(
  { root, site }: OpenSite,
  decks: readonly ReadyDeck[],
  cacheDir?: string,
): Promise<BundledClient> {
  const isForDisk = site.config.relativeURLs;
  return provideClient({ ...createClientRequest(decks, clientPackages(root)), isForDisk }, cacheDir);
}

function unusedTemplates(pipeline: SitePipeline): readonly Diagnostic[] {
  return pipeline.unusedTemplates().map((file) =>
    createDiagnostic({
      code: 'template-unused',
      severity: 'warning',
      message: 'no page of this build uses this template',
      hint: 'Delete it, or check its name and folder.',
      source: { path: file, text: '' },
    }),
  );
}

function createOfflineWorker(
  { root, site }: OpenSite,
  ready: readonly ReadyDeck[],
  { files }: BundledClient,
  written: readonly (Output | PublishedAsset)[],
): readonly Output[] {
  const generated = new Map(
    written.flatMap((one) => ('bytes' in one ? [[one.path, one.bytes] as const] : [])),
  );
  const read = (file: string): Uint8Array | undefined => {
    const source = site.staticSources.get(file);
    return generated.get(file) ?? (source === undefined ? undefined : readWhole(path.join(root, source)));
  };
  const pages = written.filter((one) => 'text' in one);
  const listed = new Set(site.listedDecks);
  const decks = ready.filter(({ rendered }) => listed.has(rendered.deck)).map(({ rendered }) => rendered);
  const bundled = files.filter((file) => path.basename(file) !== NOTICES);
  return offlineWorker({ decks, pages, bundled, config: site.config, read });
}

/** Removes files of the deck list that no page uses: a site may have its own home page, or a list without scripts. */
function removeUnusedFiles(bundled: BundledClient, pages: readonly Output[]): BundledClient {
  // The list comes after the decks.
  const isUnused = (file: string): boolean =>
    pages.findLast(({ text }) => text.includes(path.basename(file))) === undefined;
  const unused = bundled.list?.files.filter(({ namedBy }) => isUnused(namedBy)).map(({ file }) => file) ?? [];
  return { ...bundled, files: bundled.files.filter((file) => !unused.includes(file)) };
}
