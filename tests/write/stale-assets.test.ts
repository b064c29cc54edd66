/** Files of the bundle that no page needs any more, and what an author has put next to them. */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeSite, type WriteOptions } from '../../src/write/write-site.ts';
import { listAll, textFiles as texts } from '../support/site-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

/** Options of builds that know what earlier ones have written. */
const withRecord = (): WriteOptions => ({
  bundle: 'deck-assets',
  buildRecord: path.join(temporaryFolder(), 'record.json'),
});

const WITHOUT_RECORD: WriteOptions = { bundle: 'deck-assets' };

const listAssets = (folder: string): readonly string[] => listAll(path.join(folder, 'deck-assets'));

describe('what an earlier build has written', () => {
  test('is deleted if neither a page of the build nor one that stays names it', async () => {
    const [folder, options] = [temporaryFolder(), withRecord()];
    const before = {
      'draft/index.html': '<link rel="stylesheet" href="../deck-assets/kept-1.css">',
      'deck-assets/kept-1.css': '@font-face { src: url(fonts/kept-2.woff2) }',
      'deck-assets/fonts/kept-2.woff2': 'x',
      'deck-assets/fonts/stale-3.woff2': 'x',
      'deck-assets/stale-4/a.js': 'x',
    };
    await writeSite(folder, texts(before), options);
    await writeSite(folder, texts({ 'deck-assets/new.css': 'n', 'index.html': 'new.css' }), options);
    expect(listAssets(folder)).toEqual(['fonts', 'fonts/kept-2.woff2', 'kept-1.css', 'new.css']);
    // The author deletes the page that has needed it.
    rmSync(path.join(folder, 'draft'), { recursive: true });
    await writeSite(folder, texts({ 'deck-assets/new.css': 'n', 'index.html': 'new.css' }), options);
    expect(listAssets(folder)).toEqual(['new.css']);
  });

  test('is deleted without a record if a replaced page has named it, and what else it has named', async () => {
    const folder = temporaryFolder();
    const before = {
      'deck-assets/a-12345678.css': 'url(./b-12345678.woff2)',
      'deck-assets/b-12345678.woff2': 'x',
      'deck-assets/c-12345678.js': 'x',
      'index.html': 'a-12345678.css c-12345678.js',
      'draft/index.html': 'c-12345678.js',
    };
    await writeSite(folder, texts(before), WITHOUT_RECORD);
    const after = texts({ 'deck-assets/a-abcdefgh.css': '', 'index.html': 'a-abcdefgh.css' });
    await writeSite(folder, after, WITHOUT_RECORD);
    expect(listAssets(folder)).toEqual(['a-abcdefgh.css', 'c-12345678.js']);
  });
});

describe('what an author has put into the folder of the bundle', () => {
  const mine = {
    'mine.txt': 'no page names it',
    'mine-12345678.css': 'it looks like a file of a build',
    'used-12345678.js': 'a page names it, and still does',
    'notes.css': 'a page has named it',
    'own/a.woff2': 'it has a folder of its own',
    'stale-12345678.css': 'a build has written a file of this name, and the author another one',
  };
  const before = {
    'index.html': '<script src="deck-assets/used-12345678.js"></script> notes.css',
    'deck-assets/stale-12345678.css': 'of the build',
  };
  const after = { 'index.html': 'new <script src="deck-assets/used-12345678.js"></script>' };

  test.each([
    ['with', withRecord()],
    ['without', WITHOUT_RECORD],
  ])('stays, %s a record', async (_, options) => {
    const folder = temporaryFolder();
    await writeSite(folder, texts(before), options);
    for (const [name, text] of Object.entries(mine)) writeSiteFile(folder, `deck-assets/${name}`, text);
    for (const site of [after, { 'index.html': 'newest used-12345678.js' }]) {
      await writeSite(folder, texts(site), options);
      expect(listAssets(folder)).toEqual(['own', ...Object.keys(mine)].sort());
    }
  });

  test('stays if it is a link, which is not followed', async () => {
    const [folder, elsewhere, options] = [temporaryFolder(), temporaryFolder(), withRecord()];
    writeFileSync(path.join(elsewhere, 'a-12345678.css'), 'mine');
    mkdirSync(path.join(folder, 'deck-assets'));
    symlinkSync(elsewhere, path.join(folder, 'deck-assets/link'));
    symlinkSync(path.join(elsewhere, 'a-12345678.css'), path.join(folder, 'deck-assets/b-12345678.css'));
    await writeSite(folder, texts({ 'index.html': 'a-12345678.css' }), options);
    await writeSite(folder, texts({ 'index.html': 'new' }), options);
    expect(listAssets(folder)).toContain('link');
    expect(listAssets(folder)).toContain('b-12345678.css');
    expect(existsSync(path.join(elsewhere, 'a-12345678.css'))).toBe(true);
  });
});
