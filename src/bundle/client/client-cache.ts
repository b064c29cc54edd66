/**
 * The cache of bundled clients. A site needs the same client while only its texts change, so each client is stored under
 * a hash of all its inputs, and Vite runs only on a cache miss: the code that runs it is imported then.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createCacheFolder, findCacheFolder } from './cache-folder.ts';
import { explainClientFailure } from './client-failure.ts';
import { type ClientManifest, isClientManifest, isManifest, type Manifest } from './client-manifest.ts';
import type { ClientRequest } from './client-modules.ts';
import type { ClientPackages } from '../packages.ts';
import { bundleFolder, clientFolder, dependencyFolder, themesFolder } from '../package-folder.ts';

/** A manifest with the absolute folder of its files, which have the same paths in it as in the destination. */
type WithFolder<M> = M & { readonly folder: string };

/** A bundled client in the cache, ready to be copied. */
export type BundledClient = WithFolder<ClientManifest>;

/** How long an unused client is kept: 30 days, in milliseconds. Each is about a megabyte. */
const MAX_AGE = 30 * 24 * 60 * 60 * 1000;
/** The age at which a draft is considered abandoned by an interrupted build: an hour, in milliseconds. */
const DRAFT_MAX_AGE = 60 * 60 * 1000;
const MANIFEST = 'manifest.json';
/** The folder of a client, or a draft of it. */
const CLIENT_RE = /^[0-9a-f]{24}(?:\..+)?$/;

/** A chunk of our compiled code: a hash of its content is part of its name, so that it need not be read. */
const CHUNK_RE = /[\\/]dist[\\/]assets[\\/][^\\/]+-[\w-]{8}\.js$/;

/** Provides the client that decks request, from the cache or newly bundled. */
export function provideClient(request: ClientRequest, cacheDir?: string): Promise<BundledClient> {
  const folder = path.join(cacheFolder(cacheDir), cacheKey(request));
  const { packages } = request;
  return provide({ folder, isManifest: isClientManifest, packages }, async (draft) => {
    const { bundleClient } = await import('./client-build.ts');
    return bundleClient(request, draft);
  });
}

/** Provides the classic script for the dev server: the only part of a client that Vite can't serve as modules. */
export function provideClassic(): Promise<WithFolder<Manifest>> {
  const folder = path.join(cacheFolder(), cacheKey());
  return provide({ folder, isManifest, packages: NO_PACKAGES }, async (draft) => {
    const { bundleClassic } = await import('./client-build.ts');
    return { files: (await bundleClassic(draft)).map(({ fileName }) => fileName) };
  });
}

const NO_PACKAGES: ClientPackages = { katex: undefined, mermaid: undefined };

/**
 * Deletes all other clients from the cache, for `--gc`. The script of the dev server and fresh drafts are kept, because a
 * server or another build may be running.
 * @returns how many were deleted
 */
export function deleteOtherClients({ folder }: Pick<BundledClient, 'folder'>): number {
  const cache = path.dirname(folder);
  const current = [path.basename(folder), cacheKey()];
  const others = readdirSync(cache).filter((name) => CLIENT_RE.test(name) && !current.includes(name));
  const deleted = others.filter(
    (name) => !name.includes('.') || isOlder(path.join(cache, name), DRAFT_MAX_AGE),
  );
  for (const name of deleted) deleteIfAllowed(path.join(cache, name));
  return deleted.length;
}

/** The folder of the records of builds in the cache. */
const RECORDS = 'builds';

/** The file next to a client in the cache for what the next build has to know of a destination. */
export function findBuildRecord({ folder }: Pick<BundledClient, 'folder'>, destination: string): string {
  const key = createHash('sha256').update(destination).digest('hex').slice(0, 24);
  return path.join(path.dirname(folder), RECORDS, `${key}.json`);
}

/** A folder of the cache, and the guard for its manifest. */
interface CacheEntry<M extends Manifest> {
  readonly folder: string;
  readonly isManifest: (value: unknown) => value is M;
  /** The packages of the site that are in it. */
  readonly packages: ClientPackages;
}

