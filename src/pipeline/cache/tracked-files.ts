/** The files of a site, where each look at one is known. */
import type { Files } from '../../files.ts';
import type { DependencyTracker } from './dependencies.ts';

/** The same files; what is read on behalf of a page is kept with it. */
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
