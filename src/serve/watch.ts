/** Watches the site's folder for changed files. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FSWatcher } from 'vite';
import { isWithin } from '../files.ts';
import type { Site } from '../pipeline.ts';
import { resolveLinks } from '../write/destination.ts';
import { Links } from './links.ts';

/** The folder to watch. */
export interface WatchedFolder {
  readonly root: string;
  /** A folder to ignore: the output of a build is not a change. */
  readonly ignored: string;
  /** When the site was opened, in milliseconds since 1970. What was saved since then is a change. */
  readonly openedAt: number;
  /** Lists the files that the site has, as paths relative to the root. What is missing when the watcher starts is a change. */
  readonly listFiles: () => readonly string[];
}

/** How long changes are collected, because an editor may write a file in several steps; in milliseconds. */
const DEBOUNCE = 5;

/**
 * The delay of the second check of a file, in milliseconds: the watcher reports only one change per file in 50 ms, and
 * drops those that follow.
 */
const RETRY_DELAY = 80;

/** Watches a folder, and reports changed files as paths relative to the root, with `/`. */
export function watchFolder(
  watcher: FSWatcher,
  { root, ignored, openedAt, listFiles }: WatchedFolder,
  onChange: (files: readonly string[]) => void,
): void {
  const changed = new Set<string>();
  const realRoot = resolveLinks(root);
  const realIgnored = resolveLinks(ignored);
  const links = new Links(realRoot);
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
    const paths = new Set(files.flatMap((file) => links.paths(file)));
    onChange([...paths].map((file) => path.relative(realRoot, file).split(path.sep).join('/')));
    setTimeout(
      () => seen.filter(({ file, state }) => readState(file) !== state).forEach(({ file }) => note(file)),
      RETRY_DELAY,
    );
  };
  const isSource = (file: string): boolean =>
    file !== realRoot && isWithin(realRoot, file) && !isWithin(realIgnored, file);
  watcher.on('all', (_event, file) => {
    const full = path.resolve(realRoot, file);
    if (!isSource(full)) return;
    links.update(full);
    note(full);
  });
  // The watcher never reports changes from before it finds a file. It may be ready already.
  const noteSaved = (): readonly string[] => {
    const files = listWatched(watcher, isSource);
    for (const file of files) links.update(file);
    files.filter(isSavedSince(openedAt)).forEach(note);
    return files;
  };
  const noteMissing = (watched: readonly string[]): void =>
    findMissing(listFiles(), { root: realRoot, watched }).forEach(note);
  const first = noteSaved();
  if (first.length > 0) noteMissing(first);
  watcher.once('ready', () => noteMissing(noteSaved()));
}

/** Finds files that don't exist any more, as absolute paths. Those that are watched exist. */
function findMissing(
  files: readonly string[],
  { root, watched }: { readonly root: string; readonly watched: readonly string[] },
): readonly string[] {
  const known = new Set(watched);
  const all = files.map((file) => path.join(root, file));
  return all.filter((file) => !known.has(file) && !existsSync(file));
}

/** The files of a site that are pages, or are published as they are. */
export function listSources({ pages, staticFiles }: Site): readonly string[] {
  const sources = pages.map(({ source }) => source.path);
  // Generated pages have no file.
  return [...sources.filter((file) => file !== ''), ...staticFiles.map(({ source }) => source)];
}

function listWatched(watcher: FSWatcher, isSource: (file: string) => boolean): readonly string[] {
  return Object.entries(watcher.getWatched()).flatMap(([folder, names]) =>
    names.map((name) => path.resolve(folder, name)).filter(isSource),
  );
}

/** File systems round times down, Linux to its ticks of up to 10 milliseconds. */
const TICK = 10;

const isSavedSince =
  (time: number) =>
  (file: string): boolean => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() === true && found.mtimeMs >= time - TICK;
  };

/** The modification time and size of a file, which are equal as long as it does not change. */
function readState(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : 'gone';
}
