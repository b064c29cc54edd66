/** Access to the author's folder: on disk, or in memory for tests. Paths are below its root, with `/`. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Read access to a folder and nothing outside it. */
export interface Files {
  /** Reads a file as text; `undefined` if it does not exist. */
  read(file: string): string | undefined;
  /** Reads a file as bytes; `undefined` if it does not exist. */
  readBytes(file: string): Uint8Array | undefined;
  /** Lists all files below a folder, sorted, as paths below the root; empty if there is no such folder. */
  list(folder: string): readonly string[];
  has(file: string): boolean;
}

/** Folders that never contain sources of a site. */
const IGNORED_FOLDERS = new Set(['.git', 'node_modules']);

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
      return full && statSync(full).isFile() ? readFileSync(full) : undefined;
    });
  /** `above` are the real paths of the parent folders: a link to one of them would never end. */
  const walk = (folder: string, above: readonly string[]): string[] => {
    const full = unlessGone(() => locate(folder));
    const isFolder = full !== undefined && statSync(full, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isFolder) return [];
    const real = realpathSync(full);
    if (above.includes(real)) return [];
    return readdirSync(full)
      .filter((name) => !IGNORED_FOLDERS.has(name))
      .flatMap((name) => {
        const child = folder === '' ? name : `${folder}/${name}`;
        // Broken links and links that point outside are skipped.
        const stats = unlessGone(() => {
          const found = locate(child);
          return found && statSync(found);
        });
        if (!stats) return [];
        return stats.isDirectory() ? walk(child, [...above, real]) : [child];
      });
  };
  return {
    read: (file) => readIfThere(file)?.toString('utf8'),
    readBytes: readIfThere,
    list: (folder) => walk(folder, []).sort(),
    has: (file) =>
      unlessGone(() => {
        const full = locate(file);
        return full !== undefined && statSync(full).isFile();
      }) ?? false,
  };
}

/** Reads something; `undefined` if a file was deleted or renamed in the meantime, such as by an editor that saves it. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
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
