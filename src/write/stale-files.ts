/** Files of earlier builds that may be deleted. */
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathKey } from './file-names.ts';

/** Files and folders to delete; paths relative to the destination. */
export interface Deletions {
  readonly files: readonly string[];
  /** Folders that are deleted if they are empty, deepest first. */
  readonly folders: readonly string[];
}

/**
 * Lists every file that was not written, and the folders that become empty, for `--cleanDestinationDir`. Names that begin
 * with a dot are kept, such as `.git` and `.nojekyll`: Hugo keeps such folders, and deletes such files.
 */
export function listUnwritten(destination: string, written: readonly string[]): Deletions {
  const writtenKeys = new Set(written.flatMap(withFolders).map(pathKey));
  const [files, folders]: [string[], string[]] = [[], []];
  const list = (folder: string): void => {
    for (const name of readNames(path.join(destination, folder))) {
      const file = folder === '' ? name : `${folder}/${name}`;
      if (name.startsWith('.')) continue;
      const isWritten = writtenKeys.has(pathKey(file));
      // A link is never followed: only the link itself is deleted.
      if (!lstatSync(path.join(destination, file)).isDirectory()) {
        if (!isWritten) files.push(file);
        continue;
      }
      list(file);
      if (!isWritten) folders.push(file);
    }
  };
  list('');
  return { files: files.sort(), folders };
}

/** Lists the files below a folder, without following links. */
export function listBelow(destination: string, folder: string): readonly string[] {
  return readNames(path.join(destination, folder)).flatMap((name) => {
    const file = folder === '' ? name : `${folder}/${name}`;
    return lstatSync(path.join(destination, file)).isDirectory() ? listBelow(destination, file) : [file];
  });
}

/** The names in a folder; none if there is no such folder. */
function readNames(folder: string): readonly string[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() ? readdirSync(folder) : [];
}

/** Lists a file and its folders: `a`, `a/b` and `a/b/c`. */
function withFolders(file: string): readonly string[] {
  const parts = file.split('/');
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
}
