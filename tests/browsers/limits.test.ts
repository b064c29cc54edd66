/** A wait ends with its work, with the failure of its work, or with its limit. */
import { expect, test } from 'vitest';
import { formatLimit, withLimit } from '../../src/browser/limits.ts';

const late = (): Error => new Error('late');

test('work that is done', async () => {
  expect(await withLimit(Promise.resolve('done'), 60_000, late)).toBe('done');
});

test('work that fails', async () => {
  await expect(withLimit(Promise.reject(new Error('failed')), 60_000, late)).rejects.toThrow('failed');
});

test('work that never ends', async () => {
  await expect(withLimit(new Promise(() => undefined), 1, late)).rejects.toThrow('late');
});

test('a limit in a message', () => {
  expect(formatLimit(30_000)).toBe('30 s');
});
