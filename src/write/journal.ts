/**
 * What a build is about to change in its destination. All files are written next to the destination first, and then only
 * renamed. The journal says what is renamed and deleted, so that whoever comes next can finish an interrupted build.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isWithin } from '../files.ts';
import { isSystemError } from './refusal.ts';

/** The changes of a build; all paths but the first two are relative to the destination. */
export interface Journal {
  readonly destination: string;
  /** The folder with the new files, under their paths. */
  readonly staged: string;
  /** Links that are replaced by folders. */
  readonly links: readonly string[];
  /** The new files, in the order in which they are renamed. */
  readonly files: readonly string[];
  readonly deletions: readonly string[];
  /** Folders that are deleted if they are empty, deepest first. */
  readonly folders: readonly string[];
}

/** The name of the journal in the folder of the staged files. */
const JOURNAL = 'journal.json';

/** Writes the journal whole. */
export function writeJournal(folder: string, journal: Journal): void {
  const file = path.join(folder, JOURNAL);
  writeFileSync(`${file}.draft`, JSON.stringify(journal));
  renameSync(`${file}.draft`, file);
}

/**
 * Makes the changes of a journal, if there is one. What is done already is left out, so an interrupted run can be
 * finished by another one.
 */
export function applyJournal(folder: string): void {
  const file = path.join(folder, JOURNAL);
  if (!existsSync(file)) return;
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  const { destination, staged, links, files, deletions, folders } = journal;
  // A site may come with a journal that no build has written: it changes nothing outside of the destination.
  if (destination !== destinationOf(folder) || !isWithin(folder, staged)) return;
  if (![...links, ...files, ...deletions, ...folders].every((name) => isBelow(destination, name))) return;
  const inDestination = (name: string): string => path.join(destination, name);
  for (const link of links) rmSync(inDestination(link), { force: true });
  const made = new Set<string>();
  for (const name of files) {
    const target = inDestination(name);
    const parent = path.dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    moveFile(path.join(staged, name), target);
  }
  for (const name of deletions) rmSync(inDestination(name), { force: true, recursive: true });
  for (const name of folders) removeIfEmpty(inDestination(name));
}

/** The destination that a folder of staged files belongs to: next to it, or around it. */
function destinationOf(folder: string): string {
  const [parent, name] = [path.dirname(folder), path.basename(folder)];
  return name === '.deckwright' ? parent : path.join(parent, name.slice(1, -'.deckwright'.length));
}

function isBelow(folder: string, name: string): boolean {
  const full = path.join(folder, name);
  return full !== folder && isWithin(folder, full);
}

/** Moves a staged file to its place. A file that is not there was moved before. */
function moveFile(staged: string, target: string): void {
  try {
    renameSync(staged, target);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' && !existsSync(staged)) return;
    if (error.code !== 'EXDEV') throw error;
    // A folder of the destination is on another file system, so the file is copied next to its place first.
    const draft = `${target}.${process.pid}.deckwright`;
    copyFileSync(staged, draft);
    renameSync(draft, target);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or gone.
  }
}
