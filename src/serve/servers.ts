/** Starts the dev server and the preview server. */
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
import { finishBuild } from '../write/write-site.ts';
import { createSiteServer } from './site-server.ts';
import { DEV_PORT, devConfig, PREVIEW_PORT, previewConfig } from './vite-config.ts';

export { stayUp } from './stay-up.ts';

/** A running server. */
export interface RunningServer {
  /** The URL of the site, including the base path. */
  readonly url: string;
  /** URLs for other machines; none unless the server listens on an address that they can reach. */
  readonly others: readonly string[];
  /** The requested port, if it was in use and another one was taken. */
  readonly busyPort: number | undefined;
  close(): Promise<void>;
}

/**
 * Starts the dev server: open pages show changes when they are saved.
 * @throws {DeckError} when the site can't be opened, or when the server can't listen on the address
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
 * Serves the built site, below the path of the base URL.
 * @throws {DeckError} when the site was not built, or when the server can't listen on the address
 * @example
 * await build({ source: 'talks' });
 * const server = await preview({ source: 'talks', port: 0 });
 */
export async function preview(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const open = openSite(options);
  finishBuild(open.destination);
  if (!existsSync(open.destination)) throw new DeckError([notBuilt(open.destination)]);
  const { preview: start } = await import('vite');
  const server = await listening(start({ ...previewConfig(open, options), configFile: false }), options.host);
  return running(server, server.httpServer.address(), { port: PREVIEW_PORT, ...options });
}

function notBuilt(destination: string): Diagnostic {
  return createDiagnostic({
    code: 'not-built',
    message: `nothing to preview: ${destination} does not exist`,
    hint: "Run deckwright build first, or pass the built site's folder with --destination.",
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

/** Errors that the user can fix: addresses that are not of this machine, and ports without permission. */
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
        message: `can't listen on ${host}: ${message}`,
        hint: 'Use an address of this machine with --bind (0.0.0.0 for all) and a free port with --port.',
      }),
    ]);
  }
}
