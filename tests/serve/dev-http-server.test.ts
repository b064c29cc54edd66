import { request as ask } from 'node:http';
import type { ViteDevServer } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { DevHttpServer, type DevHttpOptions } from '../../src/serve/dev-http-server.ts';
import { type Answer, get } from '../support/raw-requests.ts';
import { writeSite } from '../support/write-site.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Started {
  readonly ask: (path: string, host?: string) => Promise<Answer>;
  readonly url: string;
  /** What happened, in order. */
  readonly events: readonly string[];
  /** Ends the loading of Vite. */
  readonly finish: () => void;
}

/** A server whose pages are all addresses without a dot, and whose Vite loads as long as a test wants. */
async function start({ load, base = '/' }: Partial<DevHttpOptions> = {}): Promise<Started> {
  const events: string[] = [];
  let finish = (): void => {};
  const loaded = new Promise<void>((resolve) => (finish = resolve));
  const vite = {
    middlewares: (request: { url: string }, response: { end: (text: string) => void }, next: () => void) =>
      request.url.endsWith('.none') ? next() : response.end(`Vite has ${request.url}`),
    close: async () => void events.push('closed'),
  };
  const server = new DevHttpServer({
    host: 'localhost',
    port: 0,
    base,
    answer: (request, response, next) =>
      request.url?.includes('.') ? next() : void response.end(`page ${request.url}`),
    load:
      load ??
      (async (http) => {
        events.push('loading');
        await loaded;
        events.push('loaded');
        http.on('upgrade', (_request, socket) => socket.end(SWITCHED));
        return vite as unknown as ViteDevServer;
      }),
    logUnexpected: (error) => events.push(String(error)),
  });
  closing.push(() => (finish(), server.close()));
  const url = `http://localhost:${await server.listen()}/`;
  return {
    url,
    events,
    finish,
    ask: (path, host) => get({ url }, path, host === undefined ? {} : { headers: { host } }),
  };
}

const SWITCHED = 'HTTP/1.1 101 Vite\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';

const DECK = '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n';

test('pages are answered before Vite is loaded, and after it by Vite', async () => {
  const server = await start();
  expect((await server.ask('/')).body).toBe('page /');
  await expect.poll(() => server.events).toEqual(['loading']);
  expect((await server.ask('/talk/')).body).toBe('page /talk/');
  server.finish();
  await expect.poll(() => server.events).toEqual(['loading', 'loaded']);
  expect((await server.ask('/')).body).toBe('Vite has /');
});

test('Vite is loaded without a request', async () => {
  const server = await start();
  expect(server.events).toEqual([]);
  await expect.poll(() => server.events).toEqual(['loading']);
});

test.each([
  ['/@vite/client', undefined],
  ['/@fs/file.js', undefined],
  ['/%40vite/client', undefined],
  ['/file.js', undefined],
  ['/#', undefined],
  ['/', 'evil.invalid'],
  ['/', 'localhost.evil.invalid'],
  ['/', '127.0.0.1.evil.invalid:80'],
  ['/', '[::1]evil'],
])('%s of host %s waits for Vite', async (path, host) => {
  const server = await start();
  const answered = server.ask(path, host);
  await expect.poll(() => server.events).toEqual(['loading']);
  server.finish();
  expect((await answered).body).toBe(`Vite has ${path}`);
});

test.each(['localhost', 'LOCALHOST.localhost:80', '127.0.0.1:1313', '192.168.0.7', '[::1]:1313'])(
  'a page for host %s needs no Vite',
  async (host) => {
    expect((await (await start()).ask('/', host)).body).toBe('page /');
  },
);

test('what the guard refuses is refused before Vite is loaded, too', async () => {
  const server = await start();
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await get(server, '/', { headers })).status).toBe(403);
  expect((await get(server, '/', { method: 'POST' })).status).toBe(405);
  expect((await server.ask('/a/%2e%2e/b')).status).toBe(400);
});

test('a socket waits for Vite', async () => {
  const server = await start();
  const headers = { connection: 'upgrade', upgrade: 'websocket' };
  const upgraded = new Promise<number | undefined>((resolve) => {
    ask(server.url, { headers, agent: false })
      .on('upgrade', ({ statusCode }, socket) => {
        socket.destroy();
        resolve(statusCode);
      })
      .end();
  });
  await expect.poll(() => server.events).toEqual(['loading']);
  server.finish();
  expect(await upgraded).toBe(101);
});

test('what nothing answers is not found', async () => {
  const server = await start();
  server.finish();
  const { status, body } = await server.ask('/a.none');
  expect([status, body]).toEqual([404, 'deckwright: not found\n']);
});

test('when Vite fails to load, it is logged, and pages are still served', async () => {
  const server = await start({ load: () => Promise.reject(new Error('no Vite')) });
  expect((await server.ask('/@vite/client')).status).toBe(500);
  expect(server.events).toContain('Error: no Vite');
  expect((await server.ask('/')).body).toBe('page /');
});

test('a page that fails is logged, and the server goes on', async () => {
  const server = await start();
  const failing = new DevHttpServer({
    host: 'localhost',
    port: 0,
    base: '/',
    answer: () => {
      throw new Error('broken');
    },
    load: () => new Promise(() => {}),
    logUnexpected: () => {},
  });
  const url = `http://localhost:${await failing.listen()}/`;
  expect((await get({ url }, '/')).status).toBe(500);
  expect((await server.ask('/')).status).toBe(200);
});

test('a server that is closed before its first answer loads nothing', async () => {
  const server = await start();
  await closing.pop()?.();
  // Another one, which is started later, loads Vite first.
  const other = await start();
  await expect.poll(() => other.events).toEqual(['loading']);
  expect(server.events).toEqual([]);
});

test('outside of the base path a redirect or a link leads to the site', async () => {
  const server: RunningServer = await serve({
    source: writeSite(`-- hugo.toml --\nbaseURL = "https://example.org/a&b/"\n${DECK}`),
    port: 0,
    quiet: true,
  });
  closing.push(() => server.close());
  for (const path of ['/', '/index.html', '/a&b']) {
    const { status, headers } = await get(server, path);
    expect([path, status, headers.location]).toEqual([path, 302, '/a&b/']);
  }
  const { status, body } = await get(server, '/elsewhere/');
  expect([status, body]).toEqual([404, expect.stringContaining('<a href="/a&amp;b/">')]);
});
