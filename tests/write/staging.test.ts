/** What an interrupted build has left, and what others put in its place; and builds with one destination. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeJournal } from '../../src/write/journal.ts';
import { setOwners } from '../../src/write/staging.ts';
import { stagingFolder } from '../../src/write/staging-folder.ts';
import { finishBuild, type SiteFile, writeSite } from '../../src/write/write-site.ts';
import { listAll, textFiles as texts } from '../support/site-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

const BUNDLE = { bundle: 'deck-assets' };

/** A process that has ended. */
const ENDED = 2 ** 22 + 1;

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
        staged: 'files',
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

describe('what a site brings at the path of the staged files', () => {
  const names = { staged: 'files', links: [], files: [], deletions: [], folders: [] };
  test.each([
    ['a file to write outside', { ...names, files: ['../hook'] }],
    ['a file to delete outside', { ...names, deletions: ['../precious.txt'] }],
    ['a folder to delete outside', { ...names, folders: ['../keep'] }],
    ['a link to delete outside', { ...names, links: ['../precious.txt'] }],
    ['files to take from outside', { ...names, staged: '../..', files: ['precious.txt'] }],
    ['the destination itself', { ...names, deletions: ['.'] }],
    ['no lists', { staged: 'files' }],
    ['numbers', { ...names, files: [1] }],
    ['null', null],
    ['text', 'text'],
  ])('a journal with %s changes nothing', async (_, journal) => {
    const above = temporaryFolder();
    const folder = path.join(above, 'public');
    for (const file of ['precious.txt', 'keep/a.txt', 'public/b.html']) writeSiteFile(above, file, 'mine');
    const staging = stagingFolder(folder);
    for (const file of ['files/hook', 'hook']) writeSiteFile(staging, file, 'x');
    writeFileSync(path.join(staging, 'journal.json'), JSON.stringify(journal));
    setOwners(staging, [ENDED]);
    const before = listAll(folder);
    finishBuild(folder);
    expect(listAll(folder)).toEqual(before);
    expect(listAll(above)).toEqual(['keep', 'keep/a.txt', 'precious.txt', 'public', 'public/b.html']);
    await writeSite(folder, texts({ 'b.html': 'b' }), BUNDLE);
    expect(readFileSync(path.join(folder, 'b.html'), 'utf8')).toBe('b');
  });

  test('a journal that can’t be read, and a link to nowhere, stop no build', async () => {
    for (const isLink of [true, false]) {
      const folder = path.join(temporaryFolder(), 'public');
      const staging = stagingFolder(folder);
      if (isLink) symlinkSync('nowhere', staging);
      else writeSiteFile(staging, 'journal.json', '{');
      if (!isLink) setOwners(staging, [ENDED]);
      await writeSite(folder, texts({ 'a.html': 'a' }), BUNDLE);
      expect(readdirSync(path.dirname(folder))).toEqual(['public']);
    }
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
