/** Access to the author's folder: on disk, or in memory for tests. Paths are below its root, with `/`. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from './decode-text.ts';

/** Read access to a folder and nothing outside it. */
export interface Files {
  /** Reads a file as text, in UTF-8 or by its byte order mark; `undefined` if it does not exist. */
  read(file: string): string | undefined;
  /** Reads a file as bytes; `undefined` if it does not exist, or has more than 2 GiB. */
  readBytes(file: string): Uint8Array | undefined;
  /** Lists all files below a folder, sorted, as paths below the root; empty if there is no such folder. */
  list(folder: string): readonly string[];
  has(file: string): boolean;
}

/** Folders that never contain sources of a site. */
const IGNORED_FOLDERS = new Set(['.git', 'node_modules']);

/** Whether lists of a folder leave out what is at a path below it. */
export function isNeverListed(path: string): boolean {
  return path.split('/').some((name) => IGNORED_FOLDERS.has(name));
}

/** Opens a folder on disk. Links that point outside of it are not followed. */
export function diskFiles(root: string): Files {
  const top = path.resolve(root);
  const realTop = existsSync(top) ? realpathSync(top) : top;
  const locate = (file: string): string | undefined => {
    const full = path.resolve(top, file);
    if (!isWithin(top, full) || !existsSync(full)) return undefined;
    return isWithin(realTop, realpathSync(full)) ? full : undefined;
  };
  const readIfThere = (file: string): Buffer | undefined =>
    unlessGone(() => {
      const full = locate(file);
      return full && statSync(full).isFile() ? readWhole(full) : undefined;
    });
  /** `real` is the path of a folder without links, `above` are those of its parents: a link to one would never end. */
  const walk = (folder: string, real: string, above: readonly string[]): string[] => {
    if (above.includes(real)) return [];
    const entries = unlessGone(() => readdirSync(real, { withFileTypes: true })) ?? [];
    return entries.flatMap((entry) => {
      if (IGNORED_FOLDERS.has(entry.name)) return [];
      const child = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) return [child];
      if (entry.isDirectory()) return walk(child, path.join(real, entry.name), [...above, real]);
      return walkLink(child, [...above, real]);
    });
  };
  /** Broken links and links that point outside are skipped. */
  const walkLink = (child: string, above: readonly string[]): string[] => {
    const found = unlessGone(() => {
      const full = locate(child);
      return full && { isFolder: statSync(full).isDirectory(), real: realpathSync(full) };
    });
    if (!found) return [];
    return found.isFolder ? walk(child, found.real, above) : [child];
  };
  const list = (folder: string): readonly string[] => {
    const real = unlessGone(() => {
      const full = locate(folder);
      return full && statSync(full).isDirectory() ? realpathSync(full) : undefined;
    });
    return real === undefined ? [] : walk(folder, real, []).sort();
  };
  return {
    read: (file) => decodeFile(readIfThere(file)),
    readBytes: readIfThere,
    list,
    has: (file) =>
      unlessGone(() => {
        const full = locate(file);
        return full !== undefined && statSync(full).isFile();
      }) ?? false,
  };
}

const decodeFile = (bytes: Buffer | undefined): string | undefined => bytes && decodeText(bytes);

/** Reads something; `undefined` if a file was deleted or renamed in the meantime, such as by an editor that saves it. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads a file on disk; `undefined` if it has more than 2 GiB, such as a video: Node reads no such file whole. */
export function readWhole(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_FS_FILE_TOO_LARGE') return undefined;
    throw error;
  }
}

/** Creates files in memory from texts by path. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const read = (file: string): string | undefined => (Object.hasOwn(texts, file) ? texts[file] : undefined);
  return {
    read,
    readBytes(file) {
      const text = read(file);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: (folder) =>
      Object.keys(texts)
        .filter((file) => folder === '' || file.startsWith(`${folder}/`))
        .sort(),
    has: (file) => Object.hasOwn(texts, file),
  };
}

/** Whether a path is a folder or below it; both absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  const isAbove = relative === '..' || relative.startsWith(`..${path.sep}`);
  return relative === '' || (!isAbove && !path.isAbsolute(relative));
}
