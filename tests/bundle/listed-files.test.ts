import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createListedFiles } from '../../src/bundle/listed-files.ts';
import { diskFiles, type Files } from '../../src/files.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

/** Files whose lists are kept, and the folders that were read. */
function createKept() {
  const root = writeSite('-- static/a.txt --\na\n-- static/sub/b.txt --\nb\n-- content/c.md --\nc\n');
  const disk = diskFiles(root);
  const read: string[] = [];
  const counted: Files = { ...disk, list: (folder) => (read.push(folder), disk.list(folder)) };
  const files = createListedFiles(counted);
  files.list('static');
  files.keepLists();
  for (const folder of ['static', 'static/sub', 'content', '']) files.list(folder);
  read.length = 0;
  return { root, files, disk, read };
}

const FOLDERS = ['static', 'static/sub', 'content', ''];

test('an edit reads no folder again', () => {
  const { files, root, read } = createKept();
  writeSiteFile(root, 'static/a.txt', 'other');
  files.update(['static/a.txt', 'content/c.md']);
  for (const folder of FOLDERS) files.list(folder);
  expect(read).toEqual([]);
});

const changes: Readonly<Record<string, (root: string) => readonly string[]>> = {
  'a new file': (root) => {
    writeSiteFile(root, 'static/sub/new.txt', '');
    return ['static/sub/new.txt'];
  },
  'a deleted file': (root) => {
    rmSync(path.join(root, 'static/sub/b.txt'));
    return ['static/sub/b.txt'];
  },
  'a renamed folder': (root) => {
    renameSync(path.join(root, 'static/sub'), path.join(root, 'static/other'));
    return ['static/sub', 'static/other'];
  },
  'a file that becomes a folder': (root) => {
    rmSync(path.join(root, 'static/a.txt'));
    mkdirSync(path.join(root, 'static/a.txt'));
    writeSiteFile(root, 'static/a.txt/x.txt', '');
    return ['static/a.txt'];
  },
  'a new link to a folder': (root) => {
    symlinkSync('../static', path.join(root, 'content/link'));
    return ['content/link'];
  },
};

test.each(Object.keys(changes))('%s is in the lists', (name) => {
  const { files, disk, root } = createKept();
  files.update(changes[name]!(root));
  for (const folder of FOLDERS) expect(files.list(folder)).toEqual(disk.list(folder));
});
