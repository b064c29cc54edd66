/**
 * The HTTP server of the dev server. It listens and answers the first requests before Vite is loaded, which takes longer
 * than all of that: a browser reads its page meanwhile. Requests that need Vite wait for it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ViteDevServer } from 'vite';
import { isSafeHost } from './bind-address.ts';
import { guardRequests, isViteAddress } from './guard.ts';
import { listenOnFreePort } from './listen.ts';
import { guardUpgrades } from './page-messages.ts';
import { readRequestPath } from './request-path.ts';
import { send } from './send-text.ts';

/** What the server needs. */
export interface DevHttpOptions {
  readonly host: string | undefined;
  /** The first port to try; 0 for any. */
  readonly port: number;
  /** The base path of the pages that are served before Vite is loaded. */
  readonly base: string;
  /** Answers requests for pages and files of the site, and calls `next` for all others. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, next: Next) => void;
  /** Loads Vite as a middleware of this server. */
  readonly load: (server: Server) => Promise<ViteDevServer>;
  /** Logs why Vite could not be loaded. */
  readonly logUnexpected: (error: unknown) => void;
}

type Next = (error?: unknown) => void;

/** How long the server waits for its first request before it loads Vite, in milliseconds. */
const FIRST_REQUEST_DELAY = 250;

/** An HTTP server that has Vite as a middleware, from its first answer on. */
export class DevHttpServer {
  readonly #options: DevHttpOptions;
  readonly #server = createServer((request, response) => this.#handle(request, response));
  readonly #sockets = new Set<Socket>();
  readonly #guard: ReturnType<typeof guardRequests>;
  #loading: Promise<ViteDevServer> | undefined;
  #vite: ViteDevServer | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DevHttpOptions) {
    this.#options = options;
    // Addresses of modules are left to Vite, and guarded there.
    this.#guard = guardRequests({ base: options.base, moduleFolders: [], editableFolders: [] });
    guardUpgrades(this.#server, options.host);
    this.#server.on('upgrade', this.#upgradeLater);
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /**
   * Listens, and loads Vite after the first answer.
   * @returns the port
   * @throws {Error} when the server can't listen there
   */
  async listen(): Promise<number> {
    const { host = 'localhost', port } = this.#options;
    await listenOnFreePort(this.#server, { host, port });
    this.#timer = setTimeout(() => void this.load(), FIRST_REQUEST_DELAY);
    return (this.#server.address() as AddressInfo).port;
  }

  /** Loads Vite, if it is not loaded yet. */
  load(): Promise<ViteDevServer | undefined> {
    clearTimeout(this.#timer);
    this.#loading ??= this.#options.load(this.#server).then((vite) => {
      this.#server.off('upgrade', this.#upgradeLater);
      return (this.#vite = vite);
    });
    return this.#loading.catch((error: unknown) => {
      this.#options.logUnexpected(error);
      return undefined;
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const vite = await this.#loading?.catch(() => undefined);
    await vite?.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const later = (error?: unknown): void => {
      if (error === undefined) this.#passOn(request, response);
      else this.#fail(response, error);
    };
    if (this.#vite || !this.#canAnswer(request)) return later();
    this.#waitForAnswer(response);
    this.#guard(request, response, (error) => {
      if (error !== undefined) return later(error);
      try {
        this.#options.answer(request, response, later);
      } catch (unexpected) {
        later(unexpected);
      }
    });
  }

  /** Whether a request is answered without Vite: Vite checks the names of other hosts, and serves the modules. */
  #canAnswer(request: IncomingMessage): boolean {
    if (!isSafeHost(request.headers.host) || !PLAIN_URL_RE.test(request.url ?? '')) return false;
    const path = readRequestPath(request, this.#options.base);
    return path !== undefined && !isViteAddress(path);
  }

  /** Loads Vite when the first answer is sent. */
  #waitForAnswer(response: ServerResponse): void {
    clearTimeout(this.#timer);
    response.once('close', () => void this.load());
  }

  #passOn(request: IncomingMessage, response: ServerResponse): void {
    const pass = (vite: ViteDevServer | undefined): void => {
      if (!vite) return this.#fail(response, new Error('Vite could not be loaded'));
      vite.middlewares(request, response, (error?: unknown) => {
        if (error !== undefined) this.#fail(response, error);
        else send(response, 404, 'deckwright: not found\n', PLAIN);
      });
    };
    if (this.#vite) pass(this.#vite);
    else void this.load().then(pass);
  }

  #fail(response: ServerResponse, error: unknown): void {
    this.#options.logUnexpected(error);
    if (response.headersSent) response.end();
    else send(response, 500, 'deckwright: internal error, see the terminal\n', PLAIN);
  }

  /** A page that was open before the server was started again connects early. */
  readonly #upgradeLater = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    void this.load().then((vite) =>
      vite ? this.#server.emit('upgrade', request, socket, head) : socket.destroy(),
    );
  };
}

/** Matches what `URL` can parse, and Vite does not refuse. */
const PLAIN_URL_RE = /^\/(?!\/)[^#\\]*$/;

const PLAIN = 'text/plain; charset=utf-8';
