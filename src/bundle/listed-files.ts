/** Keeps the lists of the files in folders while a watcher reports their changes, because large folders take long. */
import { type Files, isNeverListed } from '../files.ts';

/** Files whose lists can be kept. */
export interface ListedFiles extends Files {
  /** Keeps lists from now on: every change is reported with `update`. */
  keepLists(): void;
  /** Adds new files to the lists and removes missing ones. A list without changes stays the same object. */
  update(changedFiles: readonly string[]): void;
}

/** How many files are added to lists one by one; after more changes, a list is read again. */
const MAX_CHANGES = 100;

/** Creates files whose lists are read each time until `keepLists` is called. */
export function createListedFiles(files: Files): ListedFiles {
  const lists = new Map<string, readonly string[]>();
  let isKept = false;
  return {
    ...files,
    list(folder) {
      const known = lists.get(folder);
      if (known) return known;
      const found = files.list(folder);
      if (isKept) lists.set(folder, found);
      return found;
    },
    keepLists() {
      isKept = true;
    },
    update(changedFiles) {
      let changes = 0;
      for (const file of changedFiles) {
        for (const [folder, list] of lists) {
          if (folder !== '' && !file.startsWith(`${folder}/`)) {
            if (file === folder || folder.startsWith(`${file}/`)) lists.delete(folder);
            continue;
          }
          const next = changes < MAX_CHANGES ? changeList(list, folder, file, files) : undefined;
          if (next === list) continue;
          changes++;
          if (next) lists.set(folder, next);
          else lists.delete(folder);
        }
      }
    },
  };
}

/** Adds or removes a path in a sorted list; `undefined` if the list has to be read again. */
function changeList(
  list: readonly string[],
  folder: string,
  file: string,
  files: Files,
): readonly string[] | undefined {
  const at = findPlace(list, file);
  const isListed = list[at] === file;
  // Above it are files whose names continue with a character before the slash.
  const below = findPlace(list, `${file}/`);
  const wasFolder = list[below]?.startsWith(`${file}/`) === true;
  if (files.has(file)) {
    if (wasFolder) return undefined;
    return isListed || isNeverListed(file.slice(folder === '' ? 0 : folder.length + 1))
      ? list
      : list.toSpliced(at, 0, file);
  }
  if (wasFolder || files.list(file).length > 0) return undefined;
  return isListed ? list.toSpliced(at, 1) : list;
}

/** The index of the first element that is not before a text. */
function findPlace(sorted: readonly string[], text: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? '') < text) from = middle + 1;
    else to = middle;
  }
  return from;
}
