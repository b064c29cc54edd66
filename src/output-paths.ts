/** Paths in the output, each with one owner. */

/** Gives paths to those who ask first. A path can't be both a file and a folder. */
export class OutputPaths<Owner> {
  readonly #files = new Map<string, Owner>();
  /** Folders, with the owner of the first file in each. */
  readonly #folders = new Map<string, Owner>();

  /**
   * Takes the path of a file, if it is free.
   * @returns the owner that is in the way: of the same path, of a file in a folder of that name, or of a file with the
   * name of one of its folders; `undefined` if the path was free
   */
  take(path: string, owner: Owner): Owner | undefined {
    const inTheWay = this.#files.get(path) ?? this.#folders.get(path) ?? this.#findFileAbove(path);
    if (inTheWay !== undefined) return inTheWay;
    this.#files.set(path, owner);
    for (const folder of foldersOf(path)) {
      // The folders above a known one are known, too.
      if (this.#folders.has(folder)) break;
      this.#folders.set(folder, owner);
    }
    return undefined;
  }

  #findFileAbove(path: string): Owner | undefined {
    for (const folder of foldersOf(path)) {
      if (this.#folders.has(folder)) return undefined;
      const file = this.#files.get(folder);
      if (file !== undefined) return file;
    }
    return undefined;
  }
}

/** The folders of a path, from the innermost to the outermost. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}
