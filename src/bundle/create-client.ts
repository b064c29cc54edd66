/** The client as pages see it: the addresses of its scripts and styles. */
import path from 'node:path';
import type { Client } from '../types.ts';
import type { BundledClient } from './client/client-cache.ts';
import { OFFLINE_WORKER } from './client/offline-worker.ts';
import { writeSearchIndex } from './client/search-index.ts';
import { criticalCssName, styleName } from './styles/stylesheets.ts';

/** The addresses of a bundle, for the pages that use it. */
export function createClient(bundled: BundledClient, isForDisk: boolean): Client {
  const { script, classic, styles, criticalCss, list } = bundled;
  return {
    scripts: script === undefined ? [] : [script],
    ...(classic && { classic: createClassicScripts(classic, isForDisk) }),
    style(request) {
      const sheet = styles[styleName(request)];
      if (!sheet) throw new Error(`the client has no stylesheet ${styleName(request)}`);
      return sheet;
    },
    criticalCss: (request) =>
      request.hasCriticalCss === true ? criticalCss[criticalCssName(request)] : undefined,
    ...(list && {
      list: { ...list, isModule: !isForDisk, writeIndex: (decks) => writeSearchIndex(decks, isForDisk) },
    }),
    offlineWorker: OFFLINE_WORKER,
    address: relativeAddress,
  };
}

function createClassicScripts(
  { script, companion }: NonNullable<BundledClient['classic']>,
  isForDisk: boolean,
): NonNullable<Client['classic']> {
  return isForDisk ? { script, modules: [], fallbackScripts: [companion] } : { script, modules: [companion] };
}

/** The address of an output file as written in the page at `outputPath`. */
function relativeAddress(file: string, outputPath: string): string {
  return path.posix.relative(path.posix.dirname(outputPath), file);
}
