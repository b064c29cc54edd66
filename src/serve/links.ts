/**
 * The symbolic links of a site. The watcher does not follow them, because links may loop or lead out of the site; a
 * change of a file is reported for each link to it.
 */
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../files.ts';

/** How many links may be on the way to a file. */
const MAX_LINKS = 2;

/** The links below a folder. All paths are absolute. */
export class Links {
  readonly #root: string;
  /** The real paths of what links lead to, by the paths of the links. */
  readonly #targets = new Map<string, string>();

  /** @param root the real path of the folder */
  constructor(root: string) {
    this.#root = root;
  }

  /** Looks whether a path is a link. As when the site is read, links to outside and to a folder above are none. */
  update(file: string): void {
    const target = readTarget(file);
    const isFollowed = target !== undefined && isWithin(this.#root, target) && !isWithin(target, file);
    if (isFollowed) this.#targets.set(file, target);
    else this.#targets.delete(file);
  }

  /** The paths of a file: its own, and those through links. */
  paths(file: string, depth = 0): readonly string[] {
    if (depth === MAX_LINKS || this.#targets.size === 0) return [file];
    const linked = [...this.#targets]
      .filter(([, target]) => isWithin(target, file))
      .flatMap(([link, target]) => this.paths(path.join(link, path.relative(target, file)), depth + 1));
    return [...new Set([file, ...linked])];
  }
}

/** The real path that a link leads to; `undefined` for other files and broken links. */
function readTarget(file: string): string | undefined {
  try {
    return lstatSync(file).isSymbolicLink() ? realpathSync(file) : undefined;
  } catch {
    return undefined;
  }
}
