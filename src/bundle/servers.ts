/** The servers: each is Vite with our plugins and nothing of a Vite project around it. */
import type { AddressInfo } from 'node:net';
import { clientPlugin } from './client-plugin.ts';
import { allFeatures } from '../types.ts';
import { devPlugin } from './dev-plugin.ts';
import { type DeckwrightOptions, type ListenOptions, openSite } from './open-site.ts';
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
  const open = openSite(options);
  const { createServer } = await import('vite');
  const server = await createServer({
    ...devConfig(open, options),
    configFile: false,
    // A deck may begin to need a feature while it is open, so all of them are at hand.
    plugins: [clientPlugin(() => allFeatures), devPlugin(open)],
  });
  await server.listen();
  const url = urlOf(server.httpServer?.address(), server.config.base);
  return { url, close: () => server.close() };
}

/** Serves what was built, below the path that the base URL says. */
export async function preview(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const open = openSite(options);
  const { preview: start } = await import('vite');
  const server = await start({ ...previewConfig(open, options), configFile: false });
  return { url: urlOf(server.httpServer.address(), server.config.base), close: () => server.close() };
}

function urlOf(address: string | AddressInfo | null | undefined, base: string): string {
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://localhost:${port}${base}`;
}
