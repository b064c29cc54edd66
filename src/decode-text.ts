/** Decodes the text of files: UTF-8, or UTF-16 if a byte order mark says so. */

/** The encodings that a byte order mark tells, and its bytes. */
const MARKS = [
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Decodes bytes as UTF-8, or as UTF-16 if a byte order mark says so. The mark stays. */
export function decodeText(bytes: Buffer): string {
  const mark = findMark(bytes);
  return mark ? new TextDecoder(mark.name, { ignoreBOM: true }).decode(bytes) : bytes.toString('utf8');
}

/** Finds the byte order mark of UTF-16. */
export const findMark = (bytes: Uint8Array): (typeof MARKS)[number] | undefined =>
  MARKS.find((mark) => mark.bytes.every((byte, n) => bytes[n] === byte));
