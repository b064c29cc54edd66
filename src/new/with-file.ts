/** A folder as it would be with one more file. */
import type { Files } from '../files.ts';

/** The files of a folder, and a text that is seen among them at a path. */
export function withFile(files: Files, path: string, text: string): Files {
  return {
    read: (file) => (file === path ? text : files.read(file)),
    readBytes: (file) => (file === path ? new TextEncoder().encode(text) : files.readBytes(file)),
    has: (file) => file === path || files.has(file),
    list(folder) {
      const isBelow = folder === '' || path.startsWith(`${folder}/`);
      return isBelow ? [...new Set([...files.list(folder), path])].sort() : files.list(folder);
    },
  };
}
