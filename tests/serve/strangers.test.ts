/** Who asks a running dev server: pages of ours, those of other sites, and programs. */
import { symlinkSync } from 'node:fs';
import { request as ask } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { type Answer, asPage, get, type SentHeaders } from '../support/raw-requests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite, writeSiteFile } from '../support/write-site.ts';

const DECK = '+++\noutputs = ["Reveal"]\n+++\n# One\n';

const site = writeSite(`
-- hugo.toml --
title = "Safe"
-- static/picture.svg --
${PICTURE}
-- static/film.mp4 --
not a film
-- content/_index.md --
${DECK}
-- content/talk/_index.md --
${DECK}
`);
const outside = temporaryFolder();
let server: RunningServer;

beforeAll(async () => {
  writeSiteFile(outside, 'secret.txt', 'not for editors');
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync(path.join(outside, 'secret.txt'), path.join(site, 'static/link.txt'));
  server = await serve({ source: site, port: 0, quiet: true });
});
afterAll(async () => server?.close());

describe('other sites', () => {
  const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  test('names that somebody has pointed at this machine are sent away before anything else is looked at', async () => {
    const { status, body } = await get(server, '/../x', {
      method: 'POST',
      headers: { host: 'evil.invalid' },
    });
    expect([status, body]).toEqual([
      403,
      expect.stringContaining('This host ("evil.invalid") is not allowed'),
    ]);
  });

  test.each(['evil.invalid', 'localhost.evil.invalid', `evil.invalid:80`])(
    'the host %s is not ours',
    async (host) => {
      for (const address of ['/', '/picture.svg', '/@vite/client'])
        expect((await get(server, address, { headers: { host } })).status).toBe(403);
    },
  );

  test.each([
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { origin: 'https://evil.invalid' },
    { origin: 'http://localhost:1' },
    { origin: 'null' },
  ])('%j gets nothing', async (headers) => {
    for (const address of ['/', '/picture.svg', '/@vite/client', '/__decks/', '/film.mp4']) {
      const answer = await get(server, address, { headers });
      expect(answer.status).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('a link opens the deck, and nothing can be read by it', async () => {
    const { status, headers } = await get(server, '/talk/', {
      headers: { 'sec-fetch-site': 'cross-site', ...link },
    });
    expect([status, headers['access-control-allow-origin']]).toEqual([200, undefined]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test.each([{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}])(
    '%j is ours',
    async (headers) => {
      expect((await get(server, '/picture.svg', { headers })).status).toBe(200);
    },
  );

  test('an origin is compared with the address that the page has', async () => {
    const { origin, host } = new URL(server.url);
    const headers = { origin, host };
    expect((await get(server, '/picture.svg', { headers })).status).toBe(200);
  });
});

describe('the live connection', () => {
  /** The status of a handshake: 101 opens it. */
  function upgrade(address: string, headers: SentHeaders): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = ask({
        host: 'localhost',
        port: new URL(server.url).port,
        path: address,
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'sec-websocket-protocol': 'vite-hmr',
          ...headers,
        },
      });
      sent.on('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode ?? 0);
      });
      sent.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject).end();
    });
  }

  test('is for pages that could read its token, under a host of ours', async () => {
    const client = await get(server, '/@vite/client', { headers: asPage });
    const token = /wsToken = "([^"]+)"/.exec(client.body)?.[1] ?? '';
    expect(token).not.toBe('');
    const origin = new URL(server.url).origin;
    expect(await upgrade(`/?token=${token}`, { origin })).toBe(101);
    expect(await upgrade('/', { origin })).toBe(400);
    expect(await upgrade('/?token=guessed', { origin: 'https://evil.invalid' })).toBe(400);
    expect(await upgrade(`/?token=${token}`, { origin, host: 'evil.invalid' })).toBe(400);
  });
});

describe('the editor', () => {
  const editor = (file: string, headers: SentHeaders = asPage): Promise<Answer> =>
    get(server, `/__open-in-editor?${new URLSearchParams({ file })}`, { headers });
  const page = path.join(site, 'content/_index.md');
  const open = process.env['LAUNCH_EDITOR'];

  beforeAll(() => {
    process.env['LAUNCH_EDITOR'] = 'true';
  });
  afterAll(() => {
    if (open === undefined) delete process.env['LAUNCH_EDITOR'];
    else process.env['LAUNCH_EDITOR'] = open;
  });

  test('opens files of the site and layouts of ours', async () => {
    const own = path.resolve(import.meta.dirname, '../../layouts/deck.hbs');
    for (const file of [page, `${page}:3`, `${page}:3:1`, path.join(site, 'hugo.toml'), own])
      expect([file, (await editor(file)).status]).toEqual([file, 200]);
  });

  test('opens nothing else', async () => {
    const files = [
      '/etc/passwd',
      '/etc/passwd:1:1',
      `${site}/../secret`,
      'content/_index.md',
      `file://${page}`,
      site,
      path.join(site, 'gone.md'),
      path.join(site, 'static/link.txt'),
      path.join(outside, 'secret.txt'),
    ];
    for (const file of files) expect([file, (await editor(file)).status]).toEqual([file, 403]);
    const address = `/__open-in-editor?file=${encodeURIComponent(page)}`;
    for (const more of ['&file=/etc/passwd', '&file='])
      expect((await get(server, address + more, { headers: asPage })).status).toBe(400);
    expect((await get(server, '/__open-in-editor', { headers: asPage })).status).toBe(400);
    for (const spelled of [
      '/__OPEN-in-editor',
      '/__open-in-editor/',
      '/__open-in-editor.x',
      '/__open-in-%65ditor',
    ])
      expect((await get(server, `${spelled}?file=/etc/passwd`, { headers: asPage })).status).toBe(403);
  });

  test('opens for pages of ours alone', async () => {
    const { host, origin } = new URL(server.url);
    for (const headers of [
      { origin, host },
      { referer: `${origin}/talk/`, host },
    ])
      expect((await editor(page, headers)).status).toBe(200);
    const strangers: readonly SentHeaders[] = [
      {},
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      { origin: 'https://evil.invalid' },
      { referer: 'https://evil.invalid/' },
    ];
    for (const headers of strangers) expect((await editor(page, headers)).status).toBe(403);
  });
});
