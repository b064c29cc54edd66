import type { WebSocketClient } from 'vite';
import { expect, test } from 'vitest';
import { OpenPages } from '../../src/serve/open-pages.ts';

test('events of a deck go to the pages that show it, all others to every page', () => {
  const sent: string[] = [];
  const createPage = (name: string): WebSocketClient =>
    ({ send: (event: string) => void sent.push(`${name} ${event}`) }) as unknown as WebSocketClient;
  const clients = new Set<WebSocketClient>();
  const pages = new OpenPages({ clients });
  const open = (name: string, outputPath?: string): WebSocketClient => {
    const page = createPage(name);
    clients.add(page);
    if (outputPath !== undefined) pages.opened({ outputPath, revision: '' }, page);
    return page;
  };
  const first = open('first', 'a/index.html');
  open('second', 'b/index.html');
  open('list');
  pages.send('deckwright:reload', { outputPath: 'a/index.html' });
  pages.send('deckwright:files', { addresses: [] });
  expect(sent).toEqual([
    'first deckwright:reload',
    ...['first', 'second', 'list'].map((name) => `${name} deckwright:files`),
  ]);
  expect(pages.shows('a/index.html')).toBe(true);
  clients.delete(first);
  expect(pages.shows('a/index.html')).toBe(false);
});
