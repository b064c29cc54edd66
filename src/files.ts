/** The author's folder as the stages see it: on disk, and in memory for tests. Paths are below its root, with `/`. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Reading access to one folder. Nothing outside of it can be reached. */
export interface Files {
  /** The text of a file, `undefined` where there is none. */
  read(file: string): string | undefined;
  /** The bytes of a file, `undefined` where there is none. */
  readBytes(file: string): Uint8Array | undefined;
  /** All files below a folder, sorted, as paths below the root; none where there is no such folder. */
  list(folder: string): readonly string[];
  has(file: string): boolean;
}

/** Folders that are never the author's words. */
const FOREIGN_FOLDERS = new Set(['.git', 'node_modules']);

/** The files below a folder on disk. Links that lead out of the folder are not followed. */
export function diskFiles(root: string): Files {
  const top = path.resolve(root);
  const realTop = existsSync(top) ? realpathSync(top) : top;
  const locate = (file: string): string | undefined => {
    const full = path.resolve(top, file);
    if (!isWithin(top, full) || !existsSync(full)) return undefined;
    return isWithin(realTop, realpathSync(full)) ? full : undefined;
  };
  /** `above` are the real folders on the way here: a link back to one of them has no end. */
  const walk = (folder: string, above: readonly string[]): string[] => {
    const full = locate(folder);
    if (!full || !statSync(full).isDirectory()) return [];
    const real = realpathSync(full);
    if (above.includes(real)) return [];
    return readdirSync(full)
      .filter((name) => !FOREIGN_FOLDERS.has(name))
      .flatMap((name) => {
        const child = folder === '' ? name : `${folder}/${name}`;
        // A link that leads out of the folder, or nowhere, is passed over.
        const found = locate(child);
        if (!found) return [];
        return statSync(found).isDirectory() ? walk(child, [...above, real]) : [child];
      });
  };
  return {
    read(file) {
      const full = locate(file);
      return full && statSync(full).isFile() ? readFileSync(full, 'utf8') : undefined;
    },
    readBytes(file) {
      const full = locate(file);
      return full && statSync(full).isFile() ? readFileSync(full) : undefined;
    },
    list: (folder) => walk(folder, []).sort(),
    has(file) {
      const full = locate(file);
      return full !== undefined && statSync(full).isFile();
    },
  };
}

/** Files that are given as texts by path. */
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

/** Whether a path is a folder or lies below it; both absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  const isAbove = relative === '..' || relative.startsWith(`..${path.sep}`);
  return relative === '' || (!isAbove && !path.isAbsolute(relative));
}
