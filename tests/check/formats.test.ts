/** Findings for other programs. */
import { expect, test } from 'vitest';
import { formatGitHub } from '../../src/check/formats/github.ts';
import { formatSarif } from '../../src/check/formats/sarif.ts';
import type { CheckFinding } from '../../src/check/check-finding.ts';

const finding: CheckFinding = {
  code: 'overflow',
  severity: 'warning',
  message: 'slide 2 “A, B: C”: content reaches 7 px (1 %) beyond the bottom',
  hint: 'Split the slide.',
  file: 'content/ä/_index.md',
  line: 3,
  column: 5,
  frame: '> 3 | text',
  deck: '/ä/',
  slide: '2',
  slideId: '',
  step: 1,
  viewport: '1280x720',
  element: 'p',
  fingerprint: 'overflow | /ä/ | A | p',
};
const locate = (file: string): string => `talks, old/${file}`;

test('GitHub: one line each, with what its commands need escaped', () => {
  expect(formatGitHub([finding], locate)).toEqual([
    '::warning file=talks%2C old/content/ä/_index.md,line=3,col=5,title=overflow::slide 2 “A, B: C”: content reaches 7 px (1 %25) beyond the bottom%0ASplit the slide.',
  ]);
});

test('GitHub: a finding without a position', () => {
  const { file: _file, ...rest } = finding;
  expect(formatGitHub([{ ...rest, file: '', line: 0, column: 0, severity: 'error' }], locate)).toEqual([
    expect.stringMatching(/^::error title=overflow::slide 2/),
  ]);
});

test('SARIF: the rule, the place and a fingerprint', () => {
  const log = JSON.parse(formatSarif([finding], locate)) as {
    readonly version: string;
    readonly runs: readonly Record<string, unknown>[];
  };
  expect(log.version).toBe('2.1.0');
  expect(log.runs[0]).toMatchObject({
    tool: { driver: { name: 'deckwright', rules: [{ id: 'overflow' }] } },
    columnKind: 'utf16CodeUnits',
    results: [
      {
        ruleId: 'overflow',
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'talks,%20old/content/%C3%A4/_index.md' },
              region: { startLine: 3, startColumn: 5 },
            },
          },
        ],
        partialFingerprints: { 'deckwright/v1': 'overflow | /ä/ | A | p' },
      },
    ],
  });
});

test('SARIF: no findings', () => {
  const { runs } = JSON.parse(formatSarif([], locate)) as { readonly runs: readonly { results: unknown }[] };
  expect(runs[0]?.results).toEqual([]);
});
