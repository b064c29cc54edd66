/** The limits of checks, as sites write them. */
import { expect, test } from 'vitest';
import { readCheckLimit, readMinFont } from '../src/check-limits.ts';
import type { Table } from '../src/types.ts';

const checks = (table: unknown): { readonly params: Table } => ({
  params: { deckwright: { checks: table } },
});

test.each<[unknown, number | undefined]>([
  [{ 'text-small': { limit: 16 } }, 16],
  [{ 'Text-Small': { level: 'error', Limit: 16.5 } }, 16.5],
  [{ 'text-small': { limit: '16' } }, undefined],
  [{ 'text-small': { limit: 0 } }, undefined],
  [{ 'text-small': { limit: -1 } }, undefined],
  [{ 'text-small': { limit: Infinity } }, undefined],
  [{ 'text-small': 'off' }, undefined],
  ['off', undefined],
  [[], undefined],
])('%j has the limit %j', (table, limit) => {
  expect(readCheckLimit(checks(table), 'text-small')).toBe(limit);
  expect(readMinFont(checks(table))).toBe(limit ?? 18);
});

test('a site without checks has no limits', () => {
  expect(readCheckLimit({ params: {} }, 'text-small')).toBeUndefined();
});
