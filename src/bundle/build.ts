/** The build: everything is made before anything is written, so that a mistake leaves the last output as it was. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDiagnostic } from '../diagnostics.ts';
import type { Client, Output, PublishedAsset } from '../types.ts';
import { relativeAddress } from './addresses.ts';
import { ASSETS_FOLDER } from './client/client-build.ts';
import { type BundledClient, provideClient } from './client/client-cache.ts';
import { requestOf } from './client/client-modules.ts';
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
import { copyFiles, sweepAssets, writeAssets, writeTexts } from './output.ts';
import { clientPackages } from './packages.ts';

/**
 * Builds a site.
 * @throws {DeckError} with the mistakes of all decks; the last good output is left as it was
 * @example
 * await build({ source: 'talks', baseURL: 'https://example.org/talks/' });
 */
export async function build(options: DeckwrightOptions = {}): Promise<void> {
  const startedAt = performance.now();
  const open = openSite(options);
  const rendered = renderSite(open, options.strict ?? false);
  const bundled = await provideClient({
    ...requestOf(rendered.decks, clientPackages(open.root)),
    isForDisk: open.site.config.relativeURLs,
  });
  const client = clientOf(bundled, open.site.config.relativeURLs);
  const decks = rendered.decks.flatMap((deck) => open.pipeline.publish(deck, client));
  const others = open.pipeline.publishPages(client);
  const warnings = [...rendered.warnings, ...onlyWarnings(others.diagnostics, options.strict ?? false)];
  const assets = [...rendered.decks.flatMap(({ files }) => files.published), ...open.pipeline.assets()];
  const pages = [...decks, ...others.outputs, ...workerOf(open, rendered, bundled, [...decks, ...assets])];
  writeTexts(open.destination, pages);
  writeAssets(open.destination, assets);
  copyBeside(open, bundled, [...pages, ...assets]);
  for (const warning of warnings) console.warn(`${formatDiagnostic(warning)}\n`);
  if (options.quiet) return;
  const alone = others.leftAlone.length;
  if (alone > 0)
    console.log(
      `${count(alone, 'page')} left alone: no deck, and no layout in ${open.site.config.layoutDir}/`,
    );
  console.log(summary({ ...rendered, warnings }, open.destination, performance.now() - startedAt));
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

function copyBeside(
  { root, destination, site }: OpenSite,
  { folder, files }: BundledClient,
  written: readonly { readonly path: string }[],
): void {
  const paths = new Set(written.map((output) => output.path));
  // A page wins over a static file of its name.
  const statics = site.staticFiles.filter(({ outputPath }) => !paths.has(outputPath));
  copyFiles(root, destination, statics);
  copyFiles(
    folder,
    destination,
    files.map((file) => ({ source: file, outputPath: file })),
  );
  sweepAssets(destination, ASSETS_FOLDER, [
    ...files,
    ...paths,
    ...statics.map(({ outputPath }) => outputPath),
  ]);
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

function summary({ decks, warnings }: RenderedSite, destination: string, milliseconds: number): string {
  const slides = decks
    .flatMap((deck) => deck.slides)
    .reduce((sum, { slides: stack }) => sum + Math.max(stack.length, 1), 0);
  const counts = [
    count(decks.length, 'deck'),
    count(slides, 'slide'),
    count(warnings.length, 'warning'),
  ].join(', ');
  return `${counts} → ${destination} (${Math.round(milliseconds)} ms)`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
