/** The commands as functions: each is Vite with the plugin and nothing of a Vite project around it. */
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build as viteBuild, createServer, preview as vitePreview, type InlineConfig } from 'vite';
import { DeckError } from '../diagnostics.ts';
import type { DeckwrightOptions } from './open-site.ts';
import { deckPlugin } from './plugin.ts';

/** A server that runs until it is closed. */
export interface RunningServer {
  /** Where the site is, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/** Where a server listens. */
export interface ListenOptions {
  /** The first port to try; 1313 for `serve`, 4173 for `preview`. */
  readonly port?: number;
  /** The address to bind; the loopback one by default. */
  readonly host?: string;
}

/**
 * Builds a site.
 * @throws {DeckError} with the mistakes of all decks; the last good output is left as it was
 * @example
 * await build({ source: 'talks', baseURL: 'https://example.org/talks/' });
 */
export async function build(options: DeckwrightOptions = {}): Promise<void> {
  await unwrapped(async () => {
    await viteBuild(inlineConfig(options));
  });
}

/**
 * Serves a site live: a saved change appears in the open page.
 * @throws {DeckError} when the configuration can't be read
 */
export async function serve(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const server = await createServer({ ...inlineConfig(options), server: listenConfig(options) });
  await server.listen();
  const url = urlOf(server.httpServer?.address(), server.config.base);
  return { url, close: () => server.close() };
}

/** Serves what was built. */
export async function preview(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const server = await vitePreview({ ...inlineConfig(options), preview: listenConfig(options) });
  return { url: urlOf(server.httpServer.address(), server.config.base), close: () => server.close() };
}

function inlineConfig(options: DeckwrightOptions): InlineConfig {
  return { configFile: false, root: path.resolve(options.source ?? '.'), plugins: deckPlugin(options) };
}

function listenConfig({ port, host }: ListenOptions): { port?: number; host?: string } {
  return { ...(port !== undefined && { port }), ...(host !== undefined && { host }) };
}

function urlOf(address: string | AddressInfo | null | undefined, base: string): string {
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://localhost:${port}${base}`;
}

/** The bundler wraps what a plugin throws; the author's mistakes are taken out of the wrapping. */
async function unwrapped(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw deckErrorIn(error) ?? error;
  }
}

function deckErrorIn(error: unknown): DeckError | undefined {
  if (error instanceof DeckError) return error;
  if (!(error instanceof Error)) return undefined;
  const inner: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [...inner, error.cause].map(deckErrorIn).find((found) => found !== undefined);
}
