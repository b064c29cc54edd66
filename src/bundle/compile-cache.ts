/**
 * Caches our compiled code for the next run, in Node 20: from Node 22 on, Node does it. Only scripts can be compiled from
 * a cache there, so `vite.config.ts` writes our code as CommonJS.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { findCacheFolder } from './client/cache-folder.ts';
import { bundleFolder } from './package-folder.ts';

/** The folders of a cache of compiled code. */
export interface CompileCacheOptions {
  /** The folder of the code; files in folders below it are not cached, nor those that import modules. */
  readonly code: string;
  /** The folder of the cache. It must be as trustworthy as the code, because what is in it is run. */
  readonly cache: string;
}

/** A file of our code. */
interface Code {
  readonly file: string;
  readonly source: Buffer;
  /** The path of its cache entry: the compiled code, then the checksums of its source and of itself. */
  readonly entry: string;
}

/**
 * An import as the compiled code has it: of a name, or of a value on a line of its own. Scripts from a cache can't import
 * modules without a warning of Node.
 */
const IMPORTS = ['import("', 'import(\n'];
/** The size of the checksums at the end of an entry, in bytes. */
const CHECKSUMS = 8;
/** The hash in the name of a file. An entry has none, so that it is replaced when the code changes. */
const HASH_RE = /-[\w-]{8}(?=\.js$)/;

/** Caches the code in `dist/assets/`, next to the bundled clients. Does nothing if Node's own cache is disabled. */
export function enableCompileCache(): void {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return;
  try {
    const cache = path.join(findCacheFolder(), 'compiled');
    process.once('exit', cacheCompiledCode({ code: bundleFolder(), cache }));
  } catch {
    // Without a cache, the code is compiled.
  }
}

/**
 * Loads the scripts of a folder by way of a cache.
 * @returns a function that writes new code to the cache, with all functions that have been called by then
 * @throws {Error} when the folder of the cache can't be created
 */
export function cacheCompiledCode({ code, cache }: CompileCacheOptions): () => void {
  mkdirSync(cache, { recursive: true });
  const { extensions } = createRequire(import.meta.url);
  const load = extensions['.js'];
  const save: (() => void)[] = [];
  extensions['.js'] = (module, file) => {
    if (path.dirname(file) !== code) return load(module, file);
    const name = path.basename(file).replace(HASH_RE, '');
    const entry = path.join(cache, `${name}-${process.version}-${process.arch}`);
    const loaded = { file, entry, source: readFileSync(file) };
    if (IMPORTS.some((text) => loaded.source.includes(text))) return load(module, file);
    const cachedData = readEntry(loaded);
    const script = compile(loaded, cachedData);
    if (script.cachedDataRejected !== false) save.push(() => writeEntry(loaded, script.createCachedData()));
    return run(script, module, file);
  };
  return () => {
    for (const write of save) write();
  };
}

/** Compiles code, or takes it from the cache; `cachedDataRejected` of the result is `false` then. */
function compile({ file, source }: Code, cachedData: Buffer | undefined): Script {
  return new Script(wrap(source.toString()), { filename: file, ...(cachedData && { cachedData }) });
}

function run(script: Script, module: NodeJS.Module, file: string): void {
  const main = script.runInThisContext() as (...names: readonly unknown[]) => void;
  main.call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
}

/** Reads compiled code; `undefined` if there is none, or if it is damaged or that of another source. */
function readEntry({ source, entry }: Code): Buffer | undefined {
  try {
    const bytes = readFileSync(entry);
    const compiled = bytes.subarray(0, -CHECKSUMS);
    return bytes.subarray(-CHECKSUMS).equals(checksumsOf(source, compiled)) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a whole entry or none: others may read it. */
function writeEntry({ source, entry }: Code, compiled: Buffer): void {
  const draft = `${entry}.${process.pid}`;
  try {
    writeFileSync(draft, Buffer.concat([compiled, checksumsOf(source, compiled)]));
    renameSync(draft, entry);
  } catch {
    // The next run compiles the code again.
  }
}

function checksumsOf(source: Buffer, compiled: Buffer): Buffer {
  const sums = Buffer.alloc(CHECKSUMS);
  sums.writeUInt32LE(crc32(source), 0);
  sums.writeUInt32LE(crc32(compiled), CHECKSUMS / 2);
  return sums;
}
