/** Which rendered parts a change of files affects. */
import { expect, test } from 'vitest';
import { Changes } from '../../src/pipeline/cache/changes.ts';
import { createChange, type Dependencies, isAffected } from '../../src/pipeline/cache/dependencies.ts';

const dependenciesOn = (files: readonly string[], folders: readonly string[] = []): Dependencies => ({
  files: new Set(files),
  folders: new Set(folders),
  kinds: new Set(),
  usedFiles: new Set(),
});
const isAffectedBy = (changed: readonly string[], dependencies: Dependencies): boolean =>
  isAffected(dependencies, createChange(changed, new Set(), false));

const rows: readonly (readonly [string, Dependencies, readonly string[], boolean])[] = [
  ['the file itself', dependenciesOn(['a/b.md']), ['a/b.md'], true],
  ['another file', dependenciesOn(['a/b.md']), ['a/c.md'], false],
  ['a folder above the file', dependenciesOn(['a/b/c.md']), ['a'], true],
  ['a name that starts alike', dependenciesOn(['ab/c.md']), ['a'], false],
  ['a path below the file', dependenciesOn(['a']), ['a/b'], false],
  ['a listed folder', dependenciesOn([], ['a/b']), ['a/b'], true],
  ['a file in a listed folder', dependenciesOn([], ['a/b']), ['a/b/c/d.md'], true],
  ['a folder above a listed one', dependenciesOn([], ['a/b/c']), ['a/b'], true],
  ['a file beside a listed folder', dependenciesOn([], ['a/b']), ['a/c.md'], false],
  ['any file, if the whole site is listed', dependenciesOn([], ['']), ['x.md'], true],
  ['nothing', dependenciesOn(['a'], ['']), [], false],
];

test.each(rows)('%s', (_, dependencies, changed, expected) => {
  expect(isAffectedBy(changed, dependencies)).toBe(expected);
  // Others beside it make no difference.
  if (changed.length > 0) expect(isAffectedBy(['z/1', ...changed, 'z/2/3'], dependencies)).toBe(expected);
});

test('10,000 files that change at once take no longer for each part', () => {
  const changed = Array.from({ length: 10_000 }, (_, n) => `static/d${n % 100}/f${n}.txt`);
  const change = createChange(changed, new Set(), false);
  const parts = Array.from({ length: 20_000 }, (_, n) =>
    dependenciesOn([`layouts/_default/${n}.html`, `content/${n}/pic.png`], ['data']),
  );
  const startedAt = performance.now();
  expect(parts.some((part) => isAffected(part, change))).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test('a part is compared with all changes since it was rendered', () => {
  const changes = new Changes();
  const part = dependenciesOn(['a.md']);
  const edit = (file: string): void => changes.add(createChange([file], new Set(), false));
  edit('a.md');
  const { count } = changes;
  edit('b.md');
  expect(changes.affectSince(count, part)).toBe(false);
  edit('a.md');
  edit('b.md');
  expect(changes.affectSince(count, part)).toBe(true);
  expect(changes.affectSince(count + 2, part)).toBe(false);
});

test('a part that was not used for many changes is rendered again', () => {
  const changes = new Changes();
  for (let n = 0; n < 1000; n++) changes.add(createChange(['b.md'], new Set(), false));
  expect(changes.affectSince(999, dependenciesOn(['a.md']))).toBe(false);
  expect(changes.affectSince(0, dependenciesOn(['a.md']))).toBe(true);
});
