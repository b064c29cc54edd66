/** The cache of bundles is next to the packages or in a folder that only the user can write to. */
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CacheHost,
  createCacheFolder,
  findCacheFolder,
} from '../../../src/bundle/client/cache-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const user = process.getuid?.();
const isRoot = user === 0;

/** A user whose packages are read-only: the folder of the packages is a file. */
function readOnly(more: Partial<CacheHost> = {}): CacheHost & { readonly top: string } {
  const top = temporaryFolder();
  for (const name of ['home', 'tmp']) mkdirSync(path.join(top, name));
  return {
    top,
    packageFolder: path.join(import.meta.filename, 'deckwright'),
    platform: 'linux',
    home: path.join(top, 'home'),
    temporary: path.join(top, 'tmp'),
    variables: {},
    user,
    ...more,
  };
}

const below = (host: { readonly top: string }, folder: string): string =>
  path.relative(host.top, folder).replaceAll(path.sep, '/');

describe('next to the packages', () => {
  test.each(['node_modules/deckwright', 'checkout'])('%s', (own) => {
    const host = readOnly();
    const folder = path.join(host.top, own);
    mkdirSync(folder, { recursive: true });
    const found = own === 'checkout' ? 'checkout/node_modules' : 'node_modules';
    expect(below(host, findCacheFolder({ ...host, packageFolder: folder }))).toBe(
      `${found}/.cache/deckwright`,
    );
  });

  test.runIf(isRoot)('a folder of somebody else is not used, unless the packages are theirs', () => {
    const host = readOnly();
    const own = path.join(host.top, 'node_modules/deckwright');
    const cache = path.join(host.top, 'node_modules/.cache/deckwright');
    for (const folder of [own, cache]) mkdirSync(folder, { recursive: true });
    chownSync(cache, 1, 1);
    expect(below(host, findCacheFolder({ ...host, packageFolder: own }))).toBe('home/.cache/deckwright');
    chownSync(own, 1, 1);
    expect(findCacheFolder({ ...host, packageFolder: own })).toBe(cache);
  });
});

describe('packages that are read-only', () => {
  test.each<[string, string, Partial<CacheHost>]>([
    ['the home of the user', 'home/.cache/deckwright', {}],
    ['macOS', 'home/Library/Caches/deckwright', { platform: 'darwin' }],
    ['Windows', 'home/AppData/Local/deckwright', { platform: 'win32' }],
    ['a relative XDG_CACHE_HOME', 'home/.cache/deckwright', { variables: { XDG_CACHE_HOME: 'caches' } }],
  ])('%s', (_, expected, more) => {
    const host = readOnly(more);
    const folder = findCacheFolder(host);
    expect(below(host, folder)).toBe(expected);
    if (user !== undefined) expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(findCacheFolder(host)).toBe(folder);
  });

  test.each(['XDG_CACHE_HOME', 'LOCALAPPDATA'])('%s', (name) => {
    const host = readOnly({ platform: 'win32' });
    const variables = { [name]: path.join(host.top, 'caches') };
    expect(below(host, findCacheFolder({ ...host, variables }))).toBe('caches/deckwright');
  });

  test('a user without a home has a temporary folder', () => {
    const host = readOnly({ home: path.join(import.meta.filename, 'home') });
    expect(below(host, findCacheFolder(host))).toBe(`tmp/deckwright-cache-${user ?? 'user'}`);
  });

  test.runIf(isRoot)('with sudo, nothing is created in the home of the user', () => {
    const host = readOnly();
    chownSync(host.home, 1, 1);
    expect(below(host, findCacheFolder(host))).toBe('tmp/deckwright-cache-0');
    expect(existsSync(path.join(host.home, '.cache'))).toBe(false);
  });
});

describe.runIf(user !== undefined)('a folder is not used', () => {
  const makeHomeless = (): ReturnType<typeof readOnly> & { taken: string } => {
    const host = readOnly({ home: path.join(import.meta.filename, 'home') });
    return { ...host, taken: path.join(host.temporary, `deckwright-cache-${user}`) };
  };

  test('that others can write to', () => {
    const host = readOnly();
    const open = path.join(host.home, '.cache/deckwright');
    mkdirSync(open, { recursive: true });
    chmodSync(open, 0o777);
    expect(below(host, findCacheFolder(host))).toMatch(/^tmp\//);
  });

  test.runIf(isRoot)('that somebody else has made', () => {
    const host = makeHomeless();
    mkdirSync(host.taken, { mode: 0o700 });
    chownSync(host.taken, 1, 1);
    expect(below(host, findCacheFolder(host))).toMatch(/^tmp\/deckwright-cache-\w{6}$/);
  });

  test.runIf(isRoot)('that somebody else has linked to a folder of the user', () => {
    const host = makeHomeless();
    const own = path.join(host.top, 'own');
    mkdirSync(own, { mode: 0o700 });
    symlinkSync(own, host.taken);
    expect(findCacheFolder(host)).toBe(host.taken);
    rmSync(host.taken);
    symlinkSync(path.join(host.top, 'home'), host.taken);
    chownSync(path.join(host.top, 'home'), 1, 1);
    expect(below(host, findCacheFolder(host))).toMatch(/^tmp\/deckwright-cache-\w{6}$/);
  });

  test('whose place is a file', () => {
    const host = makeHomeless();
    symlinkSync(import.meta.filename, host.taken);
    expect(below(host, findCacheFolder(host))).toMatch(/^tmp\/deckwright-cache-\w{6}$/);
  });
});

test('a folder of --cacheDir is where it is named', () => {
  const top = temporaryFolder();
  expect(createCacheFolder(top)).toBe(path.join(top, 'deckwright'));
});
