/** CONTRIBUTING.md names no file or folder that does not exist. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument, ROOT } from '../support/documents.ts';

/** A path in code; patterns such as `tests/fixtures/*.txt` are not paths. */
const PATH_RE =
  /`((?:src|bin|tests|layouts|starter|docs|schemas|content|static|deck-parts|themes|\.ci)\/[^`\s*]*)`/g;

test('every path in CONTRIBUTING.md exists', () => {
  const named = [...readDocument('CONTRIBUTING.md').text.matchAll(PATH_RE)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});