/** Reads a cache entry, or makes it in a draft folder. */
async function provide<M extends Manifest>(
  entry: CacheEntry<M>,
  make: (draft: string) => Promise<M>,
): Promise<WithFolder<M>> {
  const known = readClient(entry);
  if (known) return known;
  const draft = `${entry.folder}.${randomUUID()}`;
  const manifest = await makeDraft(entry, draft, make);
  deleteUnused(path.dirname(entry.folder));
  return commitDraft(draft, manifest, entry);
}

/** Makes a draft. Nothing of one that fails stays. */
async function makeDraft<M extends Manifest>(
  { folder, packages }: CacheEntry<M>,
  draft: string,
  make: (draft: string) => Promise<M>,
): Promise<M> {
  try {
    const manifest = await make(draft);
    writeFileSync(path.join(draft, MANIFEST), JSON.stringify(manifest));
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw explainClientFailure(error, { cache: path.dirname(folder), packages }) ?? error;
  }
}

/**
 * Renames a draft to its final folder. If several builds make the same client at once, the first one is kept. If the
 * final folder is broken and belongs to another user, the draft is used.
 */
function commitDraft<M extends Manifest>(draft: string, manifest: M, entry: CacheEntry<M>): WithFolder<M> {
  const { folder } = entry;
  try {
    renameSync(draft, folder);
    return { ...manifest, folder };
  } catch {
    const other = readClient(entry);
    if (!other) return { ...manifest, folder: draft };
    rmSync(draft, { recursive: true, force: true });
    return other;
  }
}

/** Reads an existing client. A folder with missing files or an invalid manifest is deleted. */
function readClient<M extends Manifest>({ folder, isManifest }: CacheEntry<M>): WithFolder<M> | undefined {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  const manifest = parse(readFileSync(file, 'utf8'));
  if (isManifest(manifest) && manifest.files.every((name) => existsSync(path.join(folder, name)))) {
    markAsUsed(folder);
    return { ...manifest, folder };
  }
  deleteIfAllowed(folder);
  return undefined;
}

/** Sets the time of the last use. In a folder of `--cacheDir` that several users share, only the owner may. */
function markAsUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // The client of another user is deleted by its age, and then made again.
  }
}

/** Deletes a folder. That of another user stays. */
function deleteIfAllowed(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It takes space, but does no harm.
  }
}

/** Parses JSON; `undefined` for any other text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The folder of the cache: the one of `--cacheDir`, or that of the user. */
const cacheFolder = (cacheDir?: string): string =>
  cacheDir === undefined ? findCacheFolder() : createCacheFolder(cacheDir);

/** The cache key of a client; without a request, that of the classic script. */
function cacheKey(request?: ClientRequest): string {
  const hash = createHash('sha256');
  const add = (content: string | Uint8Array): void => void hash.update(content).update('\0');
  const { features = [], styles = [], scripts = ['alone'], isForDisk = false, packages } = request ?? {};
  const { parts = [], subsets = [], hasList = false } = request ?? {};
  add(JSON.stringify([clientFolder(), features, styles, scripts, isForDisk, hasList, parts, subsets]));
  // A client without formulas or diagrams does not depend on these packages.
  const katex = styles.some(({ math }) => math) ? packages?.katex : undefined;
  const mermaid = features.includes('mermaid') ? packages?.mermaid : undefined;
  const folders = ['vite', 'reveal.js', 'highlight.js'].map(dependencyFolder);
  for (const folder of [...folders, katex, mermaid])
    if (folder !== undefined) add(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // Our own code is an input, too.
  for (const file of [clientFolder(), bundleFolder(), themesFolder()].flatMap(codeFiles))
    add(CHUNK_RE.test(file) ? path.basename(file) : readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}

/** The files of our own code in a folder, but not those of types. */
const codeFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.(?:ts|js|css)$/.test(file))
    .sort()
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).isFile());

function deleteUnused(cache: string): void {
  // A folder named with --cacheDir may hold files of others.
  const clients = readdirSync(cache).filter((name) => CLIENT_RE.test(name));
  const records = path.join(cache, RECORDS);
  const files = existsSync(records) ? readdirSync(records).map((name) => path.join(records, name)) : [];
  for (const entry of [...clients.map((name) => path.join(cache, name)), ...files])
    if (isOlder(entry, MAX_AGE)) deleteIfAllowed(entry);
}

/** Whether a folder was last used longer ago than this; false if it is gone. */
function isOlder(folder: string, milliseconds: number): boolean {
  const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  return Date.now() - used > milliseconds;
}
