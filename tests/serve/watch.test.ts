import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { FSWatcher } from 'vite';
import { expect, test } from 'vitest';
import { watchFolder } from '../../src/serve/watch.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

/** A folder whose watcher says only what a test makes it say. */
function watched(): { root: string; say: (file: string) => void; told: string[][] } {
  const root = writeSite('-- a.md --\none\n-- public/x.html --\n');
  const watcher = new EventEmitter();
  const told: string[][] = [];
  watchFolder(watcher as FSWatcher, { root, ignored: path.join(root, 'public') }, (files) =>
    told.push([...files]),
  );
  return { root, told, say: (file) => watcher.emit('all', 'change', path.join(root, file)) };
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
