/** The servers that listen: the one that an author writes with, and the one that shows what was built. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { PreviewServer, ViteDevServer } from 'vite';
import { createDiagnostic, DeckError, type Diagnostic } from '../diagnostics.ts';
import {
  type DeckwrightOptions,
  type ListenOptions,
  openSite,
  type ServeOptions,
} from '../bundle/open-site.ts';
import { urlHost } from './bind-address.ts';
import { createSiteServer } from './site-server.ts';
import { DEV_PORT, devConfig, PREVIEW_PORT, previewConfig } from './vite-config.ts';

/** A server that runs until it is closed. */
export interface RunningServer {
  /** Where the site is, base path included. */
  readonly url: string;
  /** Where other machines find it; none unless it was bound to an address that they reach. */
  readonly others: readonly string[];
  /** The first port that was tried, where it was taken and another one was used. */
  readonly busyPort: number | undefined;
  close(): Promise<void>;
}

/**
 * Serves a site live: a saved change appears in the open page.
 * @throws {DeckError} when the destination of the site is its source, or when the address can't be bound
 * @example
 * const server = await serve({ source: 'talks', port: 0 });
 * console.log(server.url);
 * await server.close();
 */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const { navigateToChanged = false } = options;
  const server = await createSiteServer({
    open: () => openSite(options, true),
    config: (open) => devConfig(open, options),
    navigateToChanged,
  });
  await listening(server.listen(), options.host).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return running(server, server.httpServer?.address(), { port: DEV_PORT, ...options });
}

/**
 * Serves what was built, below the path that the base URL says.
 * @throws {DeckError} when nothing was built, or when the address can't be bound
 * @example
 * await build({ source: 'talks' });
 * const server = await preview({ source: 'talks', port: 0 });
 */
export async function preview(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const open = openSite(options);
  if (!existsSync(open.destination)) throw new DeckError([notBuilt(open.destination)]);
  const { preview: start } = await import('vite');
  const server = await listening(start({ ...previewConfig(open, options), configFile: false }), options.host);
  return running(server, server.httpServer.address(), { port: PREVIEW_PORT, ...options });
}

function notBuilt(destination: string): Diagnostic {
  return createDiagnostic({
    code: 'not-built',
    message: `there is nothing to show: ${destination} does not exist`,
    hint: 'Run deckwright build first, or name the folder of the built site with --destination.',
  });
}

function running(
  server: ViteDevServer | PreviewServer,
  address: AddressInfo | string | null | undefined,
  { host, port: requestedPort = 0 }: ListenOptions,
): RunningServer {
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://${urlHost(host)}:${port}${server.config.base}`,
    busyPort: requestedPort !== 0 && requestedPort !== port ? requestedPort : undefined,
    others: server.resolvedUrls?.network ?? [],
    close: () => server.close(),
  };
}

/** Names that are none of this machine's, and ports that only the system may take, are mistakes of who typed them. */
const BIND_ERRORS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EACCES']);

async function listening<T>(starting: Promise<T>, host = 'localhost'): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!BIND_ERRORS.has(code) && !message.startsWith('No available ports')) throw error;
    throw new DeckError([
      createDiagnostic({
        code: 'bind-failed',
        message: `the server can’t listen at ${host}: ${message}`,
        hint: 'Name an address of this machine with --bind, 0.0.0.0 for all of them, and a free port with --port.',
      }),
    ]);
  }
}
