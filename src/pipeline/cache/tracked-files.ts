/** Wraps the files of a site so that each access is recorded. */
import type { Files } from '../../files.ts';
import type { DependencyTracker } from './dependencies.ts';

/** Returns the same files; each access is recorded as a dependency of the part that is being rendered. */
export function trackFiles(files: Files, tracker: DependencyTracker): Files {
  return {
    read(file) {
      tracker.addReadFile(file);
      return files.read(file);
    },
    readBytes(file) {
      tracker.addReadFile(file);
      return files.readBytes(file);
    },
    list(folder) {
      tracker.addFolder(folder);
      return files.list(folder);
    },
    has(file) {
      tracker.addFile(file);
      return files.has(file);
    },
  };
}
