/** The files that an export writes: their names, and how they are written. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import type { ExportDeck, WrittenFile } from './types.ts';

/** Where the files of an export go. */
export interface OutputPlace {
  /** `--output`; the current folder by default. */
  readonly output: string | undefined;
  /** How many decks are exported. */
  readonly decks: number;
}

/**
 * The file of a deck that is exported as one file: `--output` if it names a file, or else a file in that folder that has
 * the name of the deck.
 * @param extension with its dot: `.pdf`
 */
export function outputFile(
  deck: Pick<ExportDeck, 'fileName'>,
  extension: string,
  { output, decks }: OutputPlace,
): string {
  const name = `${deck.fileName}${extension}`;
  if (output === undefined) return path.resolve(name);
  const isFolder =
    decks > 1 || /[\\/]$/.test(output) || isExistingFolder(output) || path.extname(output) === '';
  return isFolder ? path.resolve(output, name) : path.resolve(output);
}

/** The folder of a deck that is exported as several files: `--output` itself for one deck. */
export function outputFolder(deck: Pick<ExportDeck, 'fileName'>, { output, decks }: OutputPlace): string {
  if (output === undefined) return path.resolve(deck.fileName);
  return decks > 1 ? path.resolve(output, deck.fileName) : path.resolve(output);
}

const isExistingFolder = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Writes a file next to its place and renames it, so that no half file is left.
 * @throws {DeckError} if the system refuses it
 */
export function writeOutput(file: string, content: string | Uint8Array): WrittenFile {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw refusal(file, error);
  }
  return { path: file, bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.length };
}

function refusal(file: string, error: unknown): DeckError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DeckError([
    createDiagnostic({
      code: 'write-failed',
      message: `${file} cannot be written: ${reason}`,
      hint: 'Choose another file or folder with --output, or close the program that has the file open.',
    }),
  ]);
}
