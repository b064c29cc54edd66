/**
 * The server of a site inside the Vite server of a project. It is a complete server of its own below one path: plugins
 * and settings of the project don't affect the decks, and the guard of the decks doesn't affect the project.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { ViteDevServer } from 'vite';
import { type DeckwrightOptions, openSite } from '../bundle/open-site.ts';
import type { DevOptions } from './dev-server.ts';
import { createSiteServer } from './site-server.ts';
import { devConfig } from './vite-config.ts';

/** Options of the inner server. */
export interface InnerOptions extends DevOptions {
  /** The site. Its `baseURL` is the path of the server, with slashes around it. */
  readonly site: DeckwrightOptions & { readonly baseURL: string };
}

/** A server inside another one. */
export interface InnerServer {
  /** Answers requests below the path of the server, and passes on all others. */
  answer(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void;
  close(): Promise<void>;
}

/**
 * Starts the server; if the project has no HTTP server, as in tests, with the first request.
 * @throws {DeckError} when the site can't be opened
 */
export async function createInnerServer(host: ViteDevServer, options: InnerOptions): Promise<InnerServer> {
  const base = options.site.baseURL;
  let started: Promise<ViteDevServer> | undefined;
  const start = (): Promise<ViteDevServer> => (started ??= startInnerServer(host, options));
  if (host.httpServer) await start();
  return {
    answer(request, response, next) {
      const [pathname = ''] = (request.url ?? '').split('?', 1);
      if (`${pathname}/` === base) return redirect(response, (request.url ?? '').replace(pathname, base));
      if (!pathname.startsWith(base)) return next();
      // Vite has stripped the base from the URL by then, so later middlewares could not handle it.
      const end = (error?: unknown): void => (error === undefined ? refuse(response) : next(error));
      start().then(({ middlewares }) => middlewares(request, response, end), next);
    },
    async close() {
      await (await started)?.close();
    },
  };
}

async function startInnerServer(
  host: ViteDevServer,
  { site, ...options }: InnerOptions,
): Promise<ViteDevServer> {
  const { server: settings, customLogger, logger } = host.config;
  const ws = await createSocket(host);
  return createSiteServer({
    ...options,
    open: () => openSite(site, true),
    config: (open) => {
      const config = devConfig(open, site);
      return {
        ...config,
        customLogger: customLogger ?? logger,
        server: {
          ...config.server,
          middlewareMode: true,
          // The hosts of the project are allowed for its decks, too.
          ...(settings.host !== undefined && { host: settings.host }),
          allowedHosts: settings.allowedHosts,
          ws,
        },
      };
    },
  });
}

/** The WebSocket of open decks: at their path of the project's server, or on a port of its own if there is none. */
async function createSocket(host: ViteDevServer) {
  const { ws, middlewareMode } = host.config.server;
  if (ws === false) return false;
  const { server: own, path: _path, port: _port, ...settings } = typeof ws === 'object' ? ws : {};
  const around = typeof middlewareMode === 'object' ? middlewareMode.server : undefined;
  const server = own ?? around ?? host.httpServer;
  return server ? { ...settings, server } : { port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('deckwright: not found\n');
}
