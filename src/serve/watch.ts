/** Which files of the author's folder have changed, a moment ago and together. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { FSWatcher } from 'vite';
import { isWithin } from '../files.ts';

/** What is watched. */
export interface WatchedFolder {
  readonly root: string;
  /** A folder in it that is passed over: what a build writes is no change. */
  readonly ignored: string;
}

/** An editor may write a file in several steps, and a tool several files: they are taken together. In milliseconds. */
const DEBOUNCE = 5;

/**
 * The watcher tells of one change of a file in 50 ms, and is silent about what follows in that time. So each file is
 * looked at once more when that time is over. In milliseconds.
 */
const RETRY_DELAY = 80;

/** Tells of changed files, as paths below the root with `/`. */
export function watchFolder(
  watcher: FSWatcher,
  { root, ignored }: WatchedFolder,
  onChange: (files: readonly string[]) => void,
): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const note = (file: string): void => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(notify, DEBOUNCE);
  };
  const notify = (): void => {
    const files = [...changed];
    changed.clear();
    const seen = files.map((file) => ({ file, state: readState(file) }));
    onChange(files.map((file) => path.relative(root, file).split(path.sep).join('/')));
    setTimeout(
      () => seen.filter(({ file, state }) => readState(file) !== state).forEach(({ file }) => note(file)),
      RETRY_DELAY,
    );
  };
  watcher.on('all', (_event, file) => {
    const full = path.resolve(root, file);
    if (isWithin(root, full) && !isWithin(ignored, full)) note(full);
  });
}

/** The same for two looks at a file that has not changed between them. */
function readState(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : 'gone';
}
