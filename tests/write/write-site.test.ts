/** A site is written whole or not at all, only to its destination, and what no page needs any more is deleted. */
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DeckError } from '../../src/diagnostics.ts';
import { type SiteFile, writeSite } from '../../src/write/write-site.ts';
import { listAll, textFiles as texts } from '../support/site-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

const BUNDLE = { bundle: 'deck-assets' };
const CLEAN = { ...BUNDLE, isCleaned: true };

const named = (...names: readonly string[]): readonly SiteFile[] =>
  names.map((name) => ({ path: name, content: '' }));

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DeckError) return error.message;
    throw error;
  }
  return '';
}

describe('what is written', () => {
  test('only files that differ, and nothing is left beside the destination', async () => {
    const folder = path.join(temporaryFolder(), 'public');
    await writeSite(folder, texts({ 'a/index.html': 'a', 'b.txt': 'b' }), BUNDLE);
    const before = statSync(path.join(folder, 'b.txt')).ino;
    await writeSite(folder, texts({ 'a/index.html': 'new', 'b.txt': 'b' }), BUNDLE);
    expect(readFileSync(path.join(folder, 'a/index.html'), 'utf8')).toBe('new');
    expect(statSync(path.join(folder, 'b.txt')).ino).toBe(before);
    expect(readdirSync(path.dirname(folder))).toEqual(['public']);
  });

  test('a copy of the same size and time, if its content is another one', async () => {
    const [source, folder] = [path.join(temporaryFolder(), 'a.txt'), temporaryFolder()];
    const time = new Date('1985-10-26T08:15:00Z');
    const copy: SiteFile = { path: 'a.txt', content: { copyOf: source } };
    for (const text of ['old', 'new']) {
      writeFileSync(source, text);
      utimesSync(source, time, time);
      await writeSite(folder, [copy], BUNDLE);
      expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe(text);
    }
    const { ino } = statSync(path.join(folder, 'a.txt'));
    utimesSync(source, time, time);
    await writeSite(folder, [copy], BUNDLE);
    expect(statSync(path.join(folder, 'a.txt')).ino).toBe(ino);
  });
});

describe('what is outside of the destination', () => {
  test.each(['../a.html', '/../a.html', 'a/../../b', '..', '', '.', 'a\0b'])(
    'is not written: %j',
    async (name) => {
      const above = temporaryFolder();
      const folder = path.join(above, 'public');
      const message = await refusalOf(writeSite(folder, texts({ 'ok.html': 'ok', [name]: 'x' }), BUNDLE));
      expect(message).toContain('is not a file below it');
      expect(readdirSync(above)).toEqual([]);
    },
  );

  test('is not written through links: they are replaced', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(path.join(elsewhere, 'precious.html'), 'mine');
    symlinkSync(path.join(elsewhere, 'precious.html'), path.join(folder, 'index.html'));
    symlinkSync(elsewhere, path.join(folder, 'img'));
    await writeSite(folder, texts({ 'index.html': 'page', 'img/deep/a.svg': 'a', 'img/b.svg': 'b' }), BUNDLE);
    expect(listAll(elsewhere)).toEqual(['precious.html']);
    expect(readFileSync(path.join(elsewhere, 'precious.html'), 'utf8')).toBe('mine');
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('page');
    expect(lstatSync(path.join(folder, 'img')).isDirectory()).toBe(true);
    expect(readFileSync(path.join(folder, 'img/b.svg'), 'utf8')).toBe('b');
  });

  test('is not looked at through links: what is the same there is written here', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(path.join(elsewhere, 'a.svg'), 'a');
    symlinkSync(elsewhere, path.join(folder, 'img'));
    await writeSite(folder, texts({ 'img/a.svg': 'a', 'img/b.svg': 'b' }), BUNDLE);
    expect(lstatSync(path.join(folder, 'img')).isDirectory()).toBe(true);
    expect(listAll(folder)).toEqual(['img', 'img/a.svg', 'img/b.svg']);
    expect(listAll(elsewhere)).toEqual(['a.svg']);
  });

  test('may be the destination itself, if the author has linked it', async () => {
    const [folder, real] = [path.join(temporaryFolder(), 'public'), temporaryFolder()];
    symlinkSync(real, folder);
    await writeSite(folder, texts({ 'a.html': 'a' }), BUNDLE);
    expect(listAll(real)).toEqual(['a.html']);
    expect(lstatSync(folder).isSymbolicLink()).toBe(true);
  });
});

describe('what is in the way', () => {
  test.each([
    ['a file', 'a', 'a/index.html', 'is a file, and a folder is needed there'],
    ['a folder', 'a/b.txt', 'a', 'a is a folder there'],
  ])('%s stops the build before anything is changed', async (_, present, wanted, message) => {
    const folder = temporaryFolder();
    writeSiteFile(folder, present, 'mine');
    const failure = await refusalOf(writeSite(folder, texts({ 'first.html': '1', [wanted]: '2' }), BUNDLE));
    expect(failure).toContain(message);
    expect(existsSync(path.join(folder, 'first.html'))).toBe(false);
    expect(readFileSync(path.join(folder, present), 'utf8')).toBe('mine');
  });
});

describe('what is deleted', () => {
  test('files that were not written, and folders that are empty then; what begins with a dot stays', async () => {
    const folder = temporaryFolder();
    const present = [
      'index.html',
      'old.html',
      'a/b/old.png',
      'a/new.png',
      '.nojekyll',
      '.git/config',
      'c/.keep',
    ];
    for (const file of present) writeSiteFile(folder, file, '');
    expect(await writeSite(folder, named('index.html', 'a/new.png'), CLEAN)).toEqual([
      'a/b/old.png',
      'old.html',
    ]);
    expect(listAll(folder)).toEqual([
      '.git',
      '.git/config',
      '.nojekyll',
      'a',
      'a/new.png',
      'c',
      'c/.keep',
      'index.html',
    ]);
  });

  test('never what a link leads to', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(path.join(elsewhere, 'mine.txt'), '');
    // On Windows, only an administrator makes links, or anybody in developer mode.
    for (const link of ['dead', 'live']) symlinkSync(elsewhere, path.join(folder, link));
    writeFileSync(path.join(elsewhere, 'a.png'), '');
    expect(await writeSite(folder, named('live/a.png'), CLEAN)).toEqual(['dead']);
    expect(readdirSync(elsewhere).sort()).toEqual(['a.png', 'mine.txt']);
    expect(existsSync(path.join(folder, 'live/a.png'))).toBe(true);
  });

  test('not what a disk spells in another way', async () => {
    const folder = temporaryFolder();
    writeSiteFile(folder, 'Caf\u00E9/A.png', '');
    await writeSite(folder, named('cafe\u0301/a.png'), CLEAN);
    expect(listAll(folder)).toContain('Caf\u00E9/A.png');
  });
});

test.each([
  ['the destination', 'a\0b', 'index.html', 'a\\u0000b" is not a file below it: its name contains U+0000'],
  [
    'a file',
    'public',
    'a\0b/index.html',
    '"a\\u0000b/index.html" is not a file below it: its name contains U+0000',
  ],
])('U+0000 in the name of %s is a mistake, and nothing is written', async (_, name, file, words) => {
  const parent = temporaryFolder();
  const found = await refusalOf(writeSite(path.join(parent, name), texts({ [file]: 'x' }), BUNDLE));
  expect(found).toContain(words);
  expect(found).not.toContain('\0');
  expect(readdirSync(parent)).toEqual([]);
});
