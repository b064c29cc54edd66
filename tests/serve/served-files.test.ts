/** What a deck is made of comes out of a running dev server, each file as it is. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeHTML } from 'entities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { failedOf, follow, get, modulesOf } from '../support/raw-requests.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

const FILM = Buffer.from('0123456789');
const DECK = '+++\noutputs = ["Reveal"]\n+++\n# One\n';

/** Decks in several themes, each with code in several styles and a formula; their addresses. */
const LOOKS = ['beige', 'league', 'simple', 'solarized'].flatMap((theme) =>
  ['pojoaque', 'brown-paper'].map((style) => ({ theme, style, address: `/${theme}-${style}/` })),
);

const site = writeSite(`
${LOOKS.map(
  ({ theme, style, address }) => `-- content${address}_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
theme = "${theme}"
highlight_theme = "${style}"
+++
<code class="hljs">a</code> {{< math "x" />}}
`,
).join('')}
-- static/main.ts --
const a: number = 1;
-- static/look.css --
h1 { color: red }
-- static/a b%20c.txt --
a name with a percent sign
-- static/favicon.ico --
icon
-- static/picture.svg --
${PICTURE}
-- static/widget/index.html --
<p>a page of its own</p>
-- static/talk/index.html --
not shown, for the deck has its address
-- content/draft.txt --
a page resource
-- content/_index.md --
${DECK}
-- content/talk/_index.md --
${DECK}
`);
let server: RunningServer;

beforeAll(async () => {
  writeFileSync(path.join(site, 'static/film.mp4'), FILM);
  server = await serve({ source: site, port: 0, quiet: true });
});
afterAll(async () => server?.close());

test('the page of a static folder, with the address that relative links need', async () => {
  const page = { status: 200, body: '<p>a page of its own</p>\n' };
  expect(await get(server, '/widget/')).toMatchObject(page);
  expect(await get(server, '/widget/index.html')).toMatchObject(page);
  expect(await get(server, '/widget/?a=b')).toMatchObject(page);
  const { status, headers } = await get(server, '/widget');
  expect({ status, location: headers.location }).toEqual({ status: 302, location: '/widget/' });
});

test.each(['/', '/talk/', '/__decks/', '/?print-pdf'])('the page %s', async (address) => {
  const { status, body, headers } = await get(server, address);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).toContain('@vite/client');
});

test('every module and every font that a deck asks for', async () => {
  const modules = await modulesOf(server, '/');
  expect(failedOf(modules)).toEqual([]);
  const urls = [...modules.keys()].join('\n');
  for (const part of [
    '/@vite/client',
    'env.mjs',
    'reveal.js/dist',
    'src/client/main.ts',
    'mermaid',
    'deck.css',
    '.woff2',
  ])
    expect(urls).toContain(part);
});

test('every file of every look', async () => {
  const pages = await Promise.all(LOOKS.map(({ address }) => get(server, address)));
  const looks = pages.map(({ body }) =>
    decodeHTML(/<link[^>]*href="([^"]*deck\.css[^"]*)"/.exec(body)?.[1] ?? ''),
  );
  expect(new Set(looks).size).toBe(LOOKS.length);
  const files = await follow(server, looks);
  expect(failedOf(files)).toEqual([]);
  for (const part of ['@fontsource/', 'katex/dist/fonts', 'highlight.js/'])
    expect([...files.keys()].join('\n')).toContain(part);
});

test.each([
  ['/picture.svg', 'image/svg+xml; charset=utf-8', PICTURE],
  ['/look.css', 'text/css; charset=utf-8', 'h1 { color: red }'],
  ['/look.css?import', 'text/css; charset=utf-8', 'h1 { color: red }'],
  ['/main.ts', 'text/plain; charset=utf-8', 'const a: number = 1;'],
  ['/favicon.ico', 'image/x-icon', 'icon'],
  ['/draft.txt', 'text/plain; charset=utf-8', 'a page resource'],
  ['/a%20b%2520c.txt', 'text/plain; charset=utf-8', 'a name with a percent sign'],
  ['/film.mp4', 'video/mp4', FILM.toString()],
])('the file %s as it is', async (address, type, text) => {
  const { status, headers, body } = await get(server, address);
  expect({ status, type: headers['content-type'], body: body.trim() }).toEqual({
    status: 200,
    type,
    body: text,
  });
  expect(headers['cache-control']).toBe('no-cache');
});

test.each([
  ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
  ['bytes=7-', 206, 'bytes 7-9/10', '789'],
  ['bytes=-2', 206, 'bytes 8-9/10', '89'],
  ['bytes=-20', 206, 'bytes 0-9/10', '0123456789'],
  ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
  ['bytes=10-', 416, 'bytes */10', ''],
  ['bytes=4-2', 200, undefined, '0123456789'],
  ['bytes=0-1,4-5', 200, undefined, '0123456789'],
  ['lines=1-2', 200, undefined, '0123456789'],
])('a film in parts: %s', async (range, status, part, body) => {
  const answer = await get(server, '/film.mp4', { headers: { range } });
  expect([answer.status, answer.headers['content-range'], answer.body]).toEqual([status, part, body]);
  expect(answer.headers['accept-ranges']).toBe('bytes');
});

test('a film is asked for again only when it has changed', async () => {
  const { etag = '', 'last-modified': date = '' } = (await get(server, '/film.mp4')).headers;
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await get(server, '/film.mp4', { headers })).status;
  expect(await status({ 'if-none-match': etag })).toBe(304);
  expect(await status({ 'if-none-match': `"other", W/${etag}` })).toBe(304);
  expect(await status({ 'if-none-match': '"other"', 'if-modified-since': date })).toBe(200);
  expect(await status({ 'if-modified-since': date })).toBe(304);
  expect(await status({ range: 'bytes=0-1', 'if-range': etag })).toBe(206);
  expect(await status({ range: 'bytes=0-1', 'if-range': '"other"' })).toBe(200);
});

test('HEAD says how long a file is, and sends nothing', async () => {
  const { status, headers, body } = await get(server, '/film.mp4', {
    method: 'HEAD',
    headers: { range: 'bytes=0-1' },
  });
  expect([status, headers['content-length'], body]).toEqual([200, '10', '']);
});
