/** The entry point of the process that finishes a build: see write/finisher.ts. */
import { text } from 'node:stream/consumers';
import { BEGIN } from './write/finisher.ts';
import { applyJournal } from './write/journal.ts';
import { removeStaging } from './write/staging.ts';

async function main([folder]: readonly string[]): Promise<void> {
  // Without the word, the build has ended before its files were complete.
  if (folder === undefined || (await text(process.stdin)) !== BEGIN) return;
  try {
    applyJournal(folder);
    removeStaging(folder);
  } catch {
    // The build that waits for this process tries it again, and reports the error.
    process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
