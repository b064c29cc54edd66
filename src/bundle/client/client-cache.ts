/**
 * The bundled client. A site asks for the same one again and again, while only its words change, so each is kept under
 * a key of all that goes into it, and Vite is started only where there is none yet.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleClassic, bundleClient, type ClientManifest } from './client-build.ts';
import type { ClientRequest } from './client-modules.ts';
import { styleName } from '../styles/looks.ts';
import { bundleFolder, clientFolder, dependencyFolder, packageFolder } from '../package-folder.ts';

/** Something bundled: what it says of itself, and at the least which files it has. */
type Manifest = Pick<ClientManifest, 'files'>;

/** Absolute: the files stand below it as they do below the destination. */
type InFolder<M> = M & { readonly folder: string };

/** A client that is ready to be copied. */
export type BundledClient = InFolder<ClientManifest>;

/** One that nobody has asked for in this time is deleted: 30 days, in milliseconds. Each is about a megabyte. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
const MANIFEST = 'manifest.json';

/** The client that decks ask for, from the cache or made now. */
export function provideClient(request: ClientRequest): Promise<BundledClient> {
  return provide(keyOf(request), (folder) => bundleClient(request, folder));
}

/** The classic script alone, for the dev server: the only part of a client that Vite can't serve as modules. */
export function provideClassic(): Promise<InFolder<Manifest>> {
  return provide(keyOf(), async (folder) => ({
    files: (await bundleClassic(folder)).map(({ fileName }) => fileName),
  }));
}

/** What is kept under a key, or what is made now in a folder that is given. */
async function provide<M extends Manifest>(
  key: string,
  make: (folder: string) => Promise<M>,
): Promise<InFolder<M>> {
  const cache = cacheFolder();
  const folder = path.join(cache, key);
  const known = readClient<M>(folder);
  if (known) return known;
  const draft = `${folder}.${randomUUID()}`;
  const manifest = await make(draft);
  writeFileSync(path.join(draft, MANIFEST), JSON.stringify(manifest));
  forgetUnused(cache);
  return moveInPlace(draft, folder, manifest);
}

/** Several builds may make the same client at once: the folder appears whole or not at all, and the first one stays. */
function moveInPlace<M extends Manifest>(draft: string, folder: string, manifest: M): InFolder<M> {
  try {
    renameSync(draft, folder);
    return { ...manifest, folder };
  } catch (error) {
    const other = readClient<M>(folder);
    if (!other) throw error;
    rmSync(draft, { recursive: true, force: true });
    return other;
  }
}

/** A client that is there; one that has lost a file is cleared away. */
function readClient<M extends Manifest>(folder: string): InFolder<M> | undefined {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) return undefined;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as M;
  if (manifest.files.every((name) => existsSync(path.join(folder, name)))) {
    const now = new Date();
    utimesSync(folder, now, now);
    return { ...manifest, folder };
  }
  rmSync(folder, { recursive: true, force: true });
  return undefined;
}

/** Beside the packages that it is made from; in the folder for temporary files where that can't be written. */
function cacheFolder(): string {
  const own = packageFolder();
  const modules =
    path.basename(path.dirname(own)) === 'node_modules' ? path.dirname(own) : path.join(own, 'node_modules');
  const folder = path.join(modules, '.cache', 'deckwright');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    const temporary = path.join(os.tmpdir(), 'deckwright-cache');
    mkdirSync(temporary, { recursive: true });
    return temporary;
  }
}

/** Without a request: the key of the classic script. */
function keyOf(request?: ClientRequest): string {
  const hash = createHash('sha256');
  const add = (text: string): void => void hash.update(`${text}\0`);
  const { features = [], styles = [], scripts = ['alone'], isForDisk = false, packages } = request ?? {};
  const { parts = [], subsets = [] } = request ?? {};
  add(JSON.stringify([clientFolder(), features, styles.map(styleName), scripts, isForDisk, parts, subsets]));
  // A client without formulas or diagrams is the same, whichever of these a site has.
  const katex = styles.some(({ math }) => math) ? packages?.katex : undefined;
  const mermaid = features.includes('mermaid') ? packages?.mermaid : undefined;
  const folders = ['vite', 'reveal.js', 'highlight.js'].map(dependencyFolder);
  for (const folder of [...folders, katex, mermaid])
    if (folder !== undefined) add(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // Our own code decides how a client is made.
  for (const folder of [clientFolder(), bundleFolder()]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const full = path.join(folder, file);
      if (/\.(?:ts|js|css)$/.test(file) && statSync(full).isFile()) add(readFileSync(full, 'utf8'));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

function forgetUnused(cache: string): void {
  for (const name of readdirSync(cache)) {
    const used = statSync(path.join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - used > KEPT_FOR) rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}
