/**
 * The messages of open pages. Any program that reaches the server can open a socket and send anything, so messages are
 * read here before anything else, Vite included, sees them.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { ViteDevServer } from 'vite';
import { CHECK_EVENT, type LiveEvents, type OpenPage } from '../client/protocol.ts';
import { isBeyondLoopback } from './bind-address.ts';
import { isFromHere } from './guard.ts';

/** The events that pages send, with their data. */
export interface PageEvents {
  readonly 'deckwright:open': OpenPage;
  readonly [CHECK_EVENT]: { readonly changes: number };
}

type PageEvent = keyof PageEvents;

/** Checks the data of each event. Pages send no other events; those of Vite have handlers that throw. */
const dataChecks: Readonly<Record<PageEvent, (data: Readonly<Record<string, unknown>>) => boolean>> = {
  ['deckwright:open' satisfies keyof LiveEvents]: ({ outputPath, revision, needsFullPatch }) =>
    typeof outputPath === 'string' &&
    typeof revision === 'string' &&
    ['undefined', 'boolean'].includes(typeof needsFullPatch),
  [CHECK_EVENT]: ({ changes }) => typeof changes === 'number',
};

/** The size of the largest message, in bytes; those of pages have a few hundred. */
const MAX_SIZE = 16_384;

/** Whether a message is one that a page of the site sends. */
export function isPageMessage(text: string): boolean {
  if (text.length > MAX_SIZE) return false;
  const message = parseObject(text);
  if (message?.['type'] !== 'custom' || !isPageEvent(message['event'])) return false;
  const { data } = message;
  return isObject(data) && dataChecks[message['event']](data);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPageEvent = (event: unknown): event is PageEvent =>
  typeof event === 'string' && Object.hasOwn(dataChecks, event);

/** Whether a socket that others can open has no origin, as sockets of programs. */
const isSuspect = (request: IncomingMessage, host: string | boolean | undefined): boolean =>
  request.headers.origin === undefined && (isBeyondLoopback(host) || !isFromHere(request));

/** Makes Vite demand the token of a page from all sockets of others, not only from those with an origin. */
export function guardUpgrades(server: Pick<Server, 'prependListener'>, host: string | undefined): void {
  server.prependListener('upgrade', (request: IncomingMessage) => {
    if (isSuspect(request, host)) request.headers.origin = 'null';
  });
}

/** Lets only messages of pages pass, and, if others can reach the server, only sockets with an origin or a token. */
export function guardSockets({ ws, config }: ViteDevServer): void {
  ws.on('connection', (socket, request) => {
    if (isSuspect(request, config.server.host)) return socket.terminate();
    const listeners = socket.listeners('message');
    socket.removeAllListeners('message');
    socket.on('message', (raw, isBinary) => {
      if (!isBinary && Buffer.isBuffer(raw) && isPageMessage(raw.toString('utf8')))
        for (const listener of listeners) Reflect.apply(listener, socket, [raw, isBinary]);
    });
  });
}

/**
 * Keeps Vite from reloading all pages after a change of any HTML file, such as a layout, which it does as a middleware:
 * the dev server patches the pages instead.
 */
export function keepPages({ environments }: Pick<ViteDevServer, 'environments'>): void {
  const { hot } = environments['client'] ?? {};
  if (!hot) return;
  const send: (...values: unknown[]) => void = hot.send.bind(hot);
  hot.send = (...values: unknown[]): void => {
    const [payload] = values;
    const isReload = isObject(payload) && payload['type'] === 'full-reload';
    // Reloads for a change of the client itself have a file.
    if (!isReload || payload['triggeredBy'] !== undefined) send(...values);
  };
}
