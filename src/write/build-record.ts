/**
 * What builds have written to a destination, as far as the next build has to know it: which files are copies of which
 * others, and which files of the bundle are not of the author.
 *
 * Sizes and times say too little: archives and package managers give many files the same time, and a folder may be replaced
 * by a backup of it. So a file is compared once, and again only if it or its original has become another file or was changed
 * since.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSystemError } from './refusal.ts';

/** The files that builds have written, by their paths in the destination. */
export class BuildRecord {
  readonly #file: string | undefined;
  readonly #entries: Map<string, string>;
  #isChanged = false;

  /** @param file where the record is kept; without it, every copy is compared */
  constructor(file?: string) {
    this.#file = file;
    this.#entries = readEntries(file);
  }

  /** Whether a file is known to be a copy, and neither it nor its original has changed since. */
  hasCopy(name: string, original: Stats, copy: Stats): boolean {
    return this.#entries.get(name) === `${describe(copy)} ${describe(original)}`;
  }

  /** Whether a file is known to come from a build, and has not changed since. */
  hasFile(name: string, file: Stats): boolean {
    return this.#entries.get(name)?.startsWith(`${describe(file)} `) ?? false;
  }

  addCopy(name: string, original: Stats, copy: Stats): void {
    this.#entries.set(name, `${describe(copy)} ${describe(original)}`);
    this.#isChanged = true;
  }

  addFile(name: string, file: Stats): void {
    if (this.hasFile(name, file)) return;
    this.#entries.set(name, `${describe(file)} `);
    this.#isChanged = true;
  }

  /** Adds what another build has recorded meanwhile. */
  update(): void {
    for (const [name, text] of readEntries(this.#file)) this.#entries.set(name, text);
  }

  /** Saves the record for the next build, if it has changed. Without it, that build only takes longer. */
  save(): void {
    if (!this.#isChanged || this.#file === undefined) return;
    const draft = `${this.#file}.${randomUUID()}`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(draft, JSON.stringify(Object.fromEntries(this.#entries)));
      renameSync(draft, this.#file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      rmSync(draft, { force: true });
    }
    this.#isChanged = false;
  }
}

/** Every change of a file changes the time of its last change (ctime), which no program can set. */
const describe = ({ ino, ctimeMs }: Stats): string => `${ino} ${ctimeMs}`;

function readEntries(file: string | undefined): Map<string, string> {
  if (file === undefined) return new Map();
  try {
    const entries: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof entries !== 'object' || entries === null) return new Map();
    return new Map(Object.entries(entries).map(([name, text]) => [name, String(text)]));
  } catch {
    return new Map();
  }
}
