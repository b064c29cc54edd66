/** Markdown becomes the slides that stand beside it in `tests/fixtures/markdown/`. */
import { describe, expect, test } from 'vitest';
import { publishCases, readFixtures, renderSections } from '../support/fixtures.ts';

for (const { name, config, cases } of readFixtures('markdown')) {
  const files = { 'hugo.yaml': config };

  describe(name, () => {
    for (const { title, input, expected } of cases) {
      test(title, () => expect(renderSections(input, files)).toBe(expected.trimEnd()));
    }

    test('all of them are published', () => publishCases(cases, files));

    test('all of them with the line ends of Windows', () => {
      for (const { title, input, expected } of cases) {
        const actual = renderSections(input.replaceAll('\n', '\r\n'), files);
        expect(actual.replaceAll('\r', ''), title).toBe(expected.trimEnd());
      }
    });
  });
}
