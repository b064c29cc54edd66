/**
 * What a build is about to change in its destination. All files are written next to the destination first, and then only
 * renamed. The journal says what is renamed and deleted, so that whoever comes next can finish an interrupted build.
 */
import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isWithin } from '../files.ts';
import { isSystemError } from './refusal.ts';
import { NewFolders } from './new-folders.ts';
import { setTimes } from './site-file.ts';
import { destinationOf } from './staging-folder.ts';

/** The changes of a build. All paths are relative to the destination. */
export interface Journal {
  /** The name of the folder with the new files, in that of the journal. */
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
export const JOURNAL = 'journal.json';

/** A file that keeps room on the disk: folders of the destination may grow when files are renamed into them. */
const RESERVE = 'journal.json.reserve';

/** How many bytes are kept at least, and for each byte of the journal: entries of folders have less than twice its names. */
const [LEAST_RESERVE, RESERVE_RATE] = [64 * 1024, 2];

/** Writes the journal whole. */
export function writeJournal(folder: string, journal: Journal): void {
  const file = path.join(folder, JOURNAL);
  const text = JSON.stringify(journal);
  writeFileSync(path.join(folder, RESERVE), Buffer.alloc(LEAST_RESERVE + RESERVE_RATE * text.length));
  writeFileSync(`${file}.draft`, text);
  renameSync(`${file}.draft`, file);
}

/**
 * Makes the changes of a journal, if there is one. What is done already is left out, so an interrupted run can be
 * finished by another one.
 */
export function applyJournal(folder: string): void {
  const journal = readJournal(folder);
  if (!journal) return;
  const destination = destinationOf(folder);
  const inDestination = (name: string): string => path.join(destination, name);
  rmSync(path.join(folder, RESERVE), { force: true });
  for (const link of journal.links) rmSync(inDestination(link), { force: true });
  const staged = path.join(folder, journal.staged);
  const folders = new NewFolders(staged, destination);
  for (const name of journal.files)
    if (!folders.moveWith(name)) moveFile(path.join(staged, name), inDestination(name));
  for (const name of journal.deletions) rmSync(inDestination(name), { force: true });
  for (const name of journal.folders) removeIfEmpty(inDestination(name));
}

/**
 * Reads a journal; `undefined` if there is none, or if no build has written it. A site may come with any file at this
 * path, so no name in it may lead out of the destination.
 */
function readJournal(folder: string): Journal | undefined {
  const journal = parse(path.join(folder, JOURNAL));
  if (!isJournal(journal)) return undefined;
  const { staged, links, files, deletions, folders } = journal;
  const names = [...links, ...files, ...deletions, ...folders];
  const isOwn = isBelow(folder, staged) && names.every((name) => isBelow(destinationOf(folder), name));
  return isOwn ? journal : undefined;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || (isSystemError(error) && error.code === 'ENOENT')) return undefined;
    throw error;
  }
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  const { staged, ...lists } = value as Readonly<Record<string, unknown>>;
  const isList = (list: unknown): boolean =>
    Array.isArray(list) && list.every((name) => typeof name === 'string');
  return (
    typeof staged === 'string' &&
    ['links', 'files', 'deletions', 'folders'].every((name) => isList(lists[name]))
  );
}

function isBelow(folder: string, name: string): boolean {
  const full = path.join(folder, name);
  return full !== folder && !name.includes('\0') && isWithin(folder, full);
}

/** Moves a staged file to its place. A file that is not there was moved before. */
function moveFile(staged: string, target: string): void {
  try {
    renameSync(staged, target);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT' && !existsSync(staged)) return;
    if (error.code !== 'EXDEV') throw error;
    copyToOtherDisk(staged, target);
  }
}

/** Copies a file next to its place first, under a name that a later run would use as well. */
function copyToOtherDisk(staged: string, target: string): void {
  const draft = `${target}.deckwright`;
  try {
    copyFileSync(staged, draft);
    setTimes(draft, statSync(staged));
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or gone.
  }
}
