/** What was used while something was rendered: it is rendered again when one of these changes, and stays as it is else. */

/**
 * What is used that is no single file: the data of the site; what the front matter of its pages says and which there
 * are; which files are published; the place of a shortcode among the others of its page; or anything else of the site,
 * such as the text of another page or a store that pages share.
 */
export type DependencyKind = 'data' | 'pages' | 'published' | 'position' | 'site';

/** What something was made from. */
export interface Dependencies {
  /** Paths below the site's root. A file that was looked for and is not there is one too: it may come. */
  readonly files: ReadonlySet<string>;
  /** Folders that were listed; the empty one is the site itself. */
  readonly folders: ReadonlySet<string>;
  readonly kinds: ReadonlySet<DependencyKind>;
  /** The files among them that had a part in it: layouts, templates, images. */
  readonly usedFiles: ReadonlySet<string>;
}

/** What has changed since something was made. */
export interface Change {
  /** Paths below the site's root. */
  readonly files: ReadonlySet<string>;
  readonly kinds: ReadonlySet<DependencyKind>;
  /** Whether it touches everything, as a change of the configuration does. */
  readonly affectsAll: boolean;
}

/** Whether something has to be made again. What used the site at large is, after any change. */
export function isAffected({ files, folders, kinds }: Dependencies, change: Change): boolean {
  if (change.affectsAll || kinds.has('site')) return true;
  if ([...kinds].some((kind) => change.kinds.has(kind))) return true;
  return [...change.files].some(
    (changed) =>
      files.has(changed) ||
      // A folder may be named that came or went as a whole.
      [...files].some((file) => file.startsWith(`${changed}/`)) ||
      [...folders].some((folder) => folder === '' || folder === changed || areNested(folder, changed)),
  );
}

/** Whether one of two paths lies below the other. */
const areNested = (one: string, other: string): boolean =>
  one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** What templates remember while a site is rendered: whoever asks for it depends on what ran before. */
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

interface MutableDependencies {
  readonly files: Set<string>;
  readonly folders: Set<string>;
  readonly kinds: Set<DependencyKind>;
  readonly usedFiles: Set<string>;
}

/** Keeps what is used while something is made. Whoever looks something up on behalf of a page says so here. */
export class DependencyTracker {
  /** What is being made, the innermost last. */
  readonly #active: MutableDependencies[] = [];
  readonly #readFiles = new Set<string>();

  /** A file was read, or looked for. */
  addFile(path: string): void {
    this.#active.at(-1)?.files.add(path);
  }

  /** A file has a part in what is made. */
  addUsedFile(path: string): void {
    this.addFile(path);
    this.#active.at(-1)?.usedFiles.add(path);
  }

  /** A file was read, for whatever it is. */
  addReadFile(path: string): void {
    this.#readFiles.add(path);
    this.addFile(path);
  }

  /** Whether a file has ever been read, and not only looked for. */
  hasRead(path: string): boolean {
    return this.#readFiles.has(path);
  }

  /** The files of a folder were listed. */
  addFolder(path: string): void {
    this.#active.at(-1)?.folders.add(path);
  }

  /** Something was used that is no file. */
  addKind(kind: DependencyKind): void {
    this.#active.at(-1)?.kinds.add(kind);
  }

  /** The same for several. */
  addKinds(kinds: Iterable<DependencyKind>): void {
    for (const kind of kinds) this.addKind(kind);
  }

  /** Something was taken that had been made before. */
  addAll({ files, folders, kinds, usedFiles }: Dependencies): void {
    for (const path of files) this.addFile(path);
    for (const path of folders) this.addFolder(path);
    for (const path of usedFiles) this.addUsedFile(path);
    this.addKinds(kinds);
  }

  /** Makes something. What it uses is used by all that it is made for, too. */
  track<T>(work: () => T): { readonly value: T; readonly dependencies: Dependencies } {
    const dependencies: MutableDependencies = {
      files: new Set(),
      folders: new Set(),
      kinds: new Set(),
      usedFiles: new Set(),
    };
    this.#active.push(dependencies);
    try {
      return { value: work(), dependencies };
    } finally {
      this.#active.pop();
      this.addAll(dependencies);
    }
  }
}
