/** A site is written whole or not at all, only to its destination, and what no page needs any more is deleted. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
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
import { writeJournal } from '../../src/write/journal.ts';
import { setOwners, stagingFolder } from '../../src/write/staging.ts';
import { finishBuild, type SiteFile, writeSite } from '../../src/write/write-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

const BUNDLE = { bundle: 'deck-assets' };
const CLEAN = { ...BUNDLE, isCleaned: true };

const texts = (files: Readonly<Record<string, string>>): readonly SiteFile[] =>
  Object.entries(files).map(([name, content]) => ({ path: name, content }));

const named = (...names: readonly string[]): readonly SiteFile[] =>
  names.map((name) => ({ path: name, content: '' }));

/** A process that has ended. */
const ENDED = 2 ** 22 + 1;

function listAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .sort();
}

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

  test('of the bundle, what neither a page of the build nor one that stays names', async () => {
    const folder = temporaryFolder();
    writeSiteFile(folder, 'draft/index.html', '<link rel="stylesheet" href="../deck-assets/kept-1.css">');
    writeSiteFile(folder, 'deck-assets/kept-1.css', '@font-face { src: url(fonts/kept-2.woff2) }');
    writeSiteFile(folder, 'deck-assets/fonts/kept-2.woff2', 'x');
    writeSiteFile(folder, 'deck-assets/fonts/stale-3.woff2', 'x');
    writeSiteFile(folder, 'deck-assets/stale-4/a.js', 'x');
    await writeSite(folder, texts({ 'deck-assets/new.css': 'n', 'index.html': 'new.css' }), BUNDLE);
    expect(listAll(path.join(folder, 'deck-assets'))).toEqual([
      'fonts',
      'fonts/kept-2.woff2',
      'kept-1.css',
      'new.css',
    ]);
  });
});

describe('an interrupted build', () => {
  /** A destination whose build was killed, with its journal or before. */
  function interrupted(hasJournal: boolean): { readonly folder: string; readonly staging: string } {
    const folder = path.join(temporaryFolder(), 'public');
    for (const name of ['a.html', 'b.html', 'old.css']) writeSiteFile(folder, name, 'old');
    const staging = stagingFolder(folder);
    // One of the files was moved already.
    for (const name of ['b.html', 'c/d.html']) writeSiteFile(path.join(staging, 'files'), name, 'new');
    writeFileSync(path.join(folder, 'a.html'), hasJournal ? 'new' : 'old');
    setOwners(staging, [ENDED]);
    if (hasJournal)
      writeJournal(staging, {
        destination: folder,
        staged: path.join(staging, 'files'),
        links: [],
        files: ['a.html', 'b.html', 'c/d.html'],
        deletions: ['old.css'],
        folders: [],
      });
    return { folder, staging };
  }

  test('is finished by the next command', () => {
    const { folder, staging } = interrupted(true);
    finishBuild(folder);
    expect(listAll(folder)).toEqual(['a.html', 'b.html', 'c', 'c/d.html']);
    for (const name of ['a.html', 'b.html', 'c/d.html'])
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe('new');
    expect(existsSync(staging)).toBe(false);
  });

  test('is forgotten if it had not begun to change the destination', () => {
    const { folder, staging } = interrupted(false);
    finishBuild(folder);
    expect(listAll(folder)).toEqual(['a.html', 'b.html', 'old.css']);
    expect(existsSync(staging)).toBe(false);
  });

  test('is left to its process while that runs, and the next build waits for it', async () => {
    const { folder, staging } = interrupted(true);
    setOwners(staging, [process.pid]);
    finishBuild(folder);
    expect(readFileSync(path.join(folder, 'b.html'), 'utf8')).toBe('old');
    let waits = 0;
    const onWait = (): void => {
      waits++;
      setOwners(staging, [ENDED]);
    };
    await writeSite(folder, texts({ 'b.html': 'newest' }), { ...BUNDLE, onWait });
    expect(waits).toBe(1);
    expect(readFileSync(path.join(folder, 'b.html'), 'utf8')).toBe('newest');
    expect(readFileSync(path.join(folder, 'c/d.html'), 'utf8')).toBe('new');
  });
});

test('two builds at once are written one after the other', async () => {
  const folder = path.join(temporaryFolder(), 'public');
  mkdirSync(folder);
  const site = (text: string): readonly SiteFile[] =>
    texts(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.html`, text])));
  const texts20 = Array.from({ length: 20 }, (_, n) => `text ${n}`);
  await Promise.all(texts20.map((text) => writeSite(folder, site(text), BUNDLE)));
  expect(readdirSync(path.dirname(folder))).toEqual(['public']);
  const found = new Set(listAll(folder).map((file) => readFileSync(path.join(folder, file), 'utf8')));
  expect(found.size).toBe(1);
});
