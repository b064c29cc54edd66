/** Planted faults and their near misses: the heading of each slide names the code that is expected, or "fine". */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check, type CheckResult } from '../../src/check/check.ts';
import { rules } from '../../src/check/rules.ts';
import { useBrowserPath } from '../support/browser-path.ts';

const source = path.resolve(import.meta.dirname, '..', 'fixtures', 'check');
const text = readFileSync(path.join(source, 'content', '_index.md'), 'utf8');
const lines = text.split('\n');

useBrowserPath();

/** The slides by their lines: a slide begins with its heading, as far as its findings are concerned. */
const planted = lines.flatMap((line, index) => {
  const [, code, about] = /^### ([\w-]+): (.*?)(?: \{.*\})?$/.exec(line) ?? [];
  return code === undefined || about === undefined ? [] : [{ code, about, line: index + 1 }];
});

let result: CheckResult;
beforeAll(async () => {
  result = await check({ source });
});

/** The findings of a slide, by its heading. */
const findingsOf = ({ code, about }: (typeof planted)[number]) =>
  result.findings.filter(({ message }) => message.includes(` “${`${code}: ${about}`.slice(0, 39)}`));

test('every check has a fault and a near miss', () => {
  const codes = new Set(planted.map(({ code }) => code));
  // Notes are asked for with a flag: tests/check/checked-deck.test.ts.
  const missing = rules.filter(({ code }) => !codes.has(code) && code !== 'notes-missing');
  expect(missing).toEqual([]);
  expect(codes).toContain('fine');
});

describe('faults', () => {
  test.each(planted.filter(({ code }) => code !== 'fine'))('$code: $about', (fault) => {
    const found = findingsOf(fault);
    expect(found.map(({ code }) => code)).toEqual([fault.code]);
    const next = planted.find(({ line }) => line > fault.line)?.line ?? lines.length;
    for (const { file, line } of found) {
      expect(file).toBe('content/_index.md');
      expect(line).toBeGreaterThanOrEqual(fault.line - 3);
      expect(line).toBeLessThan(next);
    }
  });
});

describe('near misses', () => {
  test.each(planted.filter(({ code }) => code === 'fine'))('$about', (miss) => {
    expect(findingsOf(miss)).toEqual([]);
  });
});

test('a finding of the whole deck: its slides take longer than the deck', () => {
  const found = result.findings.filter(({ slide }) => slide === '');
  expect(found.map(({ code, message }) => [code, message])).toEqual([
    ['timing-mismatch', '/: the slides take 150 s, 50 s more than the total_time of 100 s'],
  ]);
});
