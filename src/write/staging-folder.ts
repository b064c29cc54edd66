/** Where the new files of a destination are staged. */
import { accessSync, constants, type Stats, statSync } from 'node:fs';
import path from 'node:path';

const SUFFIX = '.deckwright';

/** The path of the folder: next to the destination if files can be renamed from there, otherwise in it. */
export function stagingFolder(destination: string): string {
  const parent = path.dirname(destination);
  const found = findFolder(destination);
  return !found || (found.dev === findFolder(parent)?.dev && isWritable(parent))
    ? path.join(parent, `.${path.basename(destination)}${SUFFIX}`)
    : path.join(destination, SUFFIX);
}

/** The destination that a folder of staged files belongs to. */
export function destinationOf(folder: string): string {
  const [parent, name] = [path.dirname(folder), path.basename(folder)];
  return name === SUFFIX ? parent : path.join(parent, name.slice(1, -SUFFIX.length));
}

/** Looks at a folder. One that can't be looked at is none yet: creating it says why. */
function findFolder(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
