/** The build: everything is made before anything is written, so that a mistake leaves the last output as it was. */
import { formatDiagnostic } from '../diagnostics.ts';
import type { Client } from '../types.ts';
import { relativeAddress } from './addresses.ts';
import { ASSETS_FOLDER } from './client-build.ts';
import { type BundledClient, provideClient } from './client-cache.ts';
import { requestOf } from './client-modules.ts';
import { styleName } from './looks.ts';
import {
  type DeckwrightOptions,
  openSite,
  type OpenSite,
  renderSite,
  type RenderedSite,
} from './open-site.ts';
import { copyFiles, sweepAssets, writeTexts } from './output.ts';

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
  const bundled = await provideClient(requestOf(rendered.decks));
  const client = clientOf(bundled);
  const pages = rendered.decks.flatMap((deck) => open.pipeline.publish(deck, client));
  writeTexts(open.destination, pages);
  copyBeside(open, bundled, new Set(pages.map((page) => page.path)));
  for (const warning of rendered.warnings) console.warn(`${formatDiagnostic(warning)}\n`);
  if (!options.quiet) console.log(summary(rendered, open.destination, performance.now() - startedAt));
}

function copyBeside(
  { root, destination, site }: OpenSite,
  { folder, files }: BundledClient,
  pages: ReadonlySet<string>,
): void {
  // A page wins over a static file of its name.
  const statics = site.staticFiles.filter(({ outputPath }) => !pages.has(outputPath));
  copyFiles(root, destination, statics);
  copyFiles(
    folder,
    destination,
    files.map((file) => ({ source: file, outputPath: file })),
  );
  sweepAssets(destination, ASSETS_FOLDER, [...files, ...statics.map(({ outputPath }) => outputPath)]);
}

function clientOf({ script, styles }: BundledClient): Client {
  return {
    scripts: [script],
    style(request) {
      const sheet = styles[styleName(request)];
      if (!sheet) throw new Error(`the client has no stylesheet ${styleName(request)}`);
      return sheet;
    },
    address: relativeAddress,
  };
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
