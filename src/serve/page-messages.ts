/**
 * The messages of open pages. Any program that reaches the server can open a socket and send anything, so messages are
 * read here before anything else, Vite included, sees them.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { ViteDevServer } from 'vite';
import {
  CHECK_EVENT,
  type LiveEvents,
  MEASURED_LIMITS,
  type MeasuredDeck,
  type OpenPage,
} from '../client/protocol.ts';
import { isBeyondLoopback } from './bind-address.ts';
import { isFromHere } from './guard.ts';

/** The events that pages send, with their data. */
export interface PageEvents {
  readonly 'deckwright:open': OpenPage;
  readonly 'deckwright:measured': MeasuredDeck;
  readonly [CHECK_EVENT]: { readonly changes: number };
}

type PageEvent = keyof PageEvents;

/** Checks the data of each event. Pages send no other events; those of Vite have handlers that throw. */
const dataChecks: Readonly<Record<PageEvent, (data: Readonly<Record<string, unknown>>) => boolean>> = {
  ['deckwright:open' satisfies keyof LiveEvents]: ({ outputPath, revision, needsFullPatch }) =>
    typeof outputPath === 'string' &&
    typeof revision === 'string' &&
    ['undefined', 'boolean'].includes(typeof needsFullPatch),
  ['deckwright:measured' satisfies keyof LiveEvents]: isMeasuredDeck,
  [CHECK_EVENT]: ({ changes }) => typeof changes === 'number',
};

/** The size of the largest message, in bytes; most have a few hundred, and measured decks some thousand. */
const MAX_SIZE = 16_384;

/** The size of the largest message with what was measured: it has a row for each slide. */
const MAX_MEASURED_SIZE = 512_000;

/** The beginning of a message with what was measured, as Vite's client writes it. */
const MEASURED_RE = /^\{"type":"custom","event":"deckwright:measured",/;

/** Whether a message is one that a page of the site sends. */
export function isPageMessage(text: string): boolean {
  if (text.length > (MEASURED_RE.test(text) ? MAX_MEASURED_SIZE : MAX_SIZE)) return false;
  const message = parseObject(text);
  if (message?.['type'] !== 'custom' || !isPageEvent(message['event'])) return false;
  const { data } = message;
  return isObject(data) && dataChecks[message['event']](data);
}

function isMeasuredDeck({
  outputPath,
  revision,
  slides,
  isComplete,
}: Readonly<Record<string, unknown>>): boolean {
  if (![outputPath, revision].every((value) => typeof value === 'string')) return false;
  if (typeof isComplete !== 'boolean' || !isListOf(slides, MEASURED_LIMITS.slides, isMeasuredSlide))
    return false;
  const count = slides.reduce((sum: number, { measures }) => sum + measures.length, 0);
  return count <= MEASURED_LIMITS.measures;
}

const isMeasuredSlide = (slide: unknown): slide is { readonly measures: readonly unknown[] } =>
  isObject(slide) &&
  [slide['h'], slide['v']].every(Number.isSafeInteger) &&
  isListOf(slide['measures'], MEASURED_LIMITS.measuresPerSlide, isMeasure);

/** How many numbers a measure may have. */
const MAX_VALUES = 8;

function isMeasure(measure: unknown): measure is object {
  if (!isObject(measure) || !isObject(measure['place']) || !isObject(measure['values'])) return false;
  const { code, detail, place, values } = measure;
  const { name, text, path, searches } = place;
  return (
    [code, detail, name, text, path].every(isText(MEASURED_LIMITS.text)) &&
    // The name is printed in the terminal.
    !CONTROL_RE.test(String(name)) &&
    isListOf(searches, MEASURED_LIMITS.searches, isText(MEASURED_LIMITS.search)) &&
    isListOf(Object.values(values), MAX_VALUES, isNumber)
  );
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isText =
  (length: number) =>
  (value: unknown): value is string =>
    typeof value === 'string' && value.length <= length;

/** Characters that control a terminal. */
const CONTROL_RE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function isListOf<T>(
  list: unknown,
  length: number,
  isItem: (item: unknown) => item is T,
): list is readonly T[] {
  return Array.isArray(list) && list.length <= length && list.every(isItem);
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
