/** Compares files without reading them whole: a video may have more bytes than Node reads at once. */
import { closeSync, openSync, readSync } from 'node:fs';

/** How much is read at once; in bytes. */
const CHUNK = 1024 * 1024;

/** Whether two files of the same size have the same bytes. */
export function haveSameBytes(one: string, other: string, size: number): boolean {
  const files: number[] = [];
  try {
    for (const file of [one, other]) files.push(openSync(file, 'r'));
    return readSame(files, size);
  } finally {
    for (const file of files) closeSync(file);
  }
}

function readSame([one = -1, other = -1]: readonly number[], size: number): boolean {
  const length = Math.min(size, CHUNK);
  const [a, b] = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
  for (let at = 0; at < size; at += length) {
    const [wanted, found] = [readFully(one, a, at), readFully(other, b, at)];
    if (wanted !== found || a.compare(b, 0, found, 0, wanted) !== 0) return false;
    // One of them was cut off meanwhile, or is a file that has no size, such as those of the system.
    if (wanted < Math.min(length, size - at)) return false;
  }
  return true;
}

/** Fills a buffer from a position in a file; a system may give less than was asked for. */
function readFully(file: number, buffer: Buffer, position: number): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, position + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
