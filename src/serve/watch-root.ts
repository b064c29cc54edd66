/** Notices that the folder of a site is gone, such as on a branch without it, and that it is back. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { FSWatcher } from 'vite';

/** What happens to the folder. */
export interface RootEvents {
  /** The folder was deleted or renamed. */
  readonly gone: () => void;
  /** There is a folder again, which the watcher does not know; called until the server has started again. */
  readonly back: () => void;
}

/** How often the folder is looked at, in milliseconds. A watcher does not notice that a folder comes back. */
const INTERVAL = 500;

/** Watches the folder itself for as long as the watcher is open. */
export function watchRoot(watcher: FSWatcher, root: string, { gone, back }: RootEvents): void {
  const first = identify(root);
  let isGone = false;
  const setGone = (): void => {
    if (!isGone) gone();
    isGone = true;
  };
  // The folder may be gone since the site was opened, and back before the next look.
  if (first === undefined) setGone();
  watcher.once('ready', () => identify(root) !== first && setGone());
  const timer = setInterval(() => {
    if ('closed' in watcher && watcher.closed === true) return clearInterval(timer);
    const now = identify(root);
    if (now !== first) setGone();
    if (now !== undefined && isGone) back();
  }, INTERVAL).unref();
  // A folder that is back within the interval may look the same, but is no longer watched.
  watcher.on('unlinkDir', (folder) => {
    if (path.resolve(folder) === root) setGone();
  });
}

/** What stays the same as long as a folder is the same; `undefined` if there is none. */
function identify(folder: string): string | undefined {
  try {
    const found = statSync(folder);
    return found.isDirectory() ? `${found.dev} ${found.ino} ${found.birthtimeMs}` : undefined;
  } catch {
    return undefined;
  }
}
