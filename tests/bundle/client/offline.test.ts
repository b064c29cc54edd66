/** Which files are kept for readers without a network. */
import { expect, test } from 'vitest';
import { offlineWorker } from '../../../src/bundle/client/offline-worker.ts';
import type { RenderedDeck } from '../../../src/types.ts';
import { readConfig } from '../../support/read-config.ts';

/** The files that are kept for a page of this HTML; there is one of every name that is asked for. */
function filesOf(html: string, sheets: Readonly<Record<string, string>> = {}): readonly string[] {
  const { config } = readConfig({ 'hugo.toml': 'baseURL = "https://example.org/base/"\n' });
  const deck = { deck: { outputPath: 'talk/index.html' }, params: { offline: true } } as RenderedDeck;
  const [worker] = offlineWorker({
    decks: [deck],
    pages: [{ path: 'talk/index.html', text: html }],
    bundled: [],
    config,
    read: (file) => (/\.\w+$/.test(file) ? new TextEncoder().encode(sheets[file] ?? '') : undefined),
  });
  const [, list = '[]'] = /const FILES = (.*);/.exec(worker?.text ?? '') ?? [];
  const [, ...files] = JSON.parse(list) as readonly string[];
  return files;
}

test.each([
  ['<img src="a.png">', ['talk/a.png']],
  ["<img src='../a.png' srcset='b.png 1x, c.png 2x'>", ['a.png', 'talk/b.png', 'talk/c.png']],
  ['<img src=a.png>', ['talk/a.png']],
  ['<section data-background-image="/base/a.png">', ['a.png']],
  ['<a href="https://example.org/base/a.pdf">', ['a.pdf']],
  ['<img src="https://example.com/a.png">', []],
  ['<img src="a&amp;b.png">', ['talk/a&b.png']],
  ['<p style="background: url(a.png)">', ['talk/a.png']],
  ['<style>p { background: url("a.png") }</style>', ['talk/a.png']],
  ['<script>const image = "a.png";</script>', ['talk/a.png']],
  ['<!-- <img src="a.png"> -->', []],
  ['<p>src="a.png"</p>', []],
])('%s', (html, files) => {
  expect(filesOf(html)).toEqual(files);
});

test('stylesheets name files from where they are', () => {
  const sheets = { 'css/a.css': '@import url(b.css); p { background: url(../c.png) }' };
  expect(filesOf('<link rel="stylesheet" href="../css/a.css">', sheets)).toEqual([
    'css/a.css',
    'css/b.css',
    'c.png',
  ]);
});
