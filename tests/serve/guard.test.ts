/** Asks a running dev server for what it should not send, with paths as no browser writes them. */
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { asPage, failedOf, get, isRefused, modulesOf } from '../support/raw-requests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const SECRET = 'not for browsers';

const site = writeSite(`
-- hugo.toml --
# ${SECRET}
title = "Safe"
-- package.json --
{ "name": "${SECRET}" }
-- .git/config --
${SECRET}
-- .env --
VITE_KEY=${SECRET}
-- postcss.config.js --
throw new Error('the configuration of the site was run');
-- node_modules/other/index.js --
export default '${SECRET}';
-- layouts/shortcodes/own.html --
${SECRET}
-- assets/unused.txt --
${SECRET}
-- static/look.css --
h1 { color: red }
-- static/picture.txt --
a file
-- static/@fs/mine.txt --
mine
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# One
`);
const outside = temporaryFolder();
/** The site is reached by a link, as temporary folders of some systems are. */
const linked = path.join(temporaryFolder(), 'site');
let server: RunningServer;

beforeAll(async () => {
  writeSiteFile(outside, 'secret.txt', SECRET);
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync(path.join(outside, 'secret.txt'), path.join(site, 'static/link.txt'));
  symlinkSync(outside, path.join(site, 'static/folder'));
  symlinkSync('picture.txt', path.join(site, 'static/inside.txt'));
  symlinkSync(site, linked);
  server = await serve({ source: linked, port: 0, quiet: true });
});
afterAll(async () => server?.close());

describe('nothing else below the root is sent', () => {
  const queries = [
    '',
    '?raw',
    '?import',
    '?import&raw',
    '?url',
    '?raw??',
    '?.svg?.wasm?init',
    '?t=1&import&inline',
  ];
  const files = [
    'hugo.toml',
    'package.json',
    '.git/config',
    '.env',
    'content/_index.md',
    'static/look.css',
    'node_modules/other/index.js',
    'layouts/shortcodes/own.html',
    'assets/unused.txt',
    'postcss.config.js',
  ];
  test.each(files)('%s', async (file) => {
    const addresses = [
      '/',
      `/@fs${site}/`,
      `/@fs/${site}/`,
      `/@fs${linked}/`,
      `${site}/`,
      '/@id/',
      `/@id/${site}/`,
    ];
    for (const address of addresses)
      for (const query of queries)
        for (const dest of ['empty', 'script', 'style', 'document']) {
          const headers = { ...asPage, 'sec-fetch-dest': dest };
          const answer = await get(server, `${address}${file}${query}`, { headers });
          expect([`${address}${query}`, isRefused(answer), answer.body.includes(SECRET)]).toEqual([
            `${address}${query}`,
            true,
            false,
          ]);
        }
  });

  test('no file of ours that is no module of decks', async () => {
    const own = path.resolve(import.meta.dirname, '../..');
    for (const file of ['package.json', 'src/cli.ts', 'layouts/deck.hbs', 'node_modules/vite/package.json'])
      expect((await get(server, `/@fs${own}/${file}?raw`)).status).toBe(403);
    for (const address of [
      '/@fs/etc/passwd?raw',
      '/@fs//etc/passwd',
      '/@vite/other',
      '/@id/vite',
      '/@fs',
      '/@id/',
    ])
      expect([address, (await get(server, address)).status]).toEqual([address, 403]);
  });

  test('a link within the site is followed', async () => {
    expect((await get(server, '/inside.txt')).body).toContain('a file');
  });

  test('a folder of the site that is named like one of Vite’s is not looked into', async () => {
    expect((await get(server, '/@fs/mine.txt')).status).toBe(403);
  });

  test('a link that leads out of the site, also one that is made while it is served', async () => {
    mkdirSync(path.join(site, 'static/later'));
    // On Windows, only an administrator makes links, or anybody in developer mode.
    symlinkSync(path.join(outside, 'secret.txt'), path.join(site, 'static/later/secret.txt'));
    for (const address of [
      '/link.txt',
      '/folder/secret.txt',
      '/later/secret.txt',
      `/@fs${site}/static/link.txt`,
    ]) {
      const answer = await get(server, address);
      expect([address, isRefused(answer), answer.body.includes(SECRET)]).toEqual([address, true, false]);
    }
  });
});

test.each([
  '/../hugo.toml',
  '/talk/../../hugo.toml',
  '/%2e%2e/hugo.toml',
  '/%2E%2E%2Fhugo.toml',
  '/talk/%2e%2e%2f%2e%2e%2fhugo.toml',
  '/%252e%252e/hugo.toml',
  '/..%255chugo.toml',
  '/./hugo.toml',
  '/..\\hugo.toml',
  '/%5c..%5chugo.toml',
  '/picture.svg%00',
  '/%00',
  '/%',
  '/%ff',
  '/%E0%A4%A',
  '//hugo.toml',
  '//evil.invalid/hugo.toml',
  '//',
  '/@fs/../etc/passwd',
  `/@fs${site}/static/../hugo.toml`,
  '/@fs/%2e%2e/etc/passwd',
  '/@vite/../@fs/etc/passwd',
  'http://localhost/',
  'http://evil.invalid/__open-in-editor?file=x',
])('the odd path %s is refused', async (raw) => {
  const answer = await get(server, raw, { headers: asPage });
  expect([answer.status, answer.body.includes(SECRET)]).toEqual([400, false]);
  expect((await get(server, '/')).status).toBe(200);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])(
  '%s is none of its methods',
  async (method) => {
    const { status, headers } = await get(server, '/', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  },
);

describe('below a base path', () => {
  let based: RunningServer;
  beforeAll(async () => {
    based = await serve({ source: site, baseURL: 'http://name.invalid/sub dir/', port: 0, quiet: true });
  });
  afterAll(async () => based?.close());

  test('the site is there, and nothing besides', async () => {
    const base = new URL(based.url).pathname;
    expect((await get(based, base)).status).toBe(200);
    expect((await get(based, `${base}picture.txt`)).body).toContain('a file');
    expect(failedOf(await modulesOf(based, base))).toEqual([]);
    const refused = [`@fs${site}/hugo.toml`, 'hugo.toml', '__open-in-editor?file=/etc/passwd'];
    for (const address of refused.flatMap((name) => [base + name, `/${name}`]))
      expect([address, isRefused(await get(based, address))]).toEqual([address, true]);
  });

  test('the host of a base URL that is typed is one of ours', async () => {
    const { pathname, port } = new URL(based.url);
    const status = async (name: string): Promise<number> =>
      (await get(based, pathname, { headers: { host: `${name}:${port}` } })).status;
    expect(await status('name.invalid')).toBe(200);
    expect(await status('other.invalid')).toBe(403);
  });
});
