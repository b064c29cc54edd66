/** The paths of a destination: all that is written there goes through here, and nothing leaves it. */
import { accessSync, constants, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../files.ts';
import { BuildRecord } from './build-record.ts';
import { findBadName } from './file-names.ts';
import { refusal, type RefusedFile } from './refusal.ts';
import { findEntry, isUpToDate, type SiteFile } from './site-file.ts';

/** Resolves paths in a destination. */
export class Destination {
  /** The absolute path of the folder, with links resolved: the author may link the destination itself. */
  readonly folder: string;
  readonly #entries = new Map<string, Stats | undefined>();
  readonly #checked = new Set<string>();

  readonly #record: BuildRecord;

  /** @param record the files that need not be compared; every copy is by default */
  constructor(folder: string, record = new BuildRecord()) {
    this.folder = resolveLinks(path.resolve(folder));
    this.#record = record;
  }

  /**
   * The absolute path of a file.
   * @throws {DeckError} when it is outside of the destination
   */
  resolve(file: string | RefusedFile): string {
    const asked = typeof file === 'string' ? { path: file } : file;
    const full = path.join(this.folder, asked.path);
    if (full === this.folder || asked.path.includes('\0') || !isWithin(this.folder, full))
      throw refusal(this.folder, `${JSON.stringify(asked.path)} is not a file below it`, {
        hint: 'Change the url, slug, target path or name that leads out of the folder.',
        file: asked,
      });
    const name = findBadName(asked.path);
    if (name !== undefined)
      throw refusal(this.folder, `Windows has no files named ${JSON.stringify(name)}`, {
        hint: 'Change the url, slug or name.',
        file: asked,
      });
    return full;
  }

  /** Whether a file is there as it would be written. One that is reached through a link is somewhere else. */
  has(file: SiteFile): boolean {
    return this.#linkTo(file.path) === undefined && isUpToDate(file, this.resolve(file), this.#record);
  }

  /**
   * Checks that files can be written.
   * @returns the links in the way, which are replaced by folders: links are never followed
   * @throws {DeckError} when something else is in the way, or a folder may not be written
   */
  check(files: readonly SiteFile[]): readonly string[] {
    const links = new Set<string>();
    for (const file of files) {
      const link = this.#linkTo(file.path);
      for (const folder of foldersAbove(file.path)) {
        if (folder === link) break;
        this.#checkFolder(folder, file);
      }
      if (link !== undefined) links.add(link);
      else if (findEntry(this.resolve(file))?.isDirectory())
        throw refusal(this.folder, `${file.path} is a folder there`, {
          hint: 'Delete the folder, or rename the page.',
          file,
        });
    }
    return [...links];
  }

  /** The first link among the folders above a file, relative to the destination; `undefined` if there is none. */
  #linkTo(file: string): string | undefined {
    return foldersAbove(file).find((folder) => this.#entryOf(folder)?.isSymbolicLink());
  }

  #checkFolder(folder: string, file: RefusedFile): void {
    const entry = this.#entryOf(folder);
    if (!entry || this.#checked.has(folder)) return;
    const full = path.join(this.folder, folder);
    if (!entry.isDirectory())
      throw refusal(this.folder, `${folder || full} is a file, and a folder is needed there`, {
        hint: 'Delete the file.',
        file,
      });
    accessSync(full, constants.W_OK);
    this.#checked.add(folder);
  }

  #entryOf(folder: string): Stats | undefined {
    if (!this.#entries.has(folder)) this.#entries.set(folder, findEntry(path.join(this.folder, folder)));
    return this.#entries.get(folder);
  }
}

/** Lists the folders above a file, the destination first, which is the empty path. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return ['', ...parts.map((_, n) => parts.slice(0, n + 1).join('/'))];
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
