/** Keeps the lists of the files in folders while a watcher reports their changes, because large folders take long. */
import type { Files } from '../files.ts';

/** Files whose lists can be kept. */
export interface ListedFiles extends Files {
  /** Keeps lists from now on: every change is reported with `update`. */
  keepLists(): void;
  /** Drops the lists that have other files after a change. */
  update(changedFiles: readonly string[]): void;
}

/** Creates files whose lists are read each time until `keepLists` is called. */
export function createListedFiles(files: Files): ListedFiles {
  const lists = new Map<string, ReadonlySet<string>>();
  const sorted = new Map<string, readonly string[]>();
  let isKept = false;
  /** Whether a change of a file can't change the list of a folder. */
  const isElsewhere = (folder: string, file: string): boolean =>
    folder !== '' && file !== folder && !file.startsWith(`${folder}/`) && !folder.startsWith(`${file}/`);
  return {
    ...files,
    list(folder) {
      const known = sorted.get(folder);
      if (known) return known;
      const found = files.list(folder);
      if (isKept) {
        sorted.set(folder, found);
        lists.set(folder, new Set(found));
      }
      return found;
    },
    keepLists() {
      isKept = true;
    },
    update(changedFiles) {
      for (const file of changedFiles) {
        const isFile = files.has(file);
        for (const [folder, list] of lists) {
          if (isElsewhere(folder, file) || (isFile && list.has(file))) continue;
          lists.delete(folder);
          sorted.delete(folder);
        }
      }
    },
  };
}
