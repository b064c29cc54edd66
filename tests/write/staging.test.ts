/** What an interrupted build has left, and what others put in its place; and builds with one destination. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DeckError } from '../../src/diagnostics.ts';
import { writeJournal } from '../../src/write/journal.ts';
import { createOwner, type Owner } from '../../src/write/owner.ts';
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

describe('the owner of staged files', () => {
  /** Staged files of an owner that differs from this process. */
  function owned(differences: Partial<Owner>): { readonly folder: string; readonly staging: string } {
    const folder = path.join(temporaryFolder(), 'public');
    const staging = stagingFolder(folder);
    const owner = { ...createOwner([process.pid]), ...differences };
    writeSiteFile(staging, 'owner.json', JSON.stringify(owner));
    return { folder, staging };
  }

  const elsewhere = { host: 'other', boot: 'other' };

  test.runIf(process.platform === 'linux').each<[string, Partial<Owner>]>([
    ['whose number another process has now', { processes: [{ id: process.pid, start: '1' }] }],
    ['that has run before the system was started again', { boot: 'other', namedAt: 1 }],
  ])('%s is not waited for', async (_, differences) => {
    const { folder } = owned(differences);
    let waits = 0;
    await writeSite(folder, texts({ 'a.html': 'a' }), { ...BUNDLE, onWait: () => waits++ });
    expect([waits, readdirSync(path.dirname(folder))]).toEqual([0, ['public']]);
  });

  test('that runs elsewhere is waited for, and the build says how to end that', async () => {
    const { folder, staging } = owned({ ...elsewhere, processes: [{ id: 12, start: '' }] });
    const notices: string[] = [];
    const onLongWait = (notice: string): void => {
      notices.push(notice);
      setOwners(staging, [ENDED]);
    };
    await writeSite(folder, texts({ 'a.html': 'a' }), { ...BUNDLE, onLongWait });
    expect(notices).toEqual([
      `waiting for another build (process 12 on other): wait for it to end; if it is not running any more, delete ${staging}`,
    ]);
    finishBuild(owned(elsewhere).folder);
  });

  test('is one of several builds that have seen the end of the last one', async () => {
    const folder = path.join(temporaryFolder(), 'public');
    const staging = stagingFolder(folder);
    writeSiteFile(path.join(staging, 'files'), 'old.html', 'old');
    writeJournal(staging, {
      staged: 'files',
      links: [],
      files: ['old.html'],
      deletions: ['0.html'],
      folders: [],
    });
    setOwners(staging, [ENDED]);
    const names = ['a.html', 'b.html', 'c.html'];
    await Promise.all(names.map((name) => writeSite(folder, texts({ '0.html': name }), BUNDLE)));
    expect(listAll(folder)).toEqual(['0.html', 'old.html']);
    expect(readdirSync(path.dirname(folder))).toEqual(['public']);
  });

  test.runIf(process.platform === 'linux')(
    'that has ended without the knowledge of its parent has ended',
    async () => {
      const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 30'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      onTestFinished(() => void parent.kill());
      const [id] = (await once(parent.stdout, 'data')) as [Buffer];
      const { folder } = owned({ processes: [{ id: Number(id.toString()), start: '' }] });
      await writeSite(folder, texts({ 'a.html': 'a' }), BUNDLE);
      expect(readdirSync(path.dirname(folder))).toEqual(['public']);
    },
  );
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

describe('what an author has at the path of the staged files', () => {
  test.each(['.public.deckwright', '.public.deckwright/mine.txt', '.public.deckwright/owner.json/mine.txt'])(
    'stays, and stops a build: %s',
    async (file) => {
      const above = temporaryFolder();
      const folder = path.join(above, 'public');
      for (const name of ['public/a.html', file]) writeSiteFile(above, name, 'mine');
      const before = listAll(above);
      finishBuild(folder);
      const build = writeSite(folder, texts({ 'a.html': 'a' }), BUNDLE);
      await expect(build).rejects.toThrow(/not of a build[^]*Rename or delete \.public\.deckwright/);
      await expect(build).rejects.toBeInstanceOf(DeckError);
      expect(listAll(above)).toEqual(before);
    },
  );

  test('stays where a link leads to it', async () => {
    const [above, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeSiteFile(elsewhere, 'journal.json', '{}');
    symlinkSync(elsewhere, path.join(above, '.public.deckwright'));
    await expect(writeSite(path.join(above, 'public'), texts({ 'a.html': 'a' }), BUNDLE)).rejects.toThrow(
      'not of a',
    );
    expect(listAll(elsewhere)).toEqual(['journal.json']);
  });
});

test('a build with nothing to write finishes what an interrupted one has left, so that no later command does', async () => {
  const folder = path.join(temporaryFolder(), 'public');
  writeSiteFile(folder, 'a.html', 'a');
  const staging = stagingFolder(folder);
  writeSiteFile(path.join(staging, 'files'), 'a.html', 'b');
  writeJournal(staging, { staged: 'files', links: [], files: ['a.html'], deletions: [], folders: [] });
  setOwners(staging, [ENDED]);
  await writeSite(folder, texts({ 'a.html': 'a' }), BUNDLE);
  finishBuild(folder);
  expect(readFileSync(path.join(folder, 'a.html'), 'utf8')).toBe('a');
  expect(existsSync(staging)).toBe(false);
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
