/** Reports files in other encodings than UTF-8. */
import { isUtf8 } from 'node:buffer';
import { findMark } from './decode-text.ts';
import { createDiagnostic, type Diagnostic, type SourceFile } from './diagnostics.ts';
import type { Files } from './files.ts';

/** What a decoder puts in the place of bytes that are no character. */
const REPLACEMENT = '\uFFFD';
const MARK = '\uFEFF';

/** Reports a file that is not in UTF-8, at its first wrong byte. */
export function checkEncoding(files: Files, source: SourceFile): readonly Diagnostic[] {
  const { path, text } = source;
  // Most files have none of these characters, and need not be read again.
  if (!text.startsWith(MARK) && !text.includes(REPLACEMENT) && !text.includes('\0')) return [];
  const problem = findProblem(text, files.readBytes(path) ?? new Uint8Array());
  if (!problem) return [];
  return [
    createDiagnostic({
      code: 'text-encoding',
      severity: 'warning',
      hint: 'Save the file as UTF-8.',
      source,
      ...problem,
    }),
  ];
}

interface Problem {
  readonly message: string;
  readonly offset: number;
}

function findProblem(text: string, bytes: Uint8Array): Problem | undefined {
  if (findMark(bytes))
    return {
      message: 'this file is in UTF-16, which is read here, but not by Hugo and most other tools',
      offset: 0,
    };
  if (isLikeUtf16(bytes))
    return {
      message: "this file seems to be in UTF-16 without a byte order mark, so its text can't be read",
      offset: text.indexOf('\0'),
    };
  if (isUtf8(bytes)) return undefined;
  const offset = text.indexOf(REPLACEMENT);
  const byte = bytes[Buffer.byteLength(text.slice(0, offset))] ?? 0;
  const char = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  const isLetter = /[\p{L}\p{P}\p{S}]/u.test(char);
  return {
    message: `this file is not in UTF-8: the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} is no character${isLetter ? `; in Windows-1252 it is "${char}"` : ''}`,
    offset,
  };
}

/** The number of bytes that are looked at. */
const SAMPLE = 1000;

/** Whether every other byte of most characters is zero, as in a Western text in UTF-16. */
function isLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [n, byte] of sample.entries()) if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const [most, least] = even > odd ? [even, odd] : [odd, even];
  return most > sample.length / 4 && least < most / 4;
}
