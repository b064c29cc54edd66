/** The paths of a destination: all that is written there goes through here, and nothing leaves it. */
import { accessSync, constants, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../files.ts';
import { refusal } from './refusal.ts';
import { findEntry, type SiteFile } from './site-file.ts';

/** Resolves paths in a destination. */
export class Destination {
  /** The absolute path of the folder, with links resolved: the author may link the destination itself. */
  readonly folder: string;
  readonly #folders = new Map<string, Stats | undefined>();

  constructor(folder: string) {
    this.folder = resolveLinks(path.resolve(folder));
  }

  /**
   * The absolute path of a file.
   * @throws {DeckError} when it is outside of the destination
   */
  resolve(file: string): string {
    const full = path.join(this.folder, file);
    if (full === this.folder || file.includes('\0') || !isWithin(this.folder, full))
      throw refusal(
        this.folder,
        `${JSON.stringify(file)} is not a file below it`,
        'Change the url, slug, target path or name that leads out of the folder.',
      );
    return full;
  }

  /**
   * Checks that files can be written.
   * @returns the links in the way, which are replaced by folders: links are never followed
   * @throws {DeckError} when something else is in the way, or a folder may not be written
   */
  check(files: readonly SiteFile[]): readonly string[] {
    const links = new Set<string>();
    for (const file of files) {
      const parts = file.path.split('/').slice(0, -1);
      const folders = ['', ...parts.map((_, n) => parts.slice(0, n + 1).join('/'))];
      const link = folders.find((folder) => this.#check(folder));
      if (link !== undefined) links.add(link);
      else if (findEntry(this.resolve(file.path))?.isDirectory())
        throw refusal(
          this.folder,
          `${file.path} is a folder there`,
          'Delete the folder, or rename the page.',
        );
    }
    return [...links];
  }

  /** Checks one folder, once. Returns whether it is a link. */
  #check(folder: string): boolean {
    const full = path.join(this.folder, folder);
    if (!this.#folders.has(folder)) {
      const found = findEntry(full);
      this.#folders.set(folder, found);
      if (found && !found.isSymbolicLink()) {
        if (!found.isDirectory())
          throw refusal(
            this.folder,
            `${folder || full} is a file, and a folder is needed there`,
            'Delete the file.',
          );
        accessSync(full, constants.W_OK);
      }
    }
    return this.#folders.get(folder)?.isSymbolicLink() ?? false;
  }
}

/** Resolves the links in a path, as far as the path exists. */
export function resolveLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const above = path.dirname(file);
    return above === file ? file : path.join(resolveLinks(above), path.basename(file));
  }
}
