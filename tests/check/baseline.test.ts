/** A baseline keeps known findings quiet, and only those. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compareFindings, readBaseline, writeBaseline } from '../../src/check/baseline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'deep', 'baseline.json');
const findings = (...names: readonly string[]) => names.map((fingerprint) => ({ fingerprint }));

test('what was written is read again, sorted and counted', () => {
  writeBaseline(file, findings('overflow | /b/', 'contrast | /a/', 'overflow | /b/'));
  expect(readFileSync(file, 'utf8')).toBe(
    '{\n  "version": 1,\n  "findings": {\n    "contrast | /a/": 1,\n    "overflow | /b/": 2\n  }\n}\n',
  );
  expect([...readBaseline(file)]).toEqual([
    ['contrast | /a/', 1],
    ['overflow | /b/', 2],
  ]);
});

test('new findings are reported, known ones are not, and those that are gone are counted', () => {
  const baseline = new Map([
    ['a', 1],
    ['b', 2],
    ['c', 1],
  ]);
  const { fresh, known, gone } = compareFindings(findings('a', 'a', 'b', 'd'), baseline);
  expect(fresh).toEqual(findings('a', 'd'));
  expect({ known, gone }).toEqual({ known: 2, gone: 2 });
});

test('without a baseline, all findings are new', () => {
  expect(compareFindings(findings('a'), new Map())).toEqual({ fresh: findings('a'), known: 0, gone: 0 });
});

test('a file that is missing', () => {
  expect(() => readBaseline(path.join(folder, 'none.json'))).toThrow(
    /^error baseline-missing\nthe baseline .*none\.json does not exist\nhint: Create it with --update-baseline\./,
  );
});

test.each([
  'no JSON',
  '[]',
  'null',
  '{}',
  '{"version": 2, "findings": {}}',
  '{"version": 1, "findings": {"a": "one"}}',
])('a file that is no baseline: %s', (content) => {
  const wrong = path.join(folder, 'wrong.json');
  writeFileSync(wrong, content);
  expect(() => readBaseline(wrong)).toThrow(/^error baseline-invalid\nthe baseline .* is no baseline\n/);
});
