/** The author's folder as the stages see it: on disk, and in memory for tests. Paths are below its root, with `/`. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Reading access to one folder. Nothing outside of it can be reached. */
export interface Files {
  /** The text of a file, `undefined` where there is none. */
  read(file: string): string | undefined;
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
  const walk = (folder: string): string[] => {
    const full = locate(folder);
    if (!full || !statSync(full).isDirectory()) return [];
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => !FOREIGN_FOLDERS.has(entry.name))
      .flatMap((entry) => {
        const child = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const isFolder =
          entry.isDirectory() ||
          (entry.isSymbolicLink() && statSync(path.join(full, entry.name)).isDirectory());
        return isFolder ? walk(child) : [child];
      });
  };
  return {
    read(file) {
      const full = locate(file);
      return full && statSync(full).isFile() ? readFileSync(full, 'utf8') : undefined;
    },
    list: (folder) => walk(folder).sort(),
    has(file) {
      const full = locate(file);
      return full !== undefined && statSync(full).isFile();
    },
  };
}

/** Files that are given as texts by path. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  return {
    read: (file) => texts[file],
    list: (folder) =>
      Object.keys(texts)
        .filter((file) => folder === '' || file.startsWith(`${folder}/`))
        .sort(),
    has: (file) => file in texts,
  };
}

/** Whether a path is a folder or lies below it; both absolute. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
