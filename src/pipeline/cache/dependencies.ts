/** Tracks the dependencies of each rendered part: it is rendered again only if one of them changes. */

/**
 * Dependencies other than single files: `data`, the data of the site; `pages`, the list of pages and their front matter;
 * `published`, the list of published files; `page`, the page around a text: its front matter, its address; `position`,
 * the position of a shortcode in its page; `site`, anything else, such as the text of another page or a store that pages
 * share.
 */
export type DependencyKind = 'data' | 'pages' | 'published' | 'page' | 'position' | 'site';

/** The dependencies of a rendered part. */
export interface Dependencies {
  /** Paths relative to the site's root. A file that was not found is included, because it may be added later. */
  readonly files: ReadonlySet<string>;
  /** Folders that were listed; the empty string is the site itself. */
  readonly folders: ReadonlySet<string>;
  readonly kinds: ReadonlySet<DependencyKind>;
  /** The files among them whose content was used: layouts, templates, images. */
  readonly usedFiles: ReadonlySet<string>;
}

/** A change of a site between two runs. */
export interface Change {
  /** Paths relative to the site's root; may be folders that were added or deleted as a whole. */
  readonly files: ReadonlySet<string>;
  /** All folders above them; the empty string is the site itself. */
  readonly folders: ReadonlySet<string>;
  readonly kinds: ReadonlySet<DependencyKind>;
  /** Whether every part is affected, as by a change of the configuration. */
  readonly affectsAll: boolean;
}

/** Whether a part has to be rendered again. A part that depends on the whole site is affected by any change. */
export function isAffected({ files, folders, kinds }: Dependencies, change: Change): boolean {
  if (change.affectsAll || kinds.has('site')) return true;
  for (const kind of kinds) if (change.kinds.has(kind)) return true;
  for (const file of files) if (isChanged(file, change)) return true;
  for (const folder of folders) if (change.folders.has(folder) || isChanged(folder, change)) return true;
  return false;
}

/** Whether a path or a folder above it has changed. */
function isChanged(path: string, { files }: Change): boolean {
  if (files.has(path)) return true;
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    if (files.has(path.slice(0, at))) return true;
  return false;
}

/** Creates the change of files and of other dependencies. */
export function createChange(
  files: readonly string[],
  kinds: ReadonlySet<DependencyKind>,
  affectsAll: boolean,
): Change {
  const folders = new Set<string>(files.length > 0 ? [''] : []);
  for (const file of files)
    for (let at = file.lastIndexOf('/'); at > 0 && !folders.has(file.slice(0, at));) {
      folders.add(file.slice(0, at));
      at = file.lastIndexOf('/', at - 1);
    }
  return { files: new Set(files), folders, kinds, affectsAll };
}

/** A map that templates share while a site is rendered: a reader depends on the templates that ran before. */
export class TrackedMap extends Map<string, unknown> {
  readonly #tracker: DependencyTracker;

  constructor(tracker: DependencyTracker) {
    super();
    this.#tracker = tracker;
  }

  override get(key: string): unknown {
    this.#tracker.addKind('site');
    return super.get(key);
  }

  override has(key: string): boolean {
    this.#tracker.addKind('site');
    return super.has(key);
  }
}

/** The dependencies that a part has so far. Most parts have none of most kinds, and sites have many parts. */
interface MutableDependencies {
  files: Set<string> | undefined;
  folders: Set<string> | undefined;
  kinds: Set<DependencyKind> | undefined;
  usedFiles: Set<string> | undefined;
}

const NONE: ReadonlySet<never> = new Set();

/** Adds to a set that may not exist yet. */
const added = <T>(set: Set<T> | undefined, value: T): Set<T> => (set ?? new Set<T>()).add(value);

/** Adds all values to a set that may not exist yet. */
function joined<T>(set: Set<T> | undefined, values: ReadonlySet<T> | undefined): Set<T> | undefined {
  if (values === undefined || values.size === 0) return set;
  const all = set ?? new Set<T>();
  for (const value of values) all.add(value);
  return all;
}

/** Records the dependencies of the parts that are being rendered. Every lookup for a page is reported here. */
export class DependencyTracker {
  /** The parts that are being rendered, the innermost last. */
  readonly #active: MutableDependencies[] = [];
  readonly #readFiles = new Set<string>();

  /** Records a file that was read or looked up. */
  addFile(path: string): void {
    const part = this.#active.at(-1);
    if (part) part.files = added(part.files, path);
  }

  /** Records a file whose content was used. */
  addUsedFile(path: string): void {
    this.addFile(path);
    const part = this.#active.at(-1);
    if (part) part.usedFiles = added(part.usedFiles, path);
  }

  /** Records a file that was read for any purpose. */
  addReadFile(path: string): void {
    this.#readFiles.add(path);
    this.addFile(path);
  }

  /** Whether a file has ever been read, and not only looked up. */
  hasRead(path: string): boolean {
    return this.#readFiles.has(path);
  }

  /** Records a folder that was listed. */
  addFolder(path: string): void {
    const part = this.#active.at(-1);
    if (part) part.folders = added(part.folders, path);
  }

  /** Records a dependency that is not a file. */
  addKind(kind: DependencyKind): void {
    const part = this.#active.at(-1);
    if (part) part.kinds = added(part.kinds, kind);
  }

  /** Records several such dependencies. */
  addKinds(kinds: Iterable<DependencyKind>): void {
    for (const kind of kinds) this.addKind(kind);
  }

  /** Records the dependencies of a cached part that was reused. */
  addAll({ files, folders, kinds, usedFiles }: Dependencies | MutableDependencies): void {
    const around = this.#active.at(-1);
    if (!around) return;
    around.files = joined(around.files, files);
    around.folders = joined(around.folders, folders);
    around.kinds = joined(around.kinds, kinds);
    around.usedFiles = joined(around.usedFiles, usedFiles);
  }

  /** Runs `work` and collects its dependencies, which are also dependencies of every part around it. */
  track<T>(work: () => T): { readonly value: T; readonly dependencies: Dependencies } {
    const part: MutableDependencies = {
      files: undefined,
      folders: undefined,
      kinds: undefined,
      usedFiles: undefined,
    };
    this.#active.push(part);
    try {
      const value = work();
      const { files = NONE, folders = NONE, kinds = NONE, usedFiles = NONE } = part;
      return { value, dependencies: { files, folders, kinds, usedFiles } };
    } finally {
      this.#active.pop();
      this.addAll(part);
    }
  }
}
