/**
 * Which files of a destination are known to be copies of which others. Sizes and times say too little: archives and package
 * managers give many files the same time, and a folder may be replaced by a backup of it. So a file is compared once, and
 * again only if it or its original has become another file or was changed since.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSystemError } from './refusal.ts';

/** The known copies of a destination, by their paths in it. */
export class CopyRecord {
  readonly #file: string | undefined;
  readonly #copies: Map<string, string>;
  #isChanged = false;

  /** @param file where the record is kept; without it, every copy is compared */
  constructor(file?: string) {
    this.#file = file;
    this.#copies = readCopies(file);
  }

  /** Whether a file is known to be a copy, and neither it nor its original has changed since. */
  has(name: string, original: Stats, copy: Stats): boolean {
    return this.#copies.get(name) === describe(original, copy);
  }

  add(name: string, original: Stats, copy: Stats): void {
    this.#copies.set(name, describe(original, copy));
    this.#isChanged = true;
  }

  /** Saves the record for the next build, if it has changed. Without it, that build only takes longer. */
  save(): void {
    if (!this.#isChanged || this.#file === undefined) return;
    const draft = `${this.#file}.${randomUUID()}`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(draft, JSON.stringify(Object.fromEntries(this.#copies)));
      renameSync(draft, this.#file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      rmSync(draft, { force: true });
    }
    this.#isChanged = false;
  }
}

/** Every change of a file changes the time of its last change (ctime), which no program can set. */
const describe = (original: Stats, copy: Stats): string =>
  [original.ino, original.ctimeMs, copy.ino, copy.ctimeMs].join(' ');

function readCopies(file: string | undefined): Map<string, string> {
  if (file === undefined) return new Map();
  try {
    const copies: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof copies !== 'object' || copies === null) return new Map();
    return new Map(Object.entries(copies).map(([name, text]) => [name, String(text)]));
  } catch {
    return new Map();
  }
}
