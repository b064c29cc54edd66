/**
 * Renames many files in a process of its own, which goes on when the build is killed: a destination is then old or new,
 * and not half of each. It starts while files are staged, and waits for the word to begin.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { applyJournal } from './journal.ts';
import { removeStaging, setOwners } from './staging.ts';

/** Fewer files than these are renamed in less time than it takes to start a process. */
const MANY = 16;

/** The word to begin. */
export const BEGIN = 'begin';

/** Finishes a build: applies its journal and deletes its staged files. */
export interface Finisher {
  finish(this: void): Promise<void>;
  /** Ends without any change. */
  cancel(this: void): void;
}

/**
 * Creates the finisher for a build with this many changes.
 * @param script the compiled entry point of the process; without it, files are renamed by this process
 */
export function createFinisher(folder: string, changes: number, script?: string): Finisher {
  // If that fails, the next command tries it again.
  const finishHere = (): void => {
    applyJournal(folder);
    removeStaging(folder);
  };
  const helper =
    changes > MANY && script !== undefined && existsSync(script) ? start(script, folder) : undefined;
  return {
    async finish() {
      if (!helper || !(await letFinish(helper, folder))) finishHere();
    },
    cancel: () => void helper?.stdin?.end(),
  };
}

/** The process has the output of errors of the build: who waits for its end waits for that of the process, too. */
function start(script: string, folder: string): ChildProcess {
  const helper = spawn(process.execPath, [script, folder], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  // A process that can't be started, or has ended, is done without.
  helper.on('error', () => undefined);
  helper.stdin?.on('error', () => undefined);
  return helper;
}

async function letFinish(helper: ChildProcess, folder: string): Promise<boolean> {
  if (helper.pid === undefined || helper.exitCode !== null) return false;
  setOwners(folder, [process.pid, helper.pid]);
  const ended = once(helper, 'exit').then(
    ([code]) => code === 0,
    () => false,
  );
  helper.stdin?.end(BEGIN);
  return ended;
}
