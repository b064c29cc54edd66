/** Names that a file system does not allow, or takes for each other. */
import { linkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBadName, findNameClash } from '../../src/write/file-names.ts';
import { textFiles as texts } from '../support/site-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSiteFile } from '../support/write-site.ts';

test.each([
  ['a/..\\..\\evil/index.html', '..\\..\\evil'],
  ['C:/x.html', 'C:'],
  ['a:b/index.html', 'a:b'],
  ['con/index.html', 'con'],
  ['a/NUL.html', 'NUL.html'],
  ['com1', 'com1'],
  ['a./index.html', 'a.'],
  ['a /index.html', 'a '],
  ['what?/index.html', 'what?'],
  ['a\nb.html', 'a\nb.html'],
  ['console/index.html', undefined],
  ['a.b/.nojekyll', undefined],
  ['caf\u00E9/null.html', undefined],
])('on Windows, %j can’t have the name %j', (file, name) => {
  expect(findBadName(file, 'win32')).toBe(name);
  expect(findBadName(file, 'linux')).toBeUndefined();
});

// Other systems have disks that ignore case, and no second file.
test.runIf(process.platform === 'linux')('names in other case are one file where the disk says so', () => {
  const folder = temporaryFolder();
  const files = texts({ 'A/index.html': '', 'b.html': '', 'a/index.html': '' });
  for (const file of files) writeSiteFile(folder, file.path, '');
  expect(findNameClash(files, [folder])).toBeUndefined();
  // As on a disk that ignores case: both paths lead to one file.
  const other = temporaryFolder();
  writeSiteFile(other, 'A/index.html', '');
  writeSiteFile(other, 'a/b', '');
  linkSync(path.join(other, 'A/index.html'), path.join(other, 'a/index.html'));
  expect(findNameClash(files, [folder, other])?.map((file) => file.path)).toEqual([
    'A/index.html',
    'a/index.html',
  ]);
});
