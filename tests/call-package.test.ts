/** What code of packages throws, and what it becomes. */
import { describe, expect, test } from 'vitest';
import { callPackage, withinCapacity } from '../src/call-package.ts';
import { DeckError } from '../src/diagnostics.ts';

const overflow = (): number => overflow() + 1;
const thrower = (error: unknown) => (): never => {
  throw error;
};

describe('callPackage', () => {
  test.each([
    ['its message', thrower(new Error('No such thing.\nat row 1')), 'No such thing', undefined],
    ['a text', thrower('odd'), 'odd', undefined],
    ['nothing', thrower(undefined), 'undefined', undefined],
    ['an empty message', thrower(new Error('')), 'it gives no reason', undefined],
    ['a defect of the package', () => (undefined as unknown as number[])[0], /undefined/, undefined],
    ['the end of the stack', overflow, 'it is nested too deep', 'stack'],
    [
      'the end of the stack in a pattern',
      thrower(new SyntaxError('/a/: Stack overflow')),
      'it is nested too deep',
      'stack',
    ],
    ['a text that is too long', () => 'a'.repeat(2 ** 30), /too large: Invalid string length/, 'space'],
    ['a list that is too long', () => Array.from({ length: 2 ** 32 }), /too large/, 'space'],
  ] as const)('%s is the reason', (_, call, reason, exhausted) => {
    let found: unknown;
    expect(callPackage<unknown>(call, (failure) => ((found = failure), 'instead'))).toBe('instead');
    expect(found).toMatchObject({ reason: expect.stringMatching(reason) as string });
    expect((found as { exhausted?: string }).exhausted).toBe(exhausted);
  });

  test('a mistake of an author that our own code throws passes', () => {
    const mistake = new DeckError([]);
    expect(() => callPackage(thrower(mistake), () => 'instead')).toThrow(mistake);
  });
});

describe('withinCapacity', () => {
  test('the end of the stack is a failure', () => {
    expect(withinCapacity(overflow, () => 0)).toBe(0);
  });

  test('other errors pass', () => {
    expect(() => withinCapacity(thrower(new TypeError('a bug')), () => 0)).toThrow('a bug');
  });
});
