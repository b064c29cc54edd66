/** Messages that no page of ours sends, and the sockets that they come by. */
import { EventEmitter } from 'node:events';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBeyondLoopback } from '../../src/serve/bind-address.ts';
import { isPageMessage, keepPages } from '../../src/serve/page-messages.ts';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { stayUp } from '../../src/serve/stay-up.ts';
import { get } from '../support/raw-requests.ts';
import { openSocket } from '../support/raw-socket.ts';
import { writeSite } from '../support/write-site.ts';

const OPEN = { outputPath: 'index.html', revision: 'x' };
const custom = (event: unknown, data?: unknown): string => JSON.stringify({ type: 'custom', event, data });

const MEASURE = {
  code: 'overflow',
  detail: 'bottom',
  values: { excess: 10, size: 700 },
  place: { name: 'p.note', text: 'a\u00ADb', path: 'p:0', searches: ['two\nlines'] },
};
const SLIDE = { h: 0, v: 0, measures: [MEASURE] };
const MEASURED = { ...OPEN, slides: [SLIDE], isComplete: true };
const withSlides = (...slides: readonly unknown[]): string =>
  custom('deckwright:measured', { ...MEASURED, slides });
const withMeasure = (change: object): string =>
  withSlides({ ...SLIDE, measures: [{ ...MEASURE, ...change }] });
const withPlace = (change: object): string => withMeasure({ place: { ...MEASURE.place, ...change } });

const STRANGE = [
  custom('deckwright:measured', { ...MEASURED, isComplete: 1 }),
  custom('deckwright:measured', { ...MEASURED, revision: null }),
  custom('deckwright:measured', { ...MEASURED, slides: { length: 0 } }),
  withSlides(null),
  withSlides([]),
  withSlides({ ...SLIDE, h: 'x' }),
  withSlides({ ...SLIDE, v: 0.5 }),
  withSlides({ ...SLIDE, measures: 'many' }),
  withSlides({ ...SLIDE, measures: Array.from({ length: 9 }, () => MEASURE) }),
  withSlides(...Array.from({ length: 3001 }, (_, h) => ({ h, v: 0, measures: [] }))),
  withSlides(...Array.from({ length: 201 }, (_, h) => ({ ...SLIDE, h }))),
  withMeasure({ code: 1 }),
  withMeasure({ code: 'x'.repeat(301) }),
  withMeasure({ detail: undefined }),
  withMeasure({ values: { excess: '10' } }),
  withMeasure({ values: null }),
  withMeasure({ values: Object.fromEntries(Array.from({ length: 9 }, (_, n) => [n, n])) }),
  withMeasure({ place: undefined }),
  withPlace({ name: 'p\u001B[31m' }),
  withPlace({ name: 'p\nfixed: all' }),
  withPlace({ name: 'p\u202E' }),
  withPlace({ searches: Array.from({ length: 7 }, () => 'x') }),
  withPlace({ searches: ['x'.repeat(121)] }),
  withPlace({ text: 'x'.repeat(301) }),
  `{"event":"deckwright:measured","type":"custom","data":${' '.repeat(20_000)}{}}`,
  ...[
    'deckwright:check',
    'deckwright:open',
    'deckwright:measured',
    'deckwright:look',
    'vite:invoke',
    'vite:invalidate',
  ].flatMap((event) =>
    [undefined, null, 1, 'text', [], {}, { outputPath: {} }].map((data) => custom(event, data)),
  ),
  ...['__proto__', 'constructor', '', null, {}, ['deckwright:open']].map((event) => custom(event, OPEN)),
  custom('deckwright:open', { ...OPEN, needsFullPatch: 'yes' }),
  custom('vite:invoke', { id: 1, name: 'fetchModule', data: ['/etc/passwd'] }),
  '',
  'null',
  '[]',
  '"',
  '{',
  '1',
  '{"type":"custom"}',
  '['.repeat(50_000),
  'x'.repeat(1_000_000),
];

