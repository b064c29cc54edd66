/** The servers: each is Vite with our plugins and nothing of a Vite project around it. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Plugin } from 'vite';
import { createDiagnostic, DeckError, type Diagnostic } from '../../diagnostics.ts';
import { clientPlugin } from '../client/client-plugin.ts';
import { allFeatures } from '../../types.ts';
import { devPlugin } from './dev-plugin.ts';
import { allSubsets } from '../styles/fonts.ts';
import { type DeckwrightOptions, type ListenOptions, openSite } from '../open-site.ts';
import { clientPackages } from '../packages.ts';
import { allParts } from '../styles/reveal-styles.ts';
import { devConfig, previewConfig } from './vite-config.ts';

/** A server that runs until it is closed. */
export interface RunningServer {
  /** Where the site is, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a site live: a saved change appears in the open page.
 * @throws {DeckError} when the destination of the site is its source
 */
export async function serve(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const { createServer } = await import('vite');
  let open = openSite(options, true);
  // Vite asks for its configuration again when the server restarts, as it does for another base URL.
  const site: Plugin = {
    name: 'deckwright:site',
    config: () => devConfig((open = openSite(options, true)), options),
  };
  const server = await createServer({
    configFile: false,
    // A deck may begin to need a feature while it is open, so all of them are at hand.
    plugins: [
      site,
      clientPlugin(() => ({
        features: allFeatures,
        packages: clientPackages(open.root),
        parts: allParts,
        subsets: allSubsets(),
      })),
      devPlugin(() => open),
    ],
  });
  await server.listen();
  return { url: urlOf(server.httpServer?.address(), server.config.base), close: () => server.close() };
}

/**
 * Serves what was built, below the path that the base URL says.
 * @throws {DeckError} when nothing was built
 */
export async function preview(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const open = openSite(options);
  if (!existsSync(open.destination)) throw new DeckError([notBuilt(open.destination)]);
  const { preview: start } = await import('vite');
  const server = await start({ ...previewConfig(open, options), configFile: false });
  return { url: urlOf(server.httpServer.address(), server.config.base), close: () => server.close() };
}

function notBuilt(destination: string): Diagnostic {
  return createDiagnostic({
    code: 'not-built',
    message: `there is nothing to show: ${destination} does not exist`,
    hint: 'Run deckwright build first, or name the folder of the built site with --destination.',
  });
}

function urlOf(address: string | AddressInfo | null | undefined, base: string): string {
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://localhost:${port}${base}`;
}
