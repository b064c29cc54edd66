// What the first slide costs over a line of 1.6 Mbit/s with round trips of 150 ms, on a processor four times as slow.
// Everything is opened in turn, so that a slow moment of the machine falls on all of it.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { importOurs, launchBrowser } from './browser.mjs';

const PEERS = ['marp', 'reveal-md', 'hugo'];
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
};

/** Prints a table: medians of the times beside those of a bare page, and bytes. */
export async function weighDecks({ root, runs, isByTheme }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-weight-'));
  const made = isByTheme
    ? await buildThemes(root, folder)
    : [buildOwn(root, folder), ...buildPeers(root, folder)];
  // Each site at the root of a server of its own: authors write such addresses.
  const pages = [writeBare(folder), ...made].map((page) => ({ ...page, server: serve(page.site) }));
  await Promise.all(pages.map(({ server }) => once(server, 'listening')));
  const browser = await launchBrowser(root);
  const found = new Map(pages.map(({ label }) => [label, []]));
  for (let run = 0; run < runs; run++)
    for (const { label, server, address } of pages)
      found.get(label).push(await open(browser, `http://127.0.0.1:${server.address().port}/${address}`));
  await browser.close();
  for (const { server } of pages) server.close();
  rmSync(folder, { recursive: true, force: true });
  print(found, runs);
}

function writeBare(folder) {
  const site = path.join(folder, 'bare');
  mkdirSync(site);
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>x</title><h1>Hello</h1>');
  return { label: 'bare page', site, address: '' };
}

function buildWith(root, source, destination) {
  const cli = path.join(root, 'bin', 'deckwright.js');
  const args = [cli, 'build', '--source', source, '--destination', destination, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function buildOwn(root, folder) {
  const site = path.join(folder, 'own');
  buildWith(root, root, site);
  return { label: 'deckwright', site, address: 'k8s-networking/' };
}

async function buildThemes(root, folder) {
  const { THEMES } = await importOurs(root, 'themes.ts');
  const [source, site] = [path.join(folder, 'source'), path.join(folder, 'themes')];
  const deck = readFileSync(path.join(root, 'content', 'k8s-networking', '_index.md'), 'utf8');
  copyPictures(root, path.join(source, 'static'));
  writeFileSync(path.join(source, 'hugo.toml'), 'title = "Themes"\n');
  for (const theme of THEMES) {
    mkdirSync(path.join(source, 'content', theme), { recursive: true });
    const text = deck.replace(/^theme = .*$/m, `theme = "${theme}"`);
    writeFileSync(path.join(source, 'content', theme, '_index.md'), text);
  }
  buildWith(root, source, site);
  return THEMES.map((theme) => ({ label: theme, site, address: `${theme}/` }));
}

const copyPictures = (root, to) => cpSync(path.join(root, 'static'), to, { recursive: true });

/** Marp makes one file of the Markdown; the others want a folder of their own. */
function buildPeers(root, folder) {
  const there = PEERS.filter((peer) => spawnSync(peer, ['--version']).status === 0);
  for (const peer of PEERS.filter((name) => !there.includes(name)))
    console.log(`${peer} is not on this machine, so it is not among the rows`);
  const deck = path.join(root, 'content', 'k8s-networking', '_index.md');
  const siteOf = (peer) => path.join(folder, peer);
  const commands = {
    marp: ['-o', path.join(siteOf('marp'), 'index.html'), deck],
    'reveal-md': [deck, '--static', siteOf('reveal-md')],
    hugo: ['--source', root, '--destination', siteOf('hugo')],
  };
  return there.flatMap((peer) => {
    const { status } = spawnSync(peer, commands[peer], { encoding: 'utf8' });
    if (status !== 0) console.log(`${peer} can't build the deck, so it is not among the rows`);
    if (status !== 0) return [];
    copyPictures(root, siteOf(peer));
    return [{ label: peer, site: siteOf(peer), address: peer === 'hugo' ? 'k8s-networking/' : '' }];
  });
}

function serve(folder) {
  return createServer((request, response) => {
    const wanted = path.join(
      folder,
      decodeURIComponent(new URL(request.url, 'http://host.invalid').pathname),
    );
    const file =
      existsSync(wanted) && statSync(wanted).isDirectory() ? path.join(wanted, 'index.html') : wanted;
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const isText = /text|json|svg/.test(type);
    const head = { 'content-type': type, ...(isText && { 'content-encoding': 'gzip' }) };
    return response.writeHead(200, head).end(isText ? gzipSync(readFileSync(file)) : readFileSync(file));
  }).listen(0, '127.0.0.1');
}

async function open(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bytes = {};
  const kinds = new Map();
  const found = { failed: 0, foreign: 0, errors: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (response.status >= 400) found.failed++;
    if (!response.url.startsWith(new URL(url).origin) && /^https?:/.test(response.url)) found.foreign++;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  page.on('pageerror', () => found.errors++);
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  await page.waitForTimeout(500);
  const times = await page.evaluate(() => globalThis.watched);
  await context.close();
  return { ...times, ...found, bytes };
}

/** Runs in the page, before its own scripts. */
function watch() {
  const watched = { first: 0, largest: 0, driven: 0, shift: 0 };
  globalThis.watched = watched;
  const observe = (type, react) =>
    new PerformanceObserver((list) => list.getEntries().forEach(react)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') watched.first = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => (watched.largest = startTime));
  observe('layout-shift', ({ value }) => (watched.shift += value));
  new MutationObserver(() => {
    if (document.documentElement?.dataset.deck) watched.driven ||= performance.now();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-deck'] });
}

function print(found, runs) {
  const median = (rows, name) =>
    rows.map((row) => row[name]).sort((a, b) => a - b)[Math.floor(rows.length / 2)];
  const base = median([...found.values()][0], 'first') || 1;
  const time = (rows, name) => {
    const value = median(rows, name);
    return value ? `${Math.round(value)} (${(value / base).toFixed(2)})` : '-';
  };
  const size = ([{ bytes }], ...kinds) =>
    (kinds.reduce((sum, kind) => sum + (bytes[kind] ?? 0), 0) / 1000).toFixed(1);
  console.log(
    `medians of ${runs} runs; times in ms, beside the first paint of the bare page; kB as they are sent`,
  );
  console.table(
    Object.fromEntries(
      [...found].map(([label, rows]) => [
        label,
        {
          'first paint': time(rows, 'first'),
          'largest paint': time(rows, 'largest'),
          driven: time(rows, 'driven'),
          shift: median(rows, 'shift').toFixed(4),
          'HTML+CSS+JS': size(rows, 'Document', 'Stylesheet', 'Script'),
          JS: size(rows, 'Script'),
          fonts: size(rows, 'Font'),
          images: size(rows, 'Image'),
          'failed/foreign/errors': `${rows[0].failed}/${rows[0].foreign}/${rows[0].errors}`,
        },
      ]),
    ),
  );
}
