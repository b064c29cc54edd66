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
  'a new folder with files': (root) => {
    writeSiteFile(root, 'static/a/1.txt', '');
    writeSiteFile(root, 'static/a/2.txt', '');
    return ['static/a', 'static/a/1.txt', 'static/a/2.txt'];
  },
  'a folder that becomes a file': (root) => {
    rmSync(path.join(root, 'static/sub'), { recursive: true });
    writeSiteFile(root, 'static/sub', '');
    return ['static/sub/b.txt', 'static/sub'];
  },
  'names that are sorted around a folder': (root) => {
    for (const name of ['sub-', 'sub.txt', 'sub0', 'su', 'z']) writeSiteFile(root, `static/${name}`, '');
    return ['sub-', 'sub.txt', 'sub0', 'su', 'z'].map((name) => `static/${name}`);
  },
  'files in folders that are never listed': (root) => {
    writeSiteFile(root, 'static/node_modules/x.txt', '');
    writeSiteFile(root, 'static/sub/.git/x.txt', '');
    return ['static/node_modules/x.txt', 'static/sub/.git/x.txt'];
  },
  'a link to a file that is deleted': (root) => {
    symlinkSync('sub/b.txt', path.join(root, 'static/b.txt'));
    rmSync(path.join(root, 'static/sub/b.txt'));
    return ['static/b.txt', 'static/sub/b.txt'];
  },
  'the folder itself': (root) => {
    rmSync(path.join(root, 'static'), { recursive: true });
    return ['static', 'static/a.txt', 'static/sub', 'static/sub/b.txt'];
  },
  'many new files': (root) => {
    const names = Array.from({ length: 300 }, (_, n) => `static/many/${n}.txt`);
    for (const name of names) writeSiteFile(root, name, '');
    return names;
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

test('a new and a deleted file read no folder again', () => {
  const { files, disk, root, read } = createKept();
  writeSiteFile(root, 'static/new.txt', '');
  files.update(['static/new.txt']);
  rmSync(path.join(root, 'static/a.txt'));
  files.update(['static/a.txt']);
  expect(files.list('static')).toEqual(['static/new.txt', 'static/sub/b.txt']);
  expect(files.list('')).toEqual(disk.list(''));
  expect(read.filter((folder) => disk.list(folder).length > 0)).toEqual([]);
});

test('a list without changes stays the same object', () => {
  const { files, root } = createKept();
  const [before, content] = [files.list('static'), files.list('content')];
  writeSiteFile(root, 'static/a.txt', 'other');
  files.update(['static/a.txt']);
  expect(files.list('static')).toBe(before);
  writeSiteFile(root, 'static/new.txt', '');
  files.update(['static/new.txt']);
  expect(files.list('static')).not.toBe(before);
  expect(files.list('content')).toBe(content);
});
