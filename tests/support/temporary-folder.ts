/** Folders for the tests of one file. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A folder for one test file, with a copy of a site where one is named. It is deleted after the file's tests. */
export function temporaryFolder(copyOf?: string): string {
  // By its own name: macOS has a link there, and Windows a short form of it.
  const folder = mkdtempSync(path.join(realpathSync.native(os.tmpdir()), 'deckwright-'));
  if (copyOf) cpSync(copyOf, folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
