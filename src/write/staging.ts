/**
 * The folder next to a destination in which a build writes its new files. It is the lock of the destination, too: only one
 * build has it, and a folder whose owner has ended is finished and taken over.
 */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { applyJournal, JOURNAL } from './journal.ts';
import { createOwner, describeOwner, parseOwner, readState } from './owner.ts';
import { isSystemError, refusal } from './refusal.ts';
import { findEntry } from './site-file.ts';

const OWNER = 'owner.json';

/** What a build writes to its folder. */
const OWN_NAME_RE = /^(?:(?:owner|journal)\.json(?:\..+)?|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** How long a folder without the name of its owner is left to the process that has just made it; in milliseconds. */
const NAMELESS_TIME = 2000;

/** How long a build waits for another one: two minutes, in milliseconds. */
const WAITING_TIME = 120_000;

/** After this time, a build says what it waits for; in milliseconds. */
const NOTICE_TIME = 1000;

/** How often a waiting build looks at first, and later; in milliseconds. */
const [INTERVAL, LONG_INTERVAL] = [25, 250];

/** Called while a build waits for another one. */
export interface WaitEvents {
  /** Called once, as soon as the build has to wait. */
  readonly onWait?: () => void;
  /** Called once if that takes long, with a line that says what the build waits for and how to end it. */
  readonly onLongWait?: (notice: string) => void;
}

/**
 * Makes the folder; waits while another build has it.
 * @returns whether another build had it
 * @throws {DeckError} when the other build does not end, or when something else is there
 */
export async function takeStaging(folder: string, { onWait, onLongWait }: WaitEvents): Promise<boolean> {
  const start = performance.now();
  let [isWaiting, isNoticed] = [false, false];
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let interval = INTERVAL; !make(folder); interval = Math.min(interval * 1.2, LONG_INTERVAL)) {
    const notice = finishUnlessOwned(folder, { isReplaced: true });
    if (notice === undefined) continue;
    const time = performance.now() - start;
    if (!isWaiting) onWait?.();
    isWaiting = true;
    if (time > NOTICE_TIME && !isNoticed) onLongWait?.(`${notice}: ${hintFor(folder)}`);
    isNoticed ||= time > NOTICE_TIME;
    if (time > WAITING_TIME) throw stillBusy(folder, notice);
    await wait(interval);
  }
  return isWaiting;
}

/** Makes the folder, with its owner; `false` if another build has it. */
function make(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    return nameFirstOwner(folder);
  } catch (error) {
    removeStaging(folder);
    throw error;
  }
}

/** Names this process, if no other one is named. */
function nameFirstOwner(folder: string): boolean {
  try {
    writeFileSync(path.join(folder, OWNER), JSON.stringify(createOwner([process.pid])), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error) && (error.code === 'EEXIST' || error.code === 'ENOENT')) return false;
    throw error;
  }
}

/** Names the processes that work on the destination. */
export function setOwners(folder: string, processes: readonly number[]): void {
  const file = path.join(folder, OWNER);
  writeFileSync(`${file}.draft`, JSON.stringify(createOwner(processes)));
  renameSync(`${file}.draft`, file);
}

/**
 * Finishes what an interrupted build has left, and deletes its folder; does nothing while its processes run, or if no build
 * has made the folder.
 */
export function finishInterrupted(folder: string): void {
  if (isOwn(folder)) finishUnlessOwned(folder, { isReplaced: false });
}

/**
 * Finishes what an interrupted build has left, and deletes its folder.
 * @param isReplaced whether a build follows, so that it does no harm if that fails
 * @returns what is to be waited for, if the folder is still there
 * @throws {DeckError} when no build has made it
 */
function finishUnlessOwned(
  folder: string,
  { isReplaced }: { readonly isReplaced: boolean },
): string | undefined {
  if (!isOwn(folder)) throw notOwn(folder);
  if (!findEntry(folder)) return undefined;
  const text = readText(path.join(folder, OWNER));
  const owner = parseOwner(text ?? '');
  if (owner) {
    const state = readState(owner);
    if (state !== 'ended') return `waiting for another build (${describeOwner(owner)})`;
  } else if (isNew(folder)) return 'waiting for another build that begins';
  if (!takeOver(folder, text)) return 'waiting for another build that finishes an interrupted one';
  try {
    applyJournal(folder);
  } catch (error) {
    if (!isReplaced || !isSystemError(error)) throw error;
  }
  removeStaging(folder);
  return undefined;
}

/** Whether a build may have made the folder. A link to nowhere holds nothing, and is deleted. */
function isOwn(folder: string): boolean {
  const entry = findEntry(folder);
  if (!entry) return true;
  if (entry.isSymbolicLink() && !existsSync(folder)) {
    rmSync(folder, { force: true });
    return true;
  }
  if (!entry.isDirectory()) return false;
  return (
    parseOwner(readText(path.join(folder, OWNER)) ?? '') !== undefined ||
    listNames(folder).every((name) => isOwnName(folder, name))
  );
}

function isOwnName(folder: string, name: string): boolean {
  const isFile = name.includes('.');
  const found = findEntry(path.join(folder, name));
  return OWN_NAME_RE.test(name) && (!found || (isFile ? found.isFile() : found.isDirectory()));
}

function isNew(folder: string): boolean {
  const made = statSync(folder, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs < NAMELESS_TIME;
}

/**
 * Makes this process the owner, if the folder still has the owner that has ended: of several that have seen its end, only
 * one finishes its build.
 * @param text the description of the owner that has ended
 */
function takeOver(folder: string, text: string | undefined): boolean {
  if (text === undefined) return nameFirstOwner(folder);
  const file = path.join(folder, OWNER);
  const old = `${file}.${randomUUID()}`;
  try {
    renameSync(file, old);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
  if (readText(old) === text) return nameFirstOwner(folder);
  renameSync(old, file);
  return false;
}

/** Reads a file; `undefined` if it can't be read, such as one that is being replaced. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Deletes the folder: the journal first, so that it is not applied again, and the owner last. */
export function removeStaging(folder: string): void {
  const rest = listNames(folder).filter((name) => name !== OWNER && name !== JOURNAL);
  for (const name of [JOURNAL, ...rest, OWNER])
    rmSync(path.join(folder, name), { recursive: true, force: true });
  try {
    rmdirSync(folder);
  } catch {
    // Another build has taken it at this moment.
  }
}

function notOwn(folder: string): DeckError {
  const name = path.basename(folder);
  return refusal(folder, 'new files are staged there, and it has something that is not of a build', {
    hint: `Rename or delete ${name}, or choose another folder with --destination.`,
  });
}

function stillBusy(folder: string, notice: string): DeckError {
  return new DeckError([
    createDiagnostic({
      code: 'destination-busy',
      message: `another build is writing to the same destination: stopped ${notice} after two minutes`,
      hint: hintFor(folder, 'W'),
    }),
  ]);
}

const hintFor = (folder: string, first = 'w'): string =>
  `${first}ait for it to end; if it is not running any more, delete ${folder}`;
