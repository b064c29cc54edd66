/** The command check finds every fault that is planted for a browser, in its line, and tells each fault once. */
import { beforeAll, expect, test } from 'vitest';
import { check, type CheckResult } from '../../src/check/check.ts';
import { rules } from '../../src/check/rules.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { listFound, listPlanted, plantedSite } from '../support/planted-faults.ts';

useBrowserPath();

const planted = listPlanted('browser');
const built = listPlanted('build');
const placeOf = (fault: string): string => fault.split(' ')[1] ?? '';
const codeOf = (fault: string): string => fault.split(' ')[0] ?? '';

/** A picture for social media: it needs the URL of the published site, and a check is as if it were on this machine. */
const SOCIAL = 'content/files/_index.md:5';

let result: CheckResult;
beforeAll(async () => {
  result = await check({ source: plantedSite, variables: {} });
});

test('every planted fault is found, and nothing else', () => {
  expect(result.problems).toEqual([]);
  expect(listFound(result.findings)).toEqual(planted);
});

test('what the build and the browser find is told once', () => {
  const places = new Set([...planted.map(placeOf), SOCIAL]);
  expect(listFound(result.warnings)).toEqual(built.filter((fault) => !places.has(placeOf(fault))));
});

test('slides without speaker notes', async () => {
  const { findings } = await check({
    source: plantedSite,
    variables: {},
    decks: ['notes'],
    only: ['notes-missing'],
    requireNotes: true,
  });
  expect(listFound(findings)).toEqual(listPlanted('notes'));
});

test('every check is planted', () => {
  const all = new Set([...planted, ...listPlanted('notes')].map(codeOf));
  expect(rules.filter(({ code }) => !all.has(code))).toEqual([]);
});
