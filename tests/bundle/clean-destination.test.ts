import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCleanable, cleanDestination } from '../../src/bundle/clean-destination.ts';
import { type DeckwrightOptions, openSite } from '../../src/bundle/open-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const DECK = '+++\noutputs = ["Reveal"]\n+++\n# A\n';

/** The codes of what forbids to clean. */
function refusal(options: DeckwrightOptions): string {
  try {
    checkCleanable(openSite(options));
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('what is deleted', () => {
  test('files that were not written, and folders that are empty then; what begins with a dot stays', () => {
    const folder = temporaryFolder();
    for (const file of [
      'index.html',
      'old.html',
      'a/b/old.png',
      'a/new.png',
      '.nojekyll',
      '.git/config',
      'c/.keep',
    ])
      writeSiteFile(folder, file, '');
    expect(cleanDestination(folder, ['index.html', 'a/new.png'])).toEqual(['a/b/old.png', 'old.html']);
    expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual(
      ['.git', '.git/config', '.nojekyll', 'a', 'a/new.png', 'c', 'c/.keep', 'index.html'].map((file) =>
        path.normalize(file),
      ),
    );
  });

  test('never what a link leads to', () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(path.join(elsewhere, 'mine.txt'), '');
    // On Windows, only an administrator makes links, or anybody in developer mode.
    for (const link of ['dead', 'live']) symlinkSync(elsewhere, path.join(folder, link));
    // What was written to live/a.png was written through the link.
    writeFileSync(path.join(elsewhere, 'a.png'), '');
    expect(cleanDestination(folder, ['live/a.png'])).toEqual(['dead']);
    expect(readdirSync(elsewhere).sort()).toEqual(['a.png', 'mine.txt']);
    expect(existsSync(path.join(folder, 'live/a.png'))).toBe(true);
  });

  test('not what a disk spells in another way', () => {
    const folder = temporaryFolder();
    writeSiteFile(folder, 'Caf\u00E9/A.png', '');
    expect(cleanDestination(folder, ['cafe\u0301/a.png'])).toEqual([]);
  });
});

describe('what forbids it', () => {
  const site = writeSite(`-- content/_index.md --\n${DECK}\n-- out/static/a.txt --\n`);

  test('nothing, where the destination has the site alone', () => {
    expect(refusal({ source: site })).toBe('');
    expect(refusal({ source: site, destination: path.join(temporaryFolder(), 'new') })).toBe('');
  });

  test('the site itself, its files, and the home folder', () => {
    expect(refusal({ source: site, destination: path.dirname(site) })).toMatch(
      /^error destination-holds-source\n.* was not cleaned because it contains .*\nhint: Use a destination /,
    );
    writeSiteFile(site, 'hugo.toml', '[[module.mounts]]\nsource = "out/static"\ntarget = "static"\n');
    expect(refusal({ source: site, destination: path.join(site, 'out') })).toMatch(
      /contains .*out\/static$/m,
    );
    expect(refusal({ source: site, destination: os.homedir() })).toMatch(/^error destination-holds-source/);
  });

  test('the site behind a link', () => {
    const folder = temporaryFolder();
    // On Windows, only an administrator makes links, or anybody in developer mode.
    symlinkSync(path.dirname(site), path.join(folder, 'link'));
    expect(refusal({ source: site, destination: path.join(folder, 'link') })).toMatch(
      /^error destination-holds-source/,
    );
    mkdirSync(path.join(folder, 'other'));
    // On Windows, only an administrator makes links, or anybody in developer mode.
    symlinkSync(path.join(site, 'content'), path.join(folder, 'other/out'));
    expect(refusal({ source: site, destination: path.join(folder, 'other/out') })).toMatch(
      /^error destination-is-source/,
    );
  });
});
