/** Which files of a mount are seen. Each row was tried with Hugo 0.169. */
import { describe, expect, test } from 'vitest';
import { createFileFilter } from '../../src/site/mounts/mount-filter.ts';

const FILES = [
  'Sub2/Salary.TXT',
  'a.bak',
  'a.md',
  'sub/a.md',
  'sub/b.txt',
  'sub/deep/a.bak',
  'sub/deep/c.txt',
  'x/a.md',
];

const seen = (patterns: readonly string[]): readonly string[] => FILES.filter(createFileFilter(patterns));

const without = (...files: readonly string[]): readonly string[] =>
  FILES.filter((file) => !files.includes(file));

const SUB = FILES.filter((file) => file.startsWith('sub/'));

describe('files that are named', () => {
  test.each([
    [[], FILES],
    [['*.md'], ['a.md']],
    // No pattern leads into a folder.
    [['**.md'], ['a.md']],
    [['**/*.md'], ['sub/a.md', 'x/a.md']],
    [
      ['**/*.md', '*.md'],
      ['a.md', 'sub/a.md', 'x/a.md'],
    ],
    [['sub/*'], ['sub/a.md', 'sub/b.txt']],
    [['sub/**'], SUB],
    [['/sub/**'], SUB],
    [['sub'], []],
    [['sub**'], ['Sub2/Salary.TXT', ...SUB]],
    [['sub/**.txt'], ['sub/b.txt']],
    [['sub2/salary.txt'], ['Sub2/Salary.TXT']],
    [['*/deep/*'], ['sub/deep/a.bak', 'sub/deep/c.txt']],
    [['**deep/**'], []],
    [
      ['**.txt', 'sub/deep/*'],
      ['sub/b.txt', 'sub/deep/a.bak', 'sub/deep/c.txt'],
    ],
    [['./a.md'], []],
    [[''], []],
    [['!a.md'], []],
    [['sub/deep/c.txt'], ['sub/deep/c.txt']],
  ])('%j', (patterns, files) => {
    expect(seen(patterns)).toEqual(files);
  });
});

describe('files that are left out', () => {
  test.each([
    [['! a.md'], without('a.md')],
    [['! /a.md'], without('a.md')],
    [['! A.MD'], without('a.md')],
    [['! **.bak'], without('a.bak', 'sub/deep/a.bak')],
    [['! **/a.*'], without('sub/a.md', 'sub/deep/a.bak', 'x/a.md')],
    [['! {a,b}.*'], without('a.bak', 'a.md')],
    [['! ?.md'], without('a.md')],
    [['! sub/**'], without(...SUB)],
    [['! sub'], without(...SUB)],
    [['! sub/'], FILES],
    [['! ./a.md'], FILES],
    [['! *'], []],
    [['! **'], []],
  ])('%j', (patterns, files) => {
    expect(seen(patterns)).toEqual(files);
  });
});

describe('the first pattern that matches decides', () => {
  test.each([
    [['sub/**', '! sub/a.md'], SUB],
    [
      ['! sub/a.md', 'sub/**'],
      ['sub/b.txt', 'sub/deep/a.bak', 'sub/deep/c.txt'],
    ],
    [
      ['x/*', '! sub/a.md', 'sub/*'],
      ['sub/b.txt', 'x/a.md'],
    ],
    [['! sub', 'sub/deep/c.txt'], []],
    [['! sub/*', 'sub/deep/c.txt'], []],
    [['sub/deep/c.txt', '! sub'], ['sub/deep/c.txt']],
    [
      ['! sub/deep', 'sub/**'],
      ['sub/a.md', 'sub/b.txt'],
    ],
    [['sub/**', '! sub/deep'], SUB],
  ])('%j', (patterns, files) => {
    expect(seen(patterns)).toEqual(files);
  });
});
