/** 383 inputs with what Hugo 0.169 makes of them: each agrees, or stands in the list of differences with its reason. */
import { describe, expect, test } from 'vitest';
import { differences } from './oracle/differences.ts';
import { compareCase, readOracle } from './support/oracle.ts';

const suites = readOracle();

for (const [suite, { cases, ...shared }] of Object.entries(suites)) {
  const reasons = differences[suite] ?? {};
  describe(`Hugo 0.169, ${suite}`, () => {
    for (const input of cases) {
      const compare = (): void => {
        const { expected, actual } = compareCase(suite, { ...shared, cases }, input);
        expect(actual).toBe(expected);
      };
      // A difference that is gone turns red: then its name comes off the list.
      if (reasons[input.name]) test.fails(`${input.name} (differs: ${reasons[input.name]})`, compare);
      else test(input.name, compare);
    }
  });
}

test('says how many inputs agree', () => {
  const names = Object.entries(suites).map(([suite, { cases }]) => {
    const listed = Object.keys(differences[suite] ?? {});
    expect(listed.filter((name) => !cases.some((input) => input.name === name))).toEqual([]);
    return { suite, all: cases.length, agree: cases.filter(({ name }) => !listed.includes(name)).length };
  });
  const sum = (key: 'all' | 'agree'): number => names.reduce((total, row) => total + row[key], 0);
  console.log(
    `${sum('agree')} of ${sum('all')} inputs give what Hugo 0.169 gives: ${names.map(({ suite, all, agree }) => `${suite} ${agree}/${all}`).join(', ')}`,
  );
});
