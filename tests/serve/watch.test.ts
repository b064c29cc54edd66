import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { FSWatcher } from 'vite';
import { expect, test } from 'vitest';
import { watchFolder } from '../../src/serve/watch.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

/** A folder whose watcher says only what a test makes it say. */
function watched(
  openedAt = Date.now() + 60_000,
  sources: readonly string[] = [],
): {
  root: string;
  say: (file: string) => void;
  found: () => void;
  told: string[][];
} {
  const root = writeSite('-- a.md --\none\n-- public/x.html --\n');
  let isFound = false;
  const getWatched = (): Record<string, string[]> =>
    isFound
      ? {
          [path.dirname(root)]: [path.basename(root)],
          [root]: ['a.md', 'public'],
          [path.join(root, 'public')]: ['x.html'],
        }
      : {};
  const watcher = Object.assign(new EventEmitter(), { getWatched });
  const told: string[][] = [];
  const folder = {
    root,
    ignored: path.join(root, 'public'),
    openedAt,
    listFiles: () => sources,
    allMissing: () => told.push(['all']),
  };
  watchFolder(watcher as unknown as FSWatcher, folder, (files) => told.push([...files]));
  return {
    root,
    told,
    say: (file) => watcher.emit('all', 'change', path.join(root, file)),
    found() {
      isFound = true;
      watcher.emit('ready');
    },
  };
}

test('changes of one moment are told together, what a build writes is not', async () => {
  const { say, told } = watched();
  for (const file of ['a.md', 'content/b.md', 'a.md', 'public/x.html', '../elsewhere']) say(file);
  await expect.poll(() => told).toEqual([['a.md', 'content/b.md']]);
});

test('a change that the watcher keeps to itself is found by a second look', async () => {
  const { root, say, told } = watched();
  say('a.md');
  await expect.poll(() => told.length).toBe(1);
  writeSiteFile(root, 'a.md', 'two, and longer\n');
  await expect.poll(() => told).toEqual([['a.md'], ['a.md']]);
});

test('what was saved after the site was opened, before the watcher found it, is a change', async () => {
  const { found, told } = watched(Date.now() - 60_000);
  found();
  await expect.poll(() => told).toEqual([['a.md']]);
});

test('what is as it was when the site was opened is none', async () => {
  const { say, found, told } = watched();
  found();
  say('content/b.md');
  await expect.poll(() => told).toEqual([['content/b.md']]);
});

test('what was deleted after the site was opened, before the watcher looked for it, is a change', async () => {
  const { found, told } = watched(undefined, ['a.md', 'content/gone.md']);
  found();
  await expect.poll(() => told).toEqual([['content/gone.md']]);
});
