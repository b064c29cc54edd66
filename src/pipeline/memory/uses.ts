/** What was used while something was rendered: it is rendered again when one of these changes, and stays as it is else. */

/**
 * What is used that is no single file: the data of the site; what the front matter of its pages says and which there
 * are; which files are published; the place of a shortcode among the others of its page; or anything else of the site,
 * such as the text of another page or a store that pages share.
 */
export type UsedKind = 'data' | 'pages' | 'published' | 'place' | 'site';

/** What something was made from. */
export interface Uses {
  /** Paths below the site's root. A file that was looked for and is not there is one too: it may come. */
  readonly files: ReadonlySet<string>;
  /** Folders that were listed; the empty one is the site itself. */
  readonly folders: ReadonlySet<string>;
  readonly kinds: ReadonlySet<UsedKind>;
  /** The files among them that had a part in it: layouts, templates, images. */
  readonly parts: ReadonlySet<string>;
}

/** What has changed since something was made. */
export interface Change {
  /** Paths below the site's root. */
  readonly files: ReadonlySet<string>;
  readonly kinds: ReadonlySet<UsedKind>;
  /** Whether it touches everything, as a change of the configuration does. */
  readonly reachesAll: boolean;
}

/** Whether something has to be made again. What used the site at large is, after any change. */
export function isTouched({ files, folders, kinds }: Uses, change: Change): boolean {
  if (change.reachesAll || kinds.has('site')) return true;
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
export class SharedMemory extends Map<string, unknown> {
  readonly #uses: UseRecorder;

  constructor(uses: UseRecorder) {
    super();
    this.#uses = uses;
  }

  override get(key: string): unknown {
    this.#uses.kind('site');
    return super.get(key);
  }

  override has(key: string): boolean {
    this.#uses.kind('site');
    return super.has(key);
  }
}

interface Draft {
  readonly files: Set<string>;
  readonly folders: Set<string>;
  readonly kinds: Set<UsedKind>;
  readonly parts: Set<string>;
}

/** Keeps what is used while something is made. Whoever looks something up on behalf of a page says so here. */
export class UseRecorder {
  /** What is being made, the innermost last. */
  readonly #open: Draft[] = [];
  readonly #read = new Set<string>();

  /** A file was read, or looked for. */
  file(path: string): void {
    this.#open.at(-1)?.files.add(path);
  }

  /** A file has a part in what is made. */
  part(path: string): void {
    this.file(path);
    this.#open.at(-1)?.parts.add(path);
  }

  /** A file was read, for whatever it is. */
  read(path: string): void {
    this.#read.add(path);
    this.file(path);
  }

  /** Whether a file has ever been read, and not only looked for. */
  hasRead(path: string): boolean {
    return this.#read.has(path);
  }

  /** The files of a folder were listed. */
  folder(path: string): void {
    this.#open.at(-1)?.folders.add(path);
  }

  /** Something was used that is no file. */
  kind(kind: UsedKind): void {
    this.#open.at(-1)?.kinds.add(kind);
  }

  /** The same for several. */
  kinds(kinds: Iterable<UsedKind>): void {
    for (const kind of kinds) this.kind(kind);
  }

  /** Something was taken that had been made before. */
  also({ files, folders, kinds, parts }: Uses): void {
    for (const path of files) this.file(path);
    for (const path of folders) this.folder(path);
    for (const path of parts) this.part(path);
    this.kinds(kinds);
  }

  /** Makes something. What it uses is used by all that it is made for, too. */
  during<T>(work: () => T): { readonly made: T; readonly uses: Uses } {
    const draft: Draft = { files: new Set(), folders: new Set(), kinds: new Set(), parts: new Set() };
    this.#open.push(draft);
    try {
      return { made: work(), uses: draft };
    } finally {
      this.#open.pop();
      this.also(draft);
    }
  }
}
