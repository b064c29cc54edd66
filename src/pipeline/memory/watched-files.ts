/** The files of a site, where each look at one is known. */
import type { Files } from '../../files.ts';
import type { UseRecorder } from './uses.ts';

/** The same files; what is read on behalf of a page is kept with it. */
export function watchFiles(files: Files, uses: UseRecorder): Files {
  return {
    read(file) {
      uses.read(file);
      return files.read(file);
    },
    readBytes(file) {
      uses.read(file);
      return files.readBytes(file);
    },
    list(folder) {
      uses.folder(folder);
      return files.list(folder);
    },
    has(file) {
      uses.file(file);
      return files.has(file);
    },
  };
}
