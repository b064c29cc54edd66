/** Starts the dev server and the preview server. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PreviewServer, ViteDevServer } from 'vite';
import { createDiagnostic, DeckError, type Diagnostic } from '../diagnostics.ts';
import {
  type DeckwrightOptions,
  type ListenOptions,
  type OpenSite,
  openSite,
  type ServeOptions,
} from '../bundle/open-site.ts';
import { StyleModules } from '../bundle/styles/style-modules.ts';
import { finishBuild } from '../write/write-site.ts';
import { networkHosts, urlHost } from './bind-address.ts';
import { closeWithProcess } from './close-with-process.ts';
import { DevHttpServer } from './dev-http-server.ts';
import { DevServer } from './dev-server.ts';
import { createSiteServer, type StartedSite } from './site-server.ts';
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
  const { host, port = DEV_PORT } = options;
  const open = openSite(options, true);
  const base = open.site.config.basePath;
  const started = startSite(open, options);
  const server = new DevHttpServer({
    host,
    port,
    base,
    answer: (request, response, next) => started.dev.answer(request, response, next),
    load: (http) => loadVite(http, started, options),
    logUnexpected: started.dev.logUnexpected,
  });
  const found = await listening(server.listen(), host);
  const stopFollowing = closeWithProcess(() => server.close());
  const url = `http://${urlHost(host)}:${found}${base}`;
  if (options.open) void server.load().then((vite) => vite && openBrowser(vite, url));
  return {
    url,
    busyPort: port !== 0 && port !== found ? port : undefined,
    others: networkHosts(host).map((name) => `http://${name}:${found}${base}`),
    close: async () => {
      stopFollowing();
      await server.close();
    },
  };
}

function startSite(open: OpenSite, { navigateToChanged = false }: ServeOptions): StartedSite {
  const sheets = new StyleModules();
  const base = open.site.config.basePath;
  return { open, sheets, dev: new DevServer({ open, base, sheets }, { navigateToChanged }) };
}

function openBrowser(vite: ViteDevServer, url: string): void {
  // Vite finds no address in a server of ours.
  vite.resolvedUrls = { local: [url], network: [] };
  vite.openBrowser();
}

/** Loads Vite as a middleware of the server, which listens already. */
function loadVite(server: Server, started: StartedSite, options: ServeOptions): Promise<ViteDevServer> {
  const { navigateToChanged = false } = options;
  const { port } = server.address() as AddressInfo;
  return createSiteServer({
    started,
    navigateToChanged,
    open: () => openSite(options, true),
    config: (open) => {
      const config = devConfig(open, options);
      return { ...config, server: { ...config.server, port, middlewareMode: true, ws: { server } } };
    },
  });
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
  server: PreviewServer,
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
