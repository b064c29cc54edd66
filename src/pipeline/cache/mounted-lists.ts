/** Keeps the lists of mounted files: as long as the lists of their folders are the same objects, so are they. */
import type { Files } from '../../files.ts';
import { listMounted, type MountedFile } from '../../site/mounts/mounts.ts';
import type { Component, Mount } from '../../types.ts';

interface KnownList {
  readonly mounts: readonly Mount[];
  /** The lists of the folders of the mounts. */
  readonly folders: readonly (readonly string[])[];
  readonly found: readonly MountedFile[];
}

/** The lists of the files of components. */
export class MountedLists {
  readonly #known = new Map<Component, KnownList>();

  /** Lists all files of a component, as `listMounted`. */
  list(files: Files, mounts: readonly Mount[], component: Component): readonly MountedFile[] {
    const lists = new Map<string, readonly string[]>();
    const list = (folder: string): readonly string[] => {
      const found = lists.get(folder) ?? files.list(folder);
      lists.set(folder, found);
      return found;
    };
    const own = mounts.filter((mount) => mount.component === component);
    // A mount can be a single file, which is in no list.
    const folders = own.map(({ source }) => (files.has(source) ? SINGLE_FILE : list(source)));
    const known = this.#known.get(component);
    const isSame =
      known?.mounts === mounts &&
      known.folders.length === folders.length &&
      folders.every((folder, n) => folder === known.folders[n]);
    if (isSame) return known.found;
    const found = listMounted({ ...files, list }, mounts, component);
    this.#known.set(component, { mounts, folders, found });
    return found;
  }
}

const SINGLE_FILE: readonly string[] = [];
