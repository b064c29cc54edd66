/** Addresses between files of the output. */
import path from 'node:path';

/** How a page at `outputPath` writes the address of another file of the output. */
export function relativeAddress(file: string, outputPath: string): string {
  return path.posix.relative(path.posix.dirname(outputPath), file);
}
