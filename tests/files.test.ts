/** Nothing outside of an author's folder can be read, whatever a path or a link says. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { diskFiles, isWithin, memoryFiles } from '../src/files.ts';

let top = '';
let root = '';

/** A folder with a secret beside it, and links that lead there. */
beforeAll(() => {
  top = mkdtempSync(path.join(tmpdir(), 'deckwright-files-'));
  root = path.join(top, 'site');
  const texts = {
    'secret.md': 'secret',
    'site-2/a.md': 'neighbour',
    'outside/b.md': 'outside',
    'site/content/_index.md': 'home',
    'site/content/talk/one.md': 'one',
    'site/content/..odd/two.md': 'two',
    'site/shared/three.md': 'three',
    'site/.git/config': 'git',
    'site/node_modules/x/x.md': 'x',
  };
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), text);
  }
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync(path.join(top, 'secret.md'), path.join(root, 'content', 'secret.md'));
  symlinkSync(path.join(top, 'outside'), path.join(root, 'content', 'outside'));
  symlinkSync(path.join(root, 'shared', 'three.md'), path.join(root, 'content', 'linked.md'));
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

describe('diskFiles', () => {
  test('has files that can’t be read whole', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deckwright-files-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, 'talk.mp4'), '');
    truncateSync(path.join(folder, 'talk.mp4'), 2 ** 31 + 1);
    const files = diskFiles(folder);
    expect([files.has('talk.mp4'), files.list('')]).toEqual([true, ['talk.mp4']]);
    expect([files.readBytes('talk.mp4'), files.read('talk.mp4')]).toEqual([undefined, undefined]);
  });

  test('reads files below its root', () => {
    const files = diskFiles(root);
    expect(files.read('content/_index.md')).toBe('home');
    expect(files.read('content/talk/one.md')).toBe('one');
    expect(files.has('content/talk/one.md')).toBe(true);
  });

  test.each(['content/none.md', 'content', 'none', 'content/_index.md/x', ''])('%j is no file', (file) => {
    const files = diskFiles(root);
    expect(files.read(file)).toBeUndefined();
    expect(files.has(file)).toBe(false);
  });

  test.each([
    '../secret.md',
    '../site-2/a.md',
    'content/../../secret.md',
    'content/talk/../../../outside/b.md',
    './../secret.md',
  ])('%s is outside of its root', (file) => {
    const files = diskFiles(root);
    expect(files.read(file)).toBeUndefined();
    expect(files.has(file)).toBe(false);
  });

  test('an absolute path is outside of its root, unless it leads into it', () => {
    const files = diskFiles(root);
    expect(files.read(path.join(top, 'secret.md'))).toBeUndefined();
    expect(files.has(path.join(top, 'secret.md'))).toBe(false);
    expect(files.list(path.join(top, 'outside'))).toEqual([]);
  });

  test('a link that leads outside of its root is not followed', () => {
    const files = diskFiles(root);
    for (const file of ['content/secret.md', 'content/outside/b.md']) {
      expect(files.read(file)).toBeUndefined();
      expect(files.has(file)).toBe(false);
    }
    expect(files.list('content/outside')).toEqual([]);
  });

  test('a link that stays inside of its root is followed', () => {
    const files = diskFiles(root);
    expect(files.read('content/linked.md')).toBe('three');
    expect(files.has('content/linked.md')).toBe(true);
  });

  test('a name that begins with two dots is a name', () => {
    expect(diskFiles(root).read('content/..odd/two.md')).toBe('two');
  });

  test('lists files below a folder, sorted', () => {
    const files = diskFiles(root);
    expect(files.list('shared')).toEqual(['shared/three.md']);
    expect(files.list('content/talk')).toEqual(['content/talk/one.md']);
    expect(files.list('none')).toEqual([]);
    expect(files.list('content/_index.md')).toEqual([]);
    expect(files.list('..')).toEqual([]);
  });

  test('lists nothing of what is outside of its root', () => {
    const listed = diskFiles(root).list('content');
    expect(listed).not.toContain('content/outside/b.md');
    expect(listed).toEqual(
      expect.arrayContaining(['content/_index.md', 'content/linked.md', 'content/talk/one.md']),
    );
  });

  test('folders of tools are not the author’s', () => {
    const listed = diskFiles(root).list('');
    expect(listed.filter((file) => /^(?:\.git|node_modules)\//.test(file))).toEqual([]);
    expect(listed).toContain('shared/three.md');
  });

  test('folders of packages are listed when they are asked for', () => {
    const files = diskFiles(root);
    expect(files.list('node_modules/x')).toEqual(['node_modules/x/x.md']);
    expect(files.read('node_modules/x/x.md')).toBe('x');
  });

  test('a root that is a link is read through it', () => {
    const link = path.join(top, 'link');
    // On Windows, only an administrator makes links, or anybody in developer mode.
    symlinkSync(root, link);
    expect(diskFiles(link).read('content/_index.md')).toBe('home');
    expect(diskFiles(link).read('../secret.md')).toBeUndefined();
  });

  test('a root that is not there is empty', () => {
    const files = diskFiles(path.join(top, 'nowhere'));
    expect(files.read('a.md')).toBeUndefined();
    expect(files.has('a.md')).toBe(false);
    expect(files.list('')).toEqual([]);
  });

  test('a file that is changed is read anew', () => {
    const files = diskFiles(root);
    const file = path.join(root, 'changed.md');
    writeFileSync(file, 'before');
    expect(files.read('changed.md')).toBe('before');
    writeFileSync(file, 'after');
    expect(files.read('changed.md')).toBe('after');
    rmSync(file);
    expect(files.read('changed.md')).toBeUndefined();
  });
});

