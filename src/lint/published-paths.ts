/** The paths of all that a site publishes, and those that are close to a wrong one. */
import { nearestName } from '../diagnostics.ts';
import type { PublishedPaths } from './rule.ts';

const SLASHES_RE = /^\/+|\/{2,}/g;

const INDEX_RE = /(^|\/)index\.html$/;

/** How many wrong paths get a suggestion: each takes longer than everything else. */
const MAX_LOOKUPS = 200;

/**
 * Creates the paths, which are indexed when the first wrong one is looked up.
 * @param isGenerated finds the paths of generated files
 */
export function createPublishedPaths(
  all: ReadonlySet<string>,
  isGenerated: (path: string) => boolean,
): PublishedPaths {
  let index: PathIndex | undefined;
  const getIndex = (): PathIndex => (index ??= indexPaths(all));
  const nearest = new Map<string, string | undefined>();
  const has = (path: string): boolean => all.has(path) || isGenerated(path);
  // Servers take several slashes for one.
  const find = (path: string): string | undefined =>
    [path, path.replace(SLASHES_RE, (_, at) => (at === 0 ? '' : '/'))].find(has);
  return {
    findFile: find,
    findPage(path) {
      const folder = path.replace(/\/$/, '');
      const isFolder = path === '' || path !== folder;
      const inFolder = [folder, 'index.html'].filter(Boolean).join('/');
      // Servers leave out the extension of a page, and redirect to the page of a folder.
      const candidates = isFolder ? [inFolder] : [path, inFolder, `${path}.html`];
      return candidates.map(find).find(Boolean);
    },
    findOtherCase: (path) => getIndex().byLowerCase.get(path.toLowerCase()),
    findNearest(path) {
      if (!nearest.has(path) && nearest.size < MAX_LOOKUPS) nearest.set(path, findNearest(path, getIndex()));
      return nearest.get(path);
    },
  };
}

interface PathIndex {
  readonly byLowerCase: ReadonlyMap<string, string>;
  /** The paths by the names of their files, in lower case; a page has the name of its folder. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The names of the files in each folder; that of the root is empty. */
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

function indexPaths(all: ReadonlySet<string>): PathIndex {
  const byLowerCase = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const path of all) {
    const shown = path.replace(INDEX_RE, '$1');
    for (const form of new Set([path, shown, shown.replace(/\/$/, '')]))
      byLowerCase.set(form.toLowerCase(), form);
    const { folder, name } = splitPath(shown);
    add(byName, name.toLowerCase(), shown);
    add(byFolder, folder, name);
  }
  return { byLowerCase, byName, byFolder };
}

/** Splits a path into its folder and its last name; the slash at the end of a page's path is part of the name. */
function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const at = path.replace(/\/$/, '').lastIndexOf('/');
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
}

const SHORTEST_NAME = 3;

/** A file of the same name elsewhere, or one of a similar name in the same folder, or a folder of a similar name. */
function findNearest(path: string, { byName, byFolder }: PathIndex): string | undefined {
  const { folder, name } = splitPath(path);
  const join = (one: string): string => (folder === '' ? one : `${folder}/${one}`);
  const same = [name, `${name}/`].flatMap((one) => byName.get(one.toLowerCase()) ?? []);
  if (same.length > 0) return nearestName(path, same) ?? (same.length === 1 ? same[0] : undefined);
  // One letter in place of another is no mistake in a name of two.
  if (name.replace(/\.[^.]*$|\/$/, '').length < SHORTEST_NAME) return undefined;
  const similar = nearestName(name, byFolder.get(folder) ?? []);
  if (similar !== undefined) return join(similar);
  const otherFolder = nearestName(folder, [...byFolder.keys()]);
  const inOther = otherFolder === undefined ? undefined : nearestName(name, byFolder.get(otherFolder) ?? []);
  return inOther === undefined ? undefined : `${otherFolder}/${inOther}`;
}
