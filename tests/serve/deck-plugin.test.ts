/** Decks in a project with Vite, as fetch and the file system see them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import path from 'node:path';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckPlugin, type DeckPluginOptions, DeckError } from '../../src/index.ts';
import { portOf, writeViteProject } from '../support/vite-project.ts';
import { writeSiteFile } from '../support/write-site.ts';

const configOf = (root: string, options: DeckPluginOptions = {}): InlineConfig => ({
  root,
  base: '/app/',
  configFile: false,
  logLevel: 'silent',
  server: { port: 0 },
  plugins: [deckPlugin({ source: 'talks', path: 'talks', ...options })],
});

describe('vite build', () => {
  const root = writeViteProject();
  const out = path.join(root, 'dist');
  const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');
  beforeAll(() => build(configOf(root, { baseURL: 'https://example.org/app/talks/' })));

  test('decks stand below their path, with all that they need', () => {
    expect(readdirSync(path.join(out, 'talks')).sort()).toEqual([
      'deck-assets',
      'index.html',
      'one',
      'pic.svg',
      'sitemap.xml',
      'two',
    ]);
    const page = read('talks/one/index.html');
    expect(page).toContain('<h1 id="first">First</h1>');
    expect(page).toContain('src="../pic.svg"');
    expect(page).toContain('<link rel="canonical" href="https://example.org/app/talks/one/">');
    expect(read('talks/index.html')).toContain('href="one/"');
    for (const [, file = ''] of page.matchAll(/(?:src|href)="(\.\.\/[^"]+\.(?:js|css|svg))"/g))
      expect(existsSync(path.join(out, 'talks/one', file)), file).toBe(true);
  });

  test('the project is built as it is without them', () => {
    const page = read('index.html');
    expect(page).toMatch(/src="\/app\/assets\/index-[\w-]+\.js"/);
    expect(page).not.toContain('deck');
    expect(read('own.txt')).toBe('own\n');
    expect(readdirSync(path.join(out, 'assets'))).toHaveLength(2);
  });
});

test('a mistake in a deck fails the build of the project at its line, and nothing is written', async () => {
  const root = writeViteProject();
  writeSiteFile(root, 'talks/content/two/_index.md', '+++\noutputs = ["Reveal"]\n+++\n# A\n\n{{< nope >}}\n');
  await expect(build(configOf(root))).rejects.toThrow(/shortcode-unknown content\/two\/_index.md:6:1/);
  expect(existsSync(path.join(root, 'dist/talks'))).toBe(false);
});

test('a build for a server has no decks', async () => {
  const root = writeViteProject();
  await build({ ...configOf(root), build: { ssr: 'src/words.js' } });
  expect(readdirSync(path.join(root, 'dist'))).not.toContain('talks');
});

test.each(['', '/', '..', 'a/../b', '@fs', 'a b'])('"%s" is no path for decks', (wanted) => {
  expect(() => deckPlugin({ path: wanted })).toThrow(DeckError);
  expect(() => deckPlugin({ path: wanted })).toThrow(/plugin-path-invalid/);
});

describe('vite dev', () => {
  const root = writeViteProject();
  let server: ViteDevServer;
  let origin: string;
  beforeAll(async () => {
    server = await createServer(configOf(root));
    await server.listen();
    origin = `http://localhost:${portOf(server.httpServer)}`;
  });
  afterAll(async () => server?.close());
  const get = (address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(origin + address, { redirect: 'manual', ...init });
  const foreign = { headers: { origin: 'https://evil.invalid', 'sec-fetch-site': 'cross-site' } };

  test('decks are served below their path', async () => {
    expect(await (await get('/app/talks/one/')).text()).toContain('<h1 id="first">First</h1>');
    expect(await (await get('/app/talks/')).text()).toContain('>One</a>');
    expect((await get('/app/talks/pic.svg')).headers.get('content-type')).toMatch(/^image.svg/);
    const bare = await get('/app/talks?x=1');
    expect([bare.status, bare.headers.get('location')]).toEqual([302, '/app/talks/?x=1']);
    expect((await get('/app/talks/nowhere/')).status).toBe(404);
  });

  test('the modules that a deck names are served by the server of the decks', async () => {
    const page = await (await get('/app/talks/one/')).text();
    const modules = [...page.matchAll(/src="([^"]+)"/g)].map(([, address = '']) => address);
    expect(modules).toContain('/app/talks/@vite/client');
    for (const address of modules.filter((one) => one.includes('@')))
      expect((await get(address)).status, address).toBe(200);
  });

  test('the guard of the decks guards them alone', async () => {
    expect((await get('/app/talks/one/', foreign)).status).toBe(403);
    expect((await get('/app/talks/one/', { method: 'POST' })).status).toBe(405);
    expect((await get('/app/talks/@fs/etc/passwd')).status).toBe(403);
    const own = await get('/app/src/words.js', foreign);
    expect([own.status, own.headers.get('cross-origin-resource-policy')]).toEqual([200, null]);
    expect((await get('/app/', foreign)).status).toBe(200);
    expect((await get('/app/own.txt', { method: 'OPTIONS' })).status).toBeLessThan(400);
    expect(await (await get('/app/talkshow')).text()).toContain('<h1>Project</h1>');
  });

  test('a server that starts again serves them still, and the one before is gone', async () => {
    await server.restart();
    expect(await (await get('/app/talks/one/')).text()).toContain('First');
    expect(server.httpServer?.listenerCount('upgrade')).toBe(2);
  });
});

test('where the project has a server of its own around Vite, decks are there at the first request', async () => {
  const root = writeViteProject();
  const vite = await createServer({ ...configOf(root), server: { middlewareMode: true }, appType: 'custom' });
  const http = createHttpServer((request, response) => vite.middlewares(request, response));
  await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve));
  const url = `http://localhost:${portOf(http)}/app/talks/`;
  expect(await (await fetch(`${url}one/`)).text()).toContain('First');
  const client = await (await fetch(`${url}@vite/client`)).text();
  const port = Number(/const hmrPort = (\d+)/.exec(client)?.[1]);
  expect(port).toBeGreaterThan(0);
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(426);
  await vite.close();
  http.close();
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
});
