/** Folders that a destination does not have yet are moved with all their files: that takes neither time nor room on the disk. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { isSystemError } from './refusal.ts';

/** Moves the staged folders of a build that are new in its destination. */
export class NewFolders {
  readonly #staged: string;
  readonly #destination: string;
  /** The folders that the destination has by now; the destination itself is the empty path. */
  readonly #existing = new Set<string>();
  /** The folders that were moved with everything below them. */
  readonly #moved = new Set<string>();

  constructor(staged: string, destination: string) {
    this.#staged = staged;
    this.#destination = destination;
  }

  /** Makes sure that the folder of a file exists; returns whether that has moved the file, too. */
  moveWith(file: string): boolean {
    for (const folder of ['', ...foldersOf(file)]) {
      if (this.#moved.has(folder)) return true;
      if (this.#existing.has(folder)) continue;
      const target = path.join(this.#destination, folder);
      const isMoved = !existsSync(target) && moveFolder(path.join(this.#staged, folder), target);
      (isMoved ? this.#moved : this.#existing).add(folder);
      if (isMoved) return true;
    }
    return false;
  }
}

/** Moves a folder; returns `false` if an empty one was made instead, because its place is on another disk. */
function moveFolder(staged: string, target: string): boolean {
  try {
    renameSync(staged, target);
    return true;
  } catch (error) {
    if (!isSystemError(error) || !['EXDEV', 'ENOENT'].includes(error.code ?? '')) throw error;
    mkdirSync(target, { recursive: true });
    return false;
  }
}

/** Lists the folders of a file, from the outermost to the innermost. */
function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
}
