/**
 * The server of a site inside of the Vite server of a project. It is a whole server of its own below one path: the
 * plugins and settings of the project do not reach the decks, and the guard of the decks refuses nothing of the project.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { ViteDevServer } from 'vite';
import { type DeckwrightOptions, openSite } from '../bundle/open-site.ts';
import type { DevOptions } from './dev-plugin.ts';
import { createSiteServer } from './site-server.ts';
import { devConfig } from './vite-config.ts';

/** What is served. */
export interface InnerOptions extends DevOptions {
  /** The base URL among them is the path, with slashes around it: only what is below it is asked of us. */
  readonly site: DeckwrightOptions & { readonly baseURL: string };
}

/** A server inside of another one. */
export interface InnerServer {
  /** Answers what is below its path, and leaves all else to those that come after it. */
  answer(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void;
  close(): Promise<void>;
}

/**
 * Starts it. Where the project has no server of its own, as in tests, it starts with the first request.
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
      // Vite has cut the path by then, so nobody behind us could tell what was asked.
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
          // Who may speak to the project may speak to its decks.
          ...(settings.host !== undefined && { host: settings.host }),
          allowedHosts: settings.allowedHosts,
          ws,
        },
      };
    },
  });
}

/** The socket of open decks: at their own path of the project's server, where it has one. */
async function createSocket(host: ViteDevServer) {
  const { ws, middlewareMode } = host.config.server;
  if (ws === false) return false;
  const { server: own, path: _path, port: _port, ...told } = typeof ws === 'object' ? ws : {};
  const around = typeof middlewareMode === 'object' ? middlewareMode.server : undefined;
  const server = own ?? around ?? host.httpServer;
  return server ? { ...told, server } : { port: await freePort() };
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
