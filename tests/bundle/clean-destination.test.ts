import { mkdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCleanable } from '../../src/bundle/clean-destination.ts';
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
