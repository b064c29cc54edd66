/** Where the folders of a site are seen: its own and those of its themes, laid over each other as Hugo lays them. */
import type { Files } from '../files.ts';
import type { Component, Mount } from '../types.ts';
import { createFileFilter } from './mount-filter.ts';

/** A file as it is seen in a component. */
export interface MountedFile {
  /** Path in the component: `talk/_index.md`. */
  readonly path: string;
  /** Path below the site's root: `content/talk/_index.md`. */
  readonly source: string;
  readonly mount: Mount;
}

/** All files of a component, sorted by path. Of two at one path, in one language, the first mount wins. */
export function listMounted(
  files: Files,
  mounts: readonly Mount[],
  component: Component,
): readonly MountedFile[] {
  const found = new Map<string, MountedFile>();
  for (const mount of mounts.filter((candidate) => candidate.component === component)) {
    for (const file of filesOf(files, mount)) {
      const key = `${mount.language ?? ''}:${file.path}`;
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The file that is seen at a path of a component, as a path below the site's root. */
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

function filesOf(files: Files, mount: Mount): MountedFile[] {
  // A mount may be one file.
  const isFile = files.has(mount.source);
  const isKept = filterOf(mount);
  const found = (isFile ? [mount.source] : files.list(mount.source)).filter(isKept);
  return found.map((source) => ({
    path: join(mount.target, below(mount.source, source) ?? source),
    source,
    mount,
  }));
}

/** The test of the files below the source of a mount; one file is known to its patterns by its name. */
function filterOf({ source, files = [] }: Mount): (file: string) => boolean {
  const isKept = createFileFilter(files);
  return (file) => isKept(below(source, file) || file.slice(file.lastIndexOf('/') + 1));
}

const isSeen = (mount: Mount, file: string): boolean => filterOf(mount)(file);

/** The files without those of a component that its mounts leave out, for whoever looks into the folder itself. */
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

/** What is left of a path behind a folder; `undefined` where it does not lie there. */
function below(folder: string, path: string): string | undefined {
  if (folder === '' || folder === path) return folder === path ? '' : path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
