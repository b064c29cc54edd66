/** The preview answers each request, whatever happens to the files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, preview, type RunningServer } from '../../src/index.ts';
import { get } from '../support/raw-requests.ts';
import { writeSite } from '../support/write-site.ts';

const deck = '+++\noutputs = ["Reveal"]\n+++\n# Deck\n';
const source = writeSite(
  `-- hugo.toml --\nbaseURL = "https://example.org/sub/"\n-- content/_index.md --\n${deck}-- content/talk/_index.md --\n${deck}-- static/a.txt --\n0123456789\n`,
);
const destination = path.join(source, 'public');
let server: RunningServer;

beforeAll(async () => {
  await build({ source, quiet: true });
  server = await preview({ source, port: 0, quiet: true });
});
afterAll(async () => server?.close());

const statusOf = async (address: string, headers = {}): Promise<number> =>
  (await get(server, `/sub/${address}`, { headers })).status;

test.each([
  ['', 200],
  ['talk/', 200],
  ['talk', 301],
  ['a.txt', 200],
  ['a.txt/', 404],
  ['nope', 404],
  ['%00', 404],
  ['%E0%A4%A', 404],
  ['..%2f..%2fhugo.toml', 404],
  ['..%5c..%5chugo.toml', 404],
  ['/etc/passwd', 404],
  ['a/'.repeat(4000), 404],
  ['a'.repeat(4000), 404],
])('%.40s', async (address, status) => {
  expect(await statusOf(address)).toBe(status);
});

test.each([
  ['bytes=2-4', 206],
  ['bytes=-3', 206],
  ['bytes=99-', 416],
  ['bytes=99-1', 200],
  ['bytes=99-1,,-', 200],
  ['bytes=0-1,3-4', 200],
  ['lines=1-2', 200],
])('the range %s', async (range, status) => {
  expect(await statusOf('a.txt', { range })).toBe(status);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  expect((await get(server, '/sub/a.txt', { method })).status).toBe(405);
});

test('a foreign host is refused', async () => {
  expect(await statusOf('', { host: 'evil.example' })).toBe(403);
});

test('texts are still compressed', async () => {
  const { headers } = await get(server, '/sub/', { headers: { 'accept-encoding': 'gzip' } });
  expect(headers['content-encoding']).toBe('gzip');
});

test('a file that is renamed away and back is there or missing', async () => {
  const file = path.join(destination, 'talk/index.html');
  const state = { isDone: false };
  const requests = (async () => {
    const statuses = new Set<number>();
    while (!state.isDone) statuses.add(await statusOf('talk/'));
    return statuses;
  })();
  for (let n = 0; n < 100; n++) {
    renameSync(file, `${file}.x`);
    await delay(1);
    renameSync(`${file}.x`, file);
    await delay(1);
  }
  state.isDone = true;
  expect([...(await requests)].filter((status) => status !== 200 && status !== 404)).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'pipes, loops of links and links that lead out are missing',
  async () => {
    execFileSync('/bin/sh', ['-c', 'mkfifo pipe'], { cwd: destination });
    symlinkSync('loop', path.join(destination, 'loop'));
    symlinkSync('../hugo.toml', path.join(destination, 'out.txt'));
    for (const name of ['pipe', 'pipe', 'pipe', 'pipe', 'pipe', 'loop', 'loop/', 'out.txt'])
      expect([name, await statusOf(name)]).toEqual([name, 404]);
  },
);

test('a file that becomes shorter while it is sent ends the response', async () => {
  const file = path.join(destination, 'big.bin');
  writeFileSync(file, Buffer.alloc(20_000_000));
  const { port } = new URL(server.url);
  const socket = net.connect(Number(port), 'localhost');
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.write('GET /sub/big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n');
  socket.pause();
  await delay(200);
  writeFileSync(file, 'short');
  socket.resume();
  await closed;
  expect(await statusOf('')).toBe(200);
});

test('a destination that is gone is missing, and served again when it is back', async () => {
  renameSync(destination, `${destination}-gone`);
  expect([await statusOf(''), await statusOf('talk')]).toEqual([404, 404]);
  renameSync(`${destination}-gone`, destination);
  expect(await statusOf('')).toBe(200);
  rmSync(destination, { recursive: true });
  expect(await statusOf('')).toBe(404);
  await build({ source, quiet: true });
  expect(await statusOf('talk/')).toBe(200);
  rmSync(path.join(destination, '404.html'));
  mkdirSync(path.join(destination, '404.html'));
  expect(await statusOf('nope')).toBe(404);
});
