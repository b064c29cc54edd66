/** The build: pages are written with the addresses of the bundle, and what stands beside them is copied. */
import type { Plugin, Rolldown } from 'vite';
import { formatDiagnostic } from '../diagnostics.ts';
import type { Client } from '../types.ts';
import { styleName } from './client-modules.ts';
import { relativeAddress } from './addresses.ts';
import type { Session } from './open-site.ts';
import { copyStaticFiles, sweepAssets } from './output.ts';

/** The folder of the bundle below the destination. It is ours alone: what an earlier build left there is deleted. */
export const ASSETS_FOLDER = 'deck-assets';

export function buildPlugin(current: () => Session): Plugin {
  const startedAt = performance.now();
  return {
    name: 'deckwright:build',
    apply: 'build',
    // Pages are written before anything is: a layout that fails leaves the output as it was.
    generateBundle(_options, bundle) {
      const { open, rendered } = current();
      const client = clientOf(bundle);
      for (const deck of rendered?.decks ?? []) {
        for (const { path, text } of open.pipeline.publish(deck, client)) {
          this.emitFile({ type: 'asset', fileName: path, source: text });
        }
      }
    },
    writeBundle(_options, bundle) {
      const { open, rendered, options } = current();
      const written = Object.keys(bundle);
      copyStaticFiles(open, new Set(written));
      const kept = [...written, ...open.site.staticFiles.map(({ outputPath }) => outputPath)];
      sweepAssets(open.destination, ASSETS_FOLDER, kept);
      for (const warning of rendered?.warnings ?? []) console.warn(`${formatDiagnostic(warning)}\n`);
      if (!options.quiet) console.log(summary(current(), performance.now() - startedAt));
    },
  };
}

function clientOf(bundle: Rolldown.OutputBundle): Client {
  const files = Object.values(bundle);
  const script = files.find((file) => file.type === 'chunk' && file.isEntry && file.name === 'client');
  if (!script) throw new Error('the bundle has no client');
  return {
    scripts: [script.fileName],
    style(request) {
      const name = `${styleName(request)}.css`;
      const sheet = files.find((file) => file.type === 'asset' && file.names.includes(name));
      if (!sheet) throw new Error(`the bundle has no stylesheet ${name}`);
      return sheet.fileName;
    },
    address: relativeAddress,
  };
}

function summary({ open, rendered }: Session, milliseconds: number): string {
  const decks = rendered?.decks ?? [];
  const slides = decks.reduce(
    (count, deck) =>
      count + deck.slides.reduce((sum, { slides: stack }) => sum + Math.max(stack.length, 1), 0),
    0,
  );
  const warnings = rendered?.warnings.length ?? 0;
  return `${count(decks.length, 'deck')}, ${count(slides, 'slide')}, ${count(warnings, 'warning')} → ${open.destination} (${Math.round(milliseconds)} ms)`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
