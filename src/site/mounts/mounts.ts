/** Finds files of mounts: those of the site and its themes, overlaid as in Hugo. */
import type { Files } from '../../files.ts';
import type { Component, Mount } from '../../types.ts';
import { createFileFilter } from './mount-filter.ts';

/** A file of a component. */
export interface MountedFile {
  /** Path in the component: `talk/_index.md`. */
  readonly path: string;
  /** Path below the site's root: `content/talk/_index.md`. */
  readonly source: string;
  readonly mount: Mount;
}

/** Lists all files of a component, sorted by path. For each path and language, the first mount takes precedence. */
export function listMounted(
  files: Files,
  mounts: readonly Mount[],
  component: Component,
): readonly MountedFile[] {
  const found = new Map<string, MountedFile>();
  for (const mount of mounts.filter((candidate) => candidate.component === component)) {
    for (const file of listMountFiles(files, mount)) {
      const key = `${mount.language ?? ''}:${file.path}`;
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Finds the file at a path of a component; returns its path below the site's root. */
export function findMounted(
  files: Files,
  mounts: readonly Mount[],
  component: Component,
  path: string,
): string | undefined {
  for (const mount of mounts) {
    const rest = mount.component === component ? below(mount.target, path) : undefined;
    const source = rest === undefined ? undefined : join(mount.source, rest);
    if (source !== undefined && files.has(source) && isSeen(mount, source)) return source;
  }
  return undefined;
}

function listMountFiles(files: Files, mount: Mount): MountedFile[] {
  // A mount can be a single file.
  const isFile = files.has(mount.source);
  const isKept = mountFilter(mount);
  const found = (isFile ? [mount.source] : files.list(mount.source)).filter(isKept);
  return found.map((source) => ({
    path: join(mount.target, below(mount.source, source) ?? source),
    source,
    mount,
  }));
}

/** Creates the filter of a mount; the patterns of a mounted file are matched with its name. */
function mountFilter({ source, files = [] }: Mount): (file: string) => boolean {
  const isKept = createFileFilter(files);
  return (file) => isKept(below(source, file) || file.slice(file.lastIndexOf('/') + 1));
}

const isSeen = (mount: Mount, file: string): boolean => mountFilter(mount)(file);

/** Hides the files that the mounts of a component exclude, for code that accesses the folder directly. */
export function withoutFiltered(files: Files, mounts: readonly Mount[], component: Component): Files {
  const holders = mounts.filter((mount) => mount.component === component);
  if (holders.every((mount) => mount.files === undefined)) return files;
  const isHidden = (file: string): boolean => {
    const around = holders.filter(({ source }) => below(source, file) !== undefined);
    return around.length > 0 && !around.some((mount) => isSeen(mount, file));
  };
  return {
    read: (file) => (isHidden(file) ? undefined : files.read(file)),
    readBytes: (file) => (isHidden(file) ? undefined : files.readBytes(file)),
    list: (folder) => files.list(folder).filter((file) => !isHidden(file)),
    has: (file) => !isHidden(file) && files.has(file),
  };
}

const join = (folder: string, path: string): string => [folder, path].filter(Boolean).join('/');

/** Returns a path relative to a folder; `undefined` if it is not in the folder. */
function below(folder: string, path: string): string | undefined {
  if (folder === '' || folder === path) return folder === path ? '' : path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