test('what pages send is read', () => {
  expect(isPageMessage(custom('deckwright:open', OPEN))).toBe(true);
  expect(isPageMessage(custom('deckwright:open', { ...OPEN, needsFullPatch: true }))).toBe(true);
  expect(isPageMessage(custom('deckwright:check', { changes: 3 }))).toBe(true);
  expect(isPageMessage(custom('deckwright:measured', MEASURED))).toBe(true);
  // As many slides and measures as a page sends.
  const slides = Array.from({ length: 3000 }, (_, h) => ({ h, v: 0, measures: h < 200 ? [MEASURE] : [] }));
  expect(isPageMessage(withSlides(...slides))).toBe(true);
});

test.each(STRANGE.map((text) => [text.slice(0, 80), text]))('%s is not', (_, text) => {
  expect(isPageMessage(text)).toBe(false);
});

test.each([
  [undefined, false],
  ['localhost', false],
  ['127.0.0.2', false],
  ['::1', false],
  ['0.0.0.0', true],
  ['::', true],
  ['192.168.1.2', true],
  [true, true],
  [false, false],
])('%s is reached by others: %s', (host, expected) => expect(isBeyondLoopback(host)).toBe(expected));

test('errors that nothing has handled are logged as one line each', () => {
  const source = new EventEmitter();
  const lines: string[] = [];
  stayUp((line) => lines.push(line), source);
  source.emit('uncaughtException', new TypeError('no\nsuch thing'));
  source.emit('unhandledRejection', null);
  source.emit('unhandledRejection', Object.create(null));
  source.emit('uncaughtException', Object.assign(new Error('closed'), { code: 'EPIPE' }));
  const start = 'unexpected error, the server goes on:';
  expect(lines).toEqual([`${start} TypeError: no`, `${start} null`, `${start} an unknown error`]);
});

describe.each([undefined, '0.0.0.0'])('a server that listens on %s', (host) => {
  let server: RunningServer;
  beforeAll(async () => {
    const source = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# One\n');
    server = await serve({ source, port: 0, quiet: true, ...(host !== undefined && { host }) });
  });
  afterAll(async () => server?.close());

  const pageToken = async (): Promise<string> =>
    /wsToken = "([^"]+)"/.exec((await get(server, '/@vite/client')).body)?.[1] ?? '';

  test('takes strange messages and goes on', async () => {
    const socket = await openSocket(server.url, { query: `?token=${await pageToken()}` });
    expect(socket?.status).toBe(101);
    for (const text of STRANGE) socket.send(text);
    socket.send(custom('deckwright:measured', MEASURED));
    socket.send(custom('deckwright:open', OPEN));
    await expect.poll(() => socket.received()).toContain('deckwright:reload');
    expect((await get(server, '/')).status).toBe(200);
    socket.close();
  });

  test('asks programs for a token only if others can reach it', async () => {
    const socket = await openSocket(server.url, {});
    expect(socket.status).toBe(host === undefined ? 101 : 400);
    socket.close();
    const stranger = await openSocket(server.url, { headers: { origin: 'http://evil.invalid' } });
    expect(stranger.status).toBe(400);
    stranger.close();
  });
});

test('Vite reloads pages for its own client only, and sends everything else', () => {
  const sent: unknown[] = [];
  const hot = { send: (...values: unknown[]) => sent.push(values) };
  keepPages({ environments: { client: { hot } } } as unknown as ViteDevServer);
  const { send } = hot;
  send({ type: 'full-reload', path: '*' });
  send({ type: 'full-reload', path: '*', triggeredBy: '/client.mjs' });
  send({ type: 'update', updates: [] });
  send('deckwright:changed', {});
  expect(sent).toEqual([
    [{ type: 'full-reload', path: '*', triggeredBy: '/client.mjs' }],
    [{ type: 'update', updates: [] }],
    ['deckwright:changed', {}],
  ]);
});
