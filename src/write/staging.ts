/**
 * The folder next to a destination in which a build writes its new files. It is the lock of the destination, too: only one
 * build has it, and a folder whose owner has ended is finished and taken over.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { applyJournal } from './journal.ts';
import { isSystemError } from './refusal.ts';
import { findEntry } from './site-file.ts';

/** The processes that work on a destination. */
interface Owner {
  readonly host: string;
  readonly processes: readonly number[];
}

const OWNER = 'owner.json';

/** How long a folder without the name of its owner is left to the process that has just made it; in milliseconds. */
const NAMELESS_TIME = 2000;

/** How long a build waits for another one: two minutes, in milliseconds. */
const WAITING_TIME = 120_000;

/** How often a waiting build looks; in milliseconds. */
const INTERVAL = 25;

/**
 * Makes the folder; waits while another build has it.
 * @param onWait called once if the build has to wait
 * @throws {DeckError} when the other build does not end
 */
export async function takeStaging(folder: string, onWait: () => void): Promise<void> {
  const end = performance.now() + WAITING_TIME;
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let isFirst = true; !make(folder); isFirst = false) {
    if (finishInterrupted(folder)) continue;
    if (isFirst) onWait();
    if (performance.now() > end) throw stillBusy(folder);
    await wait(INTERVAL);
  }
  setOwners(folder, [process.pid]);
}

/** Makes the folder; `false` if it exists. */
function make(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Names the processes that work on the destination. */
export function setOwners(folder: string, processes: readonly number[]): void {
  const owner: Owner = { host: os.hostname(), processes };
  const file = path.join(folder, OWNER);
  writeFileSync(`${file}.draft`, JSON.stringify(owner));
  renameSync(`${file}.draft`, file);
}

/**
 * Finishes what an interrupted build has left, and deletes its folder.
 * @returns whether the folder is gone: `false` while its owner runs
 */
export function finishInterrupted(folder: string): boolean {
  if (!findEntry(folder)) return true;
  if (isOwned(folder)) return false;
  applyJournal(folder);
  removeStaging(folder);
  return true;
}

function isOwned(folder: string): boolean {
  const owner = readOwner(folder);
  if (owner) return owner.host !== os.hostname() || owner.processes.some(isRunning);
  const made = statSync(folder, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs < NAMELESS_TIME;
}

function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, OWNER), 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    // The process exists, but belongs to another user.
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Deletes the folder. It gets another name first, so that it is gone at once. */
export function removeStaging(folder: string): void {
  const old = `${folder}.${randomUUID()}`;
  try {
    renameSync(folder, old);
  } catch {
    return;
  }
  rmSync(old, { recursive: true, force: true });
}

function stillBusy(folder: string): DeckError {
  const owner = readOwner(folder);
  const names = owner ? ` (process ${owner.processes.join(', ')} on ${owner.host})` : '';
  return new DeckError([
    createDiagnostic({
      code: 'destination-busy',
      message: `another build${names} is writing to the same destination`,
      hint: `Wait for it to end. If it is not running any more, delete ${folder}.`,
    }),
  ]);
}
