/** Where the files of an export go, and that each is written whole or not at all. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { outputFile, outputFolder, writeOutput } from '../../src/export/output-files.ts';
import type { ExportDeck } from '../../src/export/types.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const deck = { fileName: 'talks-boats' } as ExportDeck;
const existing = temporaryFolder();

test.each([
  [undefined, 1, path.resolve('talks-boats.pdf')],
  ['out', 1, path.resolve('out', 'talks-boats.pdf')],
  ['out/', 1, path.resolve('out', 'talks-boats.pdf')],
  ['out.pdf', 1, path.resolve('out.pdf')],
  ['out.pdf', 2, path.resolve('out.pdf', 'talks-boats.pdf')],
  [existing, 1, path.join(existing, 'talks-boats.pdf')],
])('one file: --output %s with %i decks', (output, decks, expected) => {
  expect(outputFile(deck, '.pdf', { output, decks })).toBe(expected);
});

test.each([
  [undefined, 1, path.resolve('talks-boats')],
  ['out', 1, path.resolve('out')],
  ['out', 2, path.resolve('out', 'talks-boats')],
])('several files: --output %s with %i decks', (output, decks, expected) => {
  expect(outputFolder(deck, { output, decks })).toBe(expected);
});

test('a file is written with its folder, and nothing else is left', () => {
  const folder = path.join(temporaryFolder(), 'new');
  const file = path.join(folder, 'a.txt');
  expect(writeOutput(file, 'ä')).toEqual({ path: file, bytes: 2 });
  writeOutput(file, 'b');
  expect(readFileSync(file, 'utf8')).toBe('b');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('a file that cannot be written is a diagnostic, and leaves no draft', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'a.pdf'));
  writeFileSync(path.join(folder, 'a.pdf', 'in it'), '');
  expect(() => writeOutput(path.join(folder, 'a.pdf'), 'b')).toThrow(
    /^error write-failed\n.*a\.pdf cannot be written: /,
  );
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});
