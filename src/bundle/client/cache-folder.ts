/**
 * Finds the folder of the bundle cache. What is in it gets published, so each user has a folder of their own that nobody
 * else can write to, unless the packages themselves belong to somebody else.
 */
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import { packageFolder } from '../package-folder.ts';

/** The user and the machine, as far as the place of the cache depends on them. */
export interface CacheHost {
  /** The folder of deckwright's package. */
  readonly packageFolder: string;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly temporary: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The id of the user; `undefined` on Windows, where the folders of a user are protected by their place. */
  readonly user: number | undefined;
}

/** The user that runs this process. */
const currentHost = (): CacheHost => ({
  packageFolder: packageFolder(),
  platform: process.platform,
  home: os.homedir(),
  temporary: os.tmpdir(),
  variables: process.env,
  user: process.getuid?.(),
});

/**
 * Finds or creates the folder of the cache: `node_modules/.cache` next to the packages, a folder of the user if the
 * packages are read-only, or a temporary one if the user has none.
 */
export function findCacheFolder(host: CacheHost = currentHost()): string {
  return nextToPackages(host) ?? ofUser(host) ?? temporaryFolder(host);
}

/** The folder next to the packages. Whoever owns the packages may own it, because they could change our code as well. */
function nextToPackages({ packageFolder: own, user }: CacheHost): string | undefined {
  const parent = path.dirname(own);
  const modules = path.basename(parent) === 'node_modules' ? parent : path.join(own, 'node_modules');
  const folder = path.join(modules, '.cache', 'deckwright');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const owner = statSync(folder).uid;
    return user === undefined || owner === user || owner === statSync(own).uid ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of the user for caches, by the habits of the system. */
function ofUser(host: CacheHost): string | undefined {
  const { platform, home, variables } = host;
  const { XDG_CACHE_HOME: named = '', LOCALAPPDATA: local = '' } = variables;
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    darwin: path.join(home, 'Library', 'Caches'),
    win32: local || path.join(home, 'AppData', 'Local'),
  };
  // By its specification, the variable counts only as an absolute path.
  const caches = path.isAbsolute(named) ? named : (folders[platform] ?? path.join(home, '.cache'));
  return createPrivate(path.join(caches, 'deckwright'), host);
}

function temporaryFolder(host: CacheHost): string {
  const { temporary, user } = host;
  const known = createPrivate(path.join(temporary, `deckwright-cache-${user ?? 'user'}`), host);
  if (known !== undefined) return known;
  const folder = mkdtempSync(path.join(temporary, 'deckwright-cache-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The permissions of others to write. */
const OTHERS_WRITE = 0o022;

/** Creates a folder for one user; `undefined` if it can't be written, belongs to another user or is open to others. */
function createPrivate(folder: string, { user }: CacheHost): string | undefined {
  try {
    // A folder in the home of another user, as with `sudo`, would lock that user out.
    if (user === 0 && ownerAbove(folder) !== user) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    const found = statSync(folder);
    const isOwn = user === undefined || (found.uid === user && lstatSync(folder).uid === user);
    const isOpen = user !== undefined && (found.mode & OTHERS_WRITE) !== 0;
    return isOwn && !isOpen ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** The owner of a folder, or of the nearest one above it that exists. */
function ownerAbove(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.uid ?? ownerAbove(path.dirname(folder));
}

/**
 * Creates a subfolder of the folder of `--cacheDir`, which other tools may use, too.
 * @throws {DeckError} when it can't be written
 */
export function createCacheFolder(cacheDir: string): string {
  const folder = path.join(path.resolve(cacheDir), 'deckwright');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    throw new DeckError([
      createDiagnostic({
        code: 'cache-refuses',
        message: `${folder} can't be written: ${(error as Error).message}`,
        hint: 'Use another folder with --cacheDir, or omit it.',
      }),
    ]);
  }
}