describe('memoryFiles', () => {
  const files = memoryFiles({ 'b/two.md': '2', 'a.md': '', 'b/one.md': '1', 'bc/three.md': '3' });

  test('reads texts by path', () => {
    expect(files.read('b/one.md')).toBe('1');
    expect(files.read('a.md')).toBe('');
    expect(files.read('b')).toBeUndefined();
    expect(files.read('../a.md')).toBeUndefined();
    expect(files.has('a.md')).toBe(true);
    expect(files.has('b')).toBe(false);
  });

  test('lists paths below a folder, sorted', () => {
    expect(files.list('b')).toEqual(['b/one.md', 'b/two.md']);
    expect(files.list('')).toEqual(['a.md', 'b/one.md', 'b/two.md', 'bc/three.md']);
    expect(files.list('none')).toEqual([]);
  });

  test.each(['constructor', 'toString', '__proto__'])('%s is a file only where it is given', (name) => {
    const none = memoryFiles({ 'a.md': 'a' });
    expect([none.has(name), none.read(name), none.readBytes(name)]).toEqual([false, undefined, undefined]);
    const given = memoryFiles(Object.fromEntries([[name, 'text']]));
    expect([given.has(name), given.read(name), given.list('')]).toEqual([true, 'text', [name]]);
  });

  test('what is added to the texts is seen', () => {
    const texts: Record<string, string> = {};
    const changing = memoryFiles(texts);
    expect(changing.has('a.md')).toBe(false);
    texts['a.md'] = 'a';
    expect(changing.read('a.md')).toBe('a');
    expect(changing.list('')).toEqual(['a.md']);
  });
});

describe('isWithin', () => {
  test.each([
    ['/a/b', '/a/b', true],
    ['/a/b', '/a/b/c', true],
    ['/a/b', '/a/b/c/d.md', true],
    ['/a/b', '/a/b/../b/c', true],
    ['/', '/a', true],
    ['/a/b', '/a', false],
    ['/a/b', '/a/bc', false],
    ['/a/b', '/a/b-2/c', false],
    ['/a/b', '/a/b/../c', false],
    ['/a/b', '/', false],
    ['/a/b', '/c', false],
  ])('%s, %s: %s', (folder, file, within) => {
    expect(isWithin(path.resolve(folder), path.resolve(file))).toBe(within);
  });
});
